package plast.rule;

import java.util.List;
import plast.equation.Result;

/**
 * A plasticity rule, or rules put together, nested at will. What it means is one rule, {@link #rule}: a text like any
 * other, which the interpreter and the compiler run, which has derivatives and can be explained.
 *
 * <p>The variables of a part get its name before theirs, {@code weak_theta}, {@code part2_rate}; a modulator keeps its
 * name, and parts that declare the same one share it. Sections of equal schedule become one, the first of every part
 * with the first, the second with the second: all parts read the same w, and their changes are added. A part that sets
 * w changes it by the difference to the w before.
 *
 * <p>A part that does not act on a synapse keeps its state running there: traces and thresholds of the weak rule see
 * what a strong synapse sees, as the moments of an optimiser do. (A network that switches between two rules of its own
 * leaves the state of one alone only while no synapse of the projection follows it.)
 */
public sealed interface Combination
    permits PlasticityRule, Combination.Equations, Combination.Switching, Combination.Sum, Combination.Gated,
        Combination.Masked {

  /** One rule by its equations; they are checked with the whole. */
  record Equations(String text) implements Combination {}

  /**
   * A synapse follows {@code strong} from when {@code on} reaches {@code up} until it falls below {@code down},
   * otherwise {@code weak}:
   *
   * <pre>
   * strong = where(on &gt;= up, 1, where(on &lt; down, 0, strong))        first of all, in the rarest of the schedules
   * Δw = strong = 1 ? Δw of strong : Δw of weak
   * </pre>
   * Sections of more frequent schedules look at {@code on} each time and remember nothing.
   *
   * @param on   an expression, such as {@code abs(w)}; may name variables of the parts, {@code weak_theta}
   * @param up   an expression or a number
   * @param down at most {@code up}
   */
  record Switching(String on, String up, String down, Combination weak, Combination strong) implements Combination {
    /** The state variable of the outermost switch: 1 where a synapse follows {@code strong}. */
    public static final String STATE = "strong";
  }

  /** Δw is the sum of the parts' Δw. */
  record Sum(List<Combination> parts) implements Combination {
    public Sum {
      if (parts.isEmpty()) throw new IllegalArgumentException("a sum of no rules; give it at least one");
      parts = List.copyOf(parts);
    }

    public static Sum of(Combination... parts) {
      return new Sum(List.of(parts));
    }
  }

  /**
   * Δw is multiplied by {@code by}, a number such as {@code reward} or {@code mean(dopamine) - 0.2}. What nothing else
   * names so is a modulator, as if declared {@code reward : 1 (modulator)}.
   */
  record Gated(String by, Combination rule) implements Combination {}

  /** Δw is that of {@code rule} where a condition such as {@code j < 0.8*N_pre} or {@code w > 0} holds, 0 elsewhere. */
  record Masked(String where, Combination rule) implements Combination {}

  /** A rule by its equations. */
  static Combination of(String equations) {
    return new Equations(equations);
  }

  /** What messages call {@code part} of {@code whole}; nothing is before the names of the outermost parts. */
  static String within(String whole, String part) {
    return whole.isEmpty() ? part : whole + ", " + part;
  }

  /** The {@code k}-th part of a sum, from 1. */
  static String part(int k) {
    return "sum part " + k;
  }

  /**
   * The one rule that this means, by its text, and all problems of all parts. Their places name the part, as in
   * {@code sum part 2, weak}.
   *
   * @param name what the rule is called
   */
  default Result<PlasticityRule> read(String name) {
    return new CombinedRule().of(this, name);
  }

  /**
   * The one rule that this means.
   *
   * @throws plast.equation.EquationException with all problems of all parts
   */
  default PlasticityRule rule(String name) {
    return read(name).orThrow();
  }
}

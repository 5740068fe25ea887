package plast.equation;

import static plast.equation.Trees.ONE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.SeparableTerm.Average;

/**
 * Changes taken apart for a computer: averages over steps and trials, each a matrix product or a sum over one side, and
 * expressions of them that are computed once for each synapse, neuron or projection. Unlike {@link SeparableTerm}s, an
 * expression may be anything, such as sign(w)·|⟨post·pre⟩ − ⟨post⟩·⟨pre⟩|.
 *
 * @param changes    by variable, w among them, with the averages under their names
 * @param averages   by name, in the order of their first appearance
 * @param placements where each changed variable and each name of {@code changes} has its own value
 */
public record Averages(Map<String, Expr> changes, Map<String, Average> averages, Map<String, Placement> placements) {

  public Averages {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    averages = Collections.unmodifiableMap(new LinkedHashMap<>(averages));
    placements = Map.copyOf(placements);
  }

  /**
   * All that {@code section} of {@code checked} changes, w and state variables.
   *
   * @throws EquationException naming the part of an average that does not factorise into both sides
   */
  public static Averages of(Section section, CheckedRule checked) {
    Map<String, Expr> changes = new LinkedHashMap<>();
    List<String> variables = new ArrayList<>(List.of("w"));
    variables.addAll(checked.rule().states());
    try {
      for (String variable : variables) {
        Expr change = WeightChange.of(section, variable);
        if (!change.equals(Trees.ZERO)) changes.put(variable, change);
      }
    } catch (RefusedException refused) {
      throw new EquationException(checked.rule().source().object() + ": " + refused.reason());
    }
    return of(changes, checked);
  }

  /**
   * The parts of {@code change}, a change of w in {@code checked}.
   *
   * @throws EquationException naming the part of an average that does not factorise into both sides
   */
  public static Averages of(Expr change, CheckedRule checked) {
    return of(Map.of("w", change), checked);
  }

  private static Averages of(Map<String, Expr> changes, CheckedRule checked) {
    try {
      return of(changes, Placements.of(checked.rule()), RuleAnalysis.varyingModulators(checked));
    } catch (RefusedException refused) {
      throw new EquationException(checked.rule().source().object() + ": " + refused.reason());
    }
  }

  /**
   * The parts of {@code changes}.
   *
   * @param varying names that are the same for all synapses and have a value for each trial or step
   * @throws RefusedException if an average does not factorise
   */
  static Averages of(Map<String, Expr> changes, Placements where, Set<String> varying) {
    Search search = new Search(where, varying);
    Map<String, Expr> parts = new LinkedHashMap<>();
    Map<String, Placement> placements = new LinkedHashMap<>();
    changes.forEach((variable, change) -> parts.put(variable, Simplification.of(search.put(change))));
    parts.forEach((variable, part) -> {
      placements.put(variable, search.placed(variable));
      for (String name : Trees.names(part)) placements.put(name, search.placed(name));
    });
    return new Averages(parts, search.names, placements);
  }

  /** Δw. */
  public Expr elementwise() {
    return changes.getOrDefault("w", Trees.ZERO);
  }

  private static final class Search {
    private final Placements placements;
    private final Set<String> modulators;
    private final Map<String, Average> names = new LinkedHashMap<>();

    Search(Placements placements, Set<String> modulators) {
      this.modulators = modulators;
      this.placements = placements;
    }

    Expr put(Expr e) {
      if (!(e instanceof Expr.Call c) || !c.function().equals("mean")) return Trees.map(e, this::put);
      if (!placements.of(c).equals(Placement.SYNAPSE)) return named(oneSide(c));
      Expr sum = Trees.ZERO;
      for (SeparableTerm term : Separation.of(c, placements, modulators)) {
        Expr outside = put(SeparableTerm.product(
            List.of(term.coefficient(), term.weight(), term.post(), term.pre())));
        sum = Trees.add(sum, term.average().map(a -> Trees.multiply(outside, named(a))).orElse(outside));
      }
      return sum;
    }

    private Average oneSide(Expr.Call mean) {
      Expr inside = mean.arguments().getFirst();
      Optional<String> axis = mean.arguments().size() < 2 ? Optional.empty()
          : Optional.of(Printed.of(mean.arguments().get(1)));
      return switch (placements.of(inside)) {
        case PRESYNAPTIC -> new Average(ONE, inside, ONE, axis);
        case POSTSYNAPTIC -> new Average(inside, ONE, ONE, axis);
        case PROJECTION, SYNAPSE -> new Average(ONE, ONE, inside, axis);
      };
    }

    private Expr named(Average average) {
      for (var known : names.entrySet()) if (known.getValue().equals(average)) return Trees.name(known.getKey());
      String name = "_mean" + names.size();
      names.put(name, average);
      return Trees.name(name);
    }

    Placement placed(String name) {
      Average average = names.get(name);
      if (average == null) return placements.of(name);
      Placement post = average.post().equals(ONE) ? Placement.PROJECTION : Placement.POSTSYNAPTIC;
      return average.pre().equals(ONE) ? post : post.with(Placement.PRESYNAPTIC);
    }
  }
}

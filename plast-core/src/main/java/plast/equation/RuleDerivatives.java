package plast.equation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.equation.Section.Every;

/**
 * What a rule's equations say of its slopes: the derivatives of Δw, and of the next value of each state variable, with
 * respect to pre, post, w, grad, the state variables, parameters and modulators.
 *
 * <p>{@code previous(pre)}, {@code now(pre)} and the same of post are variables of their own: the derivative with
 * respect to pre holds them still, and there is one with respect to each. In an average a variable moves by the same at
 * every step and trial: ∂⟨f(pre)⟩/∂pre = ⟨f′(pre)⟩.
 *
 * @param all those that are not zero for want of the variable, section by section
 */
public record RuleDerivatives(List<Partial> all) {
  private static final Set<String> NOT_VARIABLES = Set.of("time", "batch", "pi", "e", "inf", "t", "dt", "i", "j",
      "t_in_timesteps", "N", "N_pre", "N_post");

  /**
   * One derivative.
   *
   * @param every         the schedule of the section
   * @param of            w for Δw, or a state variable for its value after the section
   * @param withRespectTo a name, or a call such as previous(pre)
   * @param expression    the derivative, simplified, if there is one
   * @param refused       why there is none, empty if there is one
   */
  public record Partial(Every every, String of, Expr withRespectTo, Optional<Expr> expression, String refused) {}

  public RuleDerivatives {
    all = List.copyOf(all);
  }

  /**
   * The derivatives of {@code checked}.
   *
   * @param surrogate stands for the slope of steps; none: they are refused
   * @throws EquationException if a change written out is too large
   */
  public static RuleDerivatives of(CheckedRule checked, Optional<Surrogate> surrogate) {
    Derivative.Rules rules = new Derivative.Rules(checked.scope().functions(), surrogate);
    List<Partial> all = new ArrayList<>();
    for (Section section : checked.rule().sections()) {
      partials(section.every(), "w", change(section, "w"), rules, all);
      for (String state : checked.rule().states()) {
        Expr change = change(section, state);
        if (change.equals(Trees.ZERO)) continue;
        Expr next = Simplification.of(Trees.add(Trees.name(state), change));
        partials(section.every(), state, next, rules, all);
      }
    }
    return new RuleDerivatives(all);
  }

  /** What {@code section} changes {@code variable}, w or a state variable, by. */
  private static Expr change(Section section, String variable) {
    try {
      return WeightChange.of(section, variable);
    } catch (RefusedException refused) {
      throw new EquationException(refused.reason());
    }
  }

  private static void partials(Every every, String of, Expr e, Derivative.Rules rules, List<Partial> into) {
    for (Expr variable : variables(e)) {
      Result<Expr> derivative = Derivative.of(e, variable, rules);
      String refused = derivative.value().isPresent() ? "" : derivative.problems().getFirst().found();
      into.add(new Partial(every, of, variable, derivative.value(), refused));
    }
  }

  private static Set<Expr> variables(Expr e) {
    Set<Expr> variables = new LinkedHashSet<>();
    collect(e, variables);
    return variables;
  }

  private static void collect(Expr e, Set<Expr> into) {
    boolean ofAnotherStep = e instanceof Expr.Call c && (c.function().equals("now") || c.function().equals("previous"));
    if (ofAnotherStep) {
      into.add(e);
    } else if (e instanceof Expr.Name n) {
      if (!NOT_VARIABLES.contains(n.text()) && Units.find(n.text()).isEmpty()) into.add(e);
    } else {
      Trees.children(e).forEach(part -> collect(part, into));
    }
  }

  /** Those of {@code variable}, w for Δw. */
  public List<Partial> of(String variable) {
    return all.stream().filter(partial -> partial.of().equals(variable)).toList();
  }
}

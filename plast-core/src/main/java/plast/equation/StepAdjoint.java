package plast.equation;

import static plast.equation.Trees.ZERO;
import static plast.equation.Trees.add;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step backwards: from λ_x = ∂L/∂x(t + dt) of every state variable to ∂L/∂v of what the step reads.
 *
 * <pre>
 * λ_s = Σ λ_c · ∂c/∂s     over the stages and new values c that read the stage s, last stage first
 * ∂L/∂v = Σ λ_c · ∂c/∂v   v: a state variable at the step's start, a parameter, an input
 * </pre>
 * Only the step's start and what it reads need to be kept of the way forward: the stages are computed again.
 *
 * @param stages    the step's temporaries, in order
 * @param adjoints  λ of the stages, named by {@link #adjoint}, in the order in which they can be computed
 * @param gradients ∂L/∂v by v
 */
public record StepAdjoint(Map<String, Expr> stages, Map<String, Expr> adjoints, Map<Expr, Expr> gradients) {

  public StepAdjoint {
    stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    adjoints = Collections.unmodifiableMap(new LinkedHashMap<>(adjoints));
    gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
  }

  /** The name of λ of a state variable or stage. */
  public static String adjoint(String variable) {
    return "_adjoint_" + variable;
  }

  /**
   * The adjoint of {@code step}.
   *
   * @param with  names and inputs whose gradient is asked for
   * @param rules what to do where a function has no derivative
   * @throws EquationException naming each part that has no derivative
   */
  public static StepAdjoint of(IntegrationStep step, List<Expr> with, Derivative.Rules rules) {
    Map<String, Expr> readers = new LinkedHashMap<>(step.next()); // what has a λ by now
    Map<String, Expr> adjoints = new LinkedHashMap<>();
    List<String> stages = new ArrayList<>(step.stages().keySet());
    for (String stage : stages.reversed()) {
      adjoints.put(adjoint(stage), sum(readers, name(stage), rules));
      readers.put(stage, step.stages().getOrDefault(stage, ZERO));
    }
    Map<Expr, Expr> gradients = new LinkedHashMap<>();
    for (Expr v : with) gradients.put(v, sum(readers, v, rules));
    return new StepAdjoint(step.stages(), adjoints, gradients);
  }

  /** Σ λ_c · ∂c/∂v */
  private static Expr sum(Map<String, Expr> readers, Expr v, Derivative.Rules rules) {
    Expr sum = ZERO;
    for (var reader : readers.entrySet()) {
      if (!Trees.contains(reader.getValue(), v)) continue;
      Expr slope = Derivative.of(reader.getValue(), v, rules).orThrow();
      sum = add(sum, multiply(name(adjoint(reader.getKey())), slope));
    }
    return Simplification.of(sum);
  }
}

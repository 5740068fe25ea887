package plast.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plast.equation.Definition.Differential;

/**
 * Which integrator a model gets, and why.
 *
 * <p>Without a wish: exact where the equations are linear with constant coefficients and without noise, euler
 * (Euler–Maruyama) elsewhere, heun where noise is multiplied by a state variable (Stratonovich).
 *
 * @param method the integrator
 * @param reason one sentence for the log
 * @param linear A and b of dx/dt = A·x + b where the method is exact
 */
public record IntegratorChoice(Integrator method, String reason, Optional<Linear> linear) {

  /**
   * dx/dt = A·x + b.
   *
   * @param variables x
   * @param a         A, row by row, entries that are not 0
   * @param b         b; may change from step to step, never within one
   */
  public record Linear(List<String> variables, Map<String, Map<String, Expr>> a, Map<String, Expr> b) {
    public Linear {
      variables = List.copyOf(variables);
      a = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(a));
      b = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(b));
    }
  }

  /** The choice for {@code model} when none was asked for. */
  public static IntegratorChoice of(CheckedModel model) {
    Noise noise = Noise.of(model);
    if (noise.kind() == Noise.Kind.MULTIPLICATIVE) {
      return new IntegratorChoice(Integrator.HEUN, "heun: the noise is multiplied by what changes, " + noise.culprit(),
          Optional.empty());
    }
    if (noise.kind() == Noise.Kind.ADDITIVE) {
      return new IntegratorChoice(Integrator.EULER, "euler: the equations have additive noise", Optional.empty());
    }
    try {
      Linear linear = linear(model);
      return new IntegratorChoice(Integrator.EXACT, "exact: the equations are linear with constant coefficients",
          Optional.of(linear));
    } catch (RefusedException refused) {
      return new IntegratorChoice(Integrator.EULER, "euler: not exact, because " + refused.reason(), Optional.empty());
    }
  }

  /** Why {@code method} cannot advance {@code model}; empty if it can. */
  public static Optional<String> refusal(CheckedModel model, Integrator method) {
    Noise noise = Noise.of(model);
    try {
      return switch (method) {
        case EULER, HEUN -> Optional.empty();
        case RK2, RK4 -> noise.kind() == Noise.Kind.NONE ? Optional.empty()
            : Optional.of(method.text() + " knows no noise: use euler or heun");
        case MILSTEIN -> noise.diagonal() ? Optional.empty()
            : Optional.of("milstein needs noise that each variable has of its own: use heun");
        case EXACT -> {
          if (noise.kind() != Noise.Kind.NONE) yield Optional.of("exact knows no noise: use euler or heun");
          linear(model);
          yield Optional.empty();
        }
        case EXPONENTIAL_EULER -> {
          if (noise.kind() != Noise.Kind.NONE) yield Optional.of("exponential_euler knows no noise: use euler or heun");
          for (Differential d : model.model().differentials()) {
            Affine.of(model.substituted(d.derivative()), List.of(d.variable()));
          }
          yield Optional.empty();
        }
      };
    } catch (RefusedException refused) {
      return Optional.of(method.text() + " is not possible: " + refused.reason());
    }
  }

  static Linear linear(CheckedModel model) {
    List<Differential> equations = model.model().differentials();
    List<String> variables = equations.stream().map(Definition::variable).toList();
    Map<String, Map<String, Expr>> a = new LinkedHashMap<>();
    Map<String, Expr> b = new LinkedHashMap<>();
    for (Differential d : equations) {
      Affine affine = Affine.of(model.substituted(d.derivative()), variables);
      for (var entry : affine.coefficients().entrySet()) {
        constant(d, entry.getKey(), entry.getValue(), model);
        free(d, entry.getKey(), entry.getValue(), model);
      }
      if (Trees.mentions(affine.constant(), java.util.Set.of("t"))) {
        throw new RefusedException(affine.constant(), "the inhomogeneous part of d" + d.variable()
            + "/dt changes within a step");
      }
      a.put(d.variable(), affine.coefficients());
      b.put(d.variable(), affine.constant());
    }
    return new Linear(new ArrayList<>(variables), a, b);
  }

  private static void constant(Differential d, String variable, Expr entry, CheckedModel model) {
    Optional<String> varying = Varying.first(entry, model);
    if (varying.isEmpty()) return;
    throw new RefusedException(entry, "the entry d(d" + d.variable() + "/dt)/d" + variable + " is not constant, "
        + varying.get() + " may change");
  }

  /** What is held while refractory is so alone: Φ of coupled variables would have to change with each unit. */
  private static void free(Differential d, String variable, Expr entry, CheckedModel model) {
    if (variable.equals(d.variable())) return;
    boolean held = d.is(Flag.UNLESS_REFRACTORY)
        || model.model().find(variable).filter(other -> other.is(Flag.UNLESS_REFRACTORY)).isPresent();
    if (held) {
      throw new RefusedException(entry, "'" + d.variable() + "' and '" + variable
          + "' are coupled and one of them is held while refractory; use exponential_euler");
    }
  }
}

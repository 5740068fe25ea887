package plast.equation;

import static plast.equation.Trees.add;
import static plast.equation.Trees.divide;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.name;
import static plast.equation.Trees.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.Definition.Differential;

/**
 * One step of a model's differential equations, written out: x(t + dt) from x(t) = x. All variables advance together.
 *
 * <pre>
 * euler              x + dt·f(x)                                     rk2   x + dt·f(x + dt/2·f(x), t + dt/2)
 * rk4                x + dt/6·(k1 + 2 k2 + 2 k3 + k4)                heun  x + dt/2·(f(x) + f(x + dt·f(x), t + dt))
 * exponential_euler  x + dt·exprel(a dt)·(a x + b), where f = a x + b with a and b of the step's start
 * exact              exp(a dt)·x + dt·exprel(a dt)·b, or Φ x + Ψ b of the coupled variables
 * milstein           x + dt·f + √dt·g·N + dt/2·g·g′·N²               noise: f contains g·N/√dt, N standard normal
 * </pre>
 * Noise that is multiplied by a state is read in the sense of Stratonovich by heun and milstein.
 *
 * @param stages  temporaries, each of earlier ones and of the values at the step's start
 * @param next    the new value of each state variable, of the same and of the stages
 * @param noise   names that stand for a standard normal number, drawn anew for each element and step
 * @param coupled dx/dt = A·x + b where {@code next} contains Φ = exp(A dt) and Ψ = ∫₀^dt exp(A s) ds by entry, as named
 *                by {@link #phi} and {@link #psi}; empty where closed forms do
 */
public record IntegrationStep(Map<String, Expr> stages, Map<String, Expr> next, Set<String> noise,
    Optional<IntegratorChoice.Linear> coupled) {
  private static final Expr DT = name("dt");
  private static final Expr HALF = divide(DT, number(2));

  public IntegrationStep {
    stages = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    next = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(next));
    noise = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(noise));
  }

  /** The name of Φ's entry in the row of {@code to} and the column of {@code from}. */
  public static String phi(String to, String from) {
    return "_phi_" + to + "_" + from;
  }

  /** The name of Ψ's entry. */
  public static String psi(String to, String from) {
    return "_psi_" + to + "_" + from;
  }

  /**
   * The step of {@code model} with {@code method}.
   *
   * @throws EquationException with the reason where the method cannot advance the model
   */
  public static IntegrationStep of(CheckedModel model, Integrator method) {
    Optional<String> refusal = IntegratorChoice.refusal(model, method);
    if (refusal.isPresent()) throw new EquationException(model.model().source().object() + ": " + refusal.get());
    return method == Integrator.EXACT ? ExactStep.of(model) : new Writer(model).write(method);
  }

  /** Gathers stages for one model. */
  private static final class Writer {
    private final Map<String, Expr> slopes = new LinkedHashMap<>();
    private final Map<String, Expr> stages = new LinkedHashMap<>();
    private final Set<String> noise = new LinkedHashSet<>();
    private final CheckedModel model;

    Writer(CheckedModel model) {
      this.model = model;
      for (Differential d : model.model().differentials()) slopes.put(d.variable(), slope(d));
    }

    private Expr slope(Differential d) {
      Expr f = model.substituted(d.derivative());
      for (String xi : Trees.names(f).stream().filter(SpecialNames::isNoise).toList()) {
        noise.add("_" + xi);
        f = Trees.substitute(f, name(xi), divide(name("_" + xi), Trees.call("sqrt", DT)));
      }
      return unlessRefractory(d, f, Trees.ZERO);
    }

    IntegrationStep write(Integrator method) {
      Map<String, Expr> next = switch (method) {
        case EULER -> step(DT, slopes);
        case RK2 -> step(DT, at(step(HALF, stage("_k1_", slopes)), HALF));
        case HEUN -> {
          Map<String, Expr> start = stage("_k1_", slopes);
          Map<String, Expr> end = at(stage("_x_", step(DT, start)), DT);
          yield mapped(x -> add(name(x), multiply(HALF, add(entry(start, x), entry(end, x)))));
        }
        case RK4 -> fourStages();
        case MILSTEIN -> mapped(this::milstein);
        case EXPONENTIAL_EULER -> mapped(this::exponential);
        case EXACT -> throw new IllegalArgumentException("exact is written out by ExactStep");
      };
      next.replaceAll((x, e) -> Simplification.of(e));
      stages.replaceAll((x, e) -> Simplification.of(e));
      return new IntegrationStep(stages, next, noise, Optional.empty());
    }

    private Map<String, Expr> fourStages() {
      Map<String, Expr> k1 = stage("_k1_", slopes);
      Map<String, Expr> k2 = stage("_k2_", at(stage("_x2_", step(HALF, k1)), HALF));
      Map<String, Expr> k3 = stage("_k3_", at(stage("_x3_", step(HALF, k2)), HALF));
      Map<String, Expr> k4 = at(stage("_x4_", step(DT, k3)), DT);
      return mapped(x -> {
        Expr middle = multiply(number(2), add(entry(k2, x), entry(k3, x)));
        return add(name(x), multiply(divide(DT, number(6)), add(add(entry(k1, x), middle), entry(k4, x))));
      });
    }

    /** x + dt·(f₀ + g·N/√dt) + dt/2·(g·g′)·N², g′ = ∂g/∂x. */
    private Expr milstein(String x) {
      Expr f = entry(slopes, x);
      Expr euler = add(name(x), multiply(DT, f));
      List<String> own = noise.stream().filter(n -> Trees.mentions(f, Set.of(n))).toList();
      if (own.isEmpty()) return euler;
      Expr n = name(own.getFirst());
      Expr g = Derivative.of(f, n, Derivative.Rules.STRICT).orThrow(); // g/√dt
      Expr product = multiply(g, Derivative.of(g, name(x), Derivative.Rules.STRICT).orThrow());
      // g·g′ is dt times this product, and the correction dt/2·g·g′·N² is half of it times dt².
      Expr half = divide(multiply(Trees.power(DT, number(2)), product), number(2));
      return add(euler, multiply(half, Trees.power(n, number(2))));
    }

    private Expr exponential(String x) {
      Differential d = model.model().differentials().stream().filter(e -> e.variable().equals(x)).findFirst()
          .orElseThrow();
      Affine affine = Affine.of(model.substituted(d.derivative()), List.of(x));
      Expr a = affine.coefficient(x);
      Expr slope = add(multiply(a, name(x)), affine.constant());
      Expr change = multiply(multiply(DT, Trees.call("exprel", multiply(a, DT))), slope);
      return unlessRefractory(d, add(name(x), change), name(x));
    }

    /** Keeps {@code values} in temporaries; returns their names. */
    private Map<String, Expr> stage(String prefix, Map<String, Expr> values) {
      values.forEach((x, e) -> stages.put(prefix + x, e));
      return mapped(x -> name(prefix + x));
    }

    /** x + {@code width}·slope */
    private Map<String, Expr> step(Expr width, Map<String, Expr> slope) {
      return mapped(x -> add(name(x), multiply(width, entry(slope, x))));
    }

    /** f at other values of the state, {@code later} than the step's start. */
    private Map<String, Expr> at(Map<String, Expr> state, Expr later) {
      return mapped(x -> moved(entry(slopes, x), state, later));
    }

    private static Expr moved(Expr e, Map<String, Expr> state, Expr later) {
      if (e instanceof Expr.Name n) {
        return n.text().equals("t") ? add(n, later) : state.getOrDefault(n.text(), n);
      }
      return Trees.map(e, part -> moved(part, state, later));
    }

    private Map<String, Expr> mapped(java.util.function.Function<String, Expr> of) {
      Map<String, Expr> map = new LinkedHashMap<>();
      for (String x : new ArrayList<>(slopes.keySet())) map.put(x, of.apply(x));
      return map;
    }

    private static Expr entry(Map<String, Expr> map, String x) {
      return map.getOrDefault(x, Trees.ZERO);
    }
  }

  /** {@code e}, or {@code held} while the neuron is refractory, if {@code d} asks for it. */
  static Expr unlessRefractory(Differential d, Expr e, Expr held) {
    return d.is(Flag.UNLESS_REFRACTORY) ? Trees.call("where", name("not_refractory"), e, held) : e;
  }
}

package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plast.equation.Scope.Owner;

/** Gradients through several steps against central differences. */
class StepAdjointTest {
  private static final double DT = 0.1;
  private static final int STEPS = 6;

  private static final Map<String, String> MODELS = new TreeMap<>(Map.of(
      "rate unit", "dx/dt = (-x + k*tanh(x) + u)/tau : 1\ntau : 1 (constant)\nk : 1\nu : 1",
      "adaptation", "dx/dt = (-x - a*b + softplus(u + x))/tau : 1\nda/dt = (tanh(x) - a)/3 : 1\ntau : 1\nb : 1\nu : 1",
      "short-term plasticity", """
          du/dt = (U - u)/1.5 + U*(1 - u)*r : 1
          dx/dt = (1 - x)/0.2 - u*x*r : 1
          U : 1
          r : 1
          """,
      "gated unit", "dh/dt = gate*(tanh(w*h + u) - h) : 1\ngate = sigmoid(v*h + u) : 1\nw : 1\nv : 1\nu : 1",
      "two time constants", "dm/dt = -m/0.3 + c : 1\ndn/dt = (m - n)/2 + c*sin(t) : 1\nc : 1",
      "saturation", "dy/dt = -y + clip(g*y*y, 0, 2) + where(y > 0.2, g, -g) + max(y, g) + abs(y - 3) : 1\ng : 1",
      "noisy", "dz/dt = -z + s*(1 + z**2)*xi : 1\ns : 1",
      "powers", "dp/dt = -p**3 + q/(1 + p**2) + sqrt(2 + p) + log1p(q) + exprel(-p*q) + erf(p) : 1\nq : 1"));

  static Stream<Arguments> models() {
    List<Arguments> all = new ArrayList<>();
    MODELS.forEach((name, text) -> {
      CheckedModel model = model(text);
      for (Integrator i : Integrator.values()) {
        if (i != Integrator.EXACT && IntegratorChoice.refusal(model, i).isEmpty()) all.add(Arguments.of(name, i));
      }
    });
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void gradientsThroughManyStepsAreLimitsOfDifferences(String name, Integrator integrator) {
    CheckedModel model = model(MODELS.get(name));
    IntegrationStep step = IntegrationStep.of(model, integrator);
    Map<String, Double> start = start(model, step);
    Map<String, Double> gradient = backward(step, start);
    for (String v : gradient.keySet()) {
      double h = 1e-5;
      double difference = (loss(step, moved(start, v, h)) - loss(step, moved(start, v, -h))) / (2 * h);
      assertThat(gradient.get(v)).as("d/d" + v).isEqualTo(difference, within(1e-7 * Math.max(1, Math.abs(difference))));
    }
  }

  @Test
  void everyDifferentiableMethodIsTried() {
    assertThat(models()).hasSizeGreaterThan(30);
  }

  @Test
  void inputsHaveGradientsToo() {
    CheckedModel model = ModelCheck.parse("m", "dx/dt = -x + tanh(input(rec)) : 1",
        Scope.of(Owner.RATES).withProjections("rec")).orThrow();
    Expr input = Expressions.of("input(rec)");
    StepAdjoint adjoint = StepAdjoint.of(IntegrationStep.of(model, Integrator.EULER), List.of(input),
        Derivative.Rules.STRICT);
    assertThat(Printed.of(adjoint.gradients().get(input))).isEqualTo("_adjoint_x*dt*(1 - tanh(input(rec))**2)");
  }

  @Test
  void stepsWithoutDerivativeAreRefusedOrGetTheNamedSurrogate() {
    IntegrationStep step = IntegrationStep.of(model("dx/dt = -x + heaviside(x - 1) : 1"), Integrator.EULER);
    List<Expr> x = List.of(Trees.name("x"));
    assertThatThrownBy(() -> StepAdjoint.of(step, x, Derivative.Rules.STRICT)).isInstanceOf(EquationException.class)
        .hasMessageContaining("has no derivative: it is constant between jumps");
    Derivative.Rules soft = Derivative.Rules.with(Surrogate.values()[0]);
    assertThat(StepAdjoint.of(step, x, soft).gradients()).containsKey(x.getFirst());
  }

  private static CheckedModel model(String text) {
    return ModelCheck.parse("m", text, Scope.of(Owner.RATES)).orThrow();
  }

  private static Map<String, Double> start(CheckedModel model, IntegrationStep step) {
    Map<String, Double> start = new HashMap<>();
    double value = 0.35;
    for (Definition d : model.model().definitions()) {
      if (!(d instanceof Definition.Subexpression)) start.put(d.variable(), value += 0.17);
    }
    for (String n : step.noise()) start.put(n, 0.6);
    return start;
  }

  private static Map<String, Double> moved(Map<String, Double> start, String name, double by) {
    Map<String, Double> moved = new HashMap<>(start);
    moved.merge(name, by, Double::sum);
    return moved;
  }

  /** L = Σ (1 + index)·x² of the state after all steps. */
  private static double loss(IntegrationStep step, Map<String, Double> start) {
    Map<String, Double> end = forward(step, start).getLast();
    double loss = 0;
    int k = 1;
    for (String x : step.next().keySet()) loss += k++ * end.get(x) * end.get(x);
    return loss;
  }

  private static List<Map<String, Double>> forward(IntegrationStep step, Map<String, Double> start) {
    List<Map<String, Double>> trajectory = new ArrayList<>(List.of(start));
    for (int k = 0; k < STEPS; k++) {
      Map<String, Double> names = at(trajectory.getLast(), k);
      step.stages().forEach((name, e) -> names.put(name, Evaluation.of(e, names)));
      Map<String, Double> next = new HashMap<>(trajectory.getLast());
      step.next().forEach((name, e) -> next.put(name, Evaluation.of(e, names)));
      trajectory.add(next);
    }
    return trajectory;
  }

  private static Map<String, Double> at(Map<String, Double> state, int k) {
    Map<String, Double> names = new HashMap<>(state);
    names.put("dt", DT);
    names.put("t", k * DT);
    return names;
  }

  private static Map<String, Double> backward(IntegrationStep step, Map<String, Double> start) {
    List<Expr> with = start.keySet().stream().sorted().map(Trees::name).toList();
    StepAdjoint adjoint = StepAdjoint.of(step, with, Derivative.Rules.STRICT);
    List<Map<String, Double>> trajectory = forward(step, start);
    Map<String, Double> gradient = new TreeMap<>();
    start.keySet().forEach(name -> gradient.put(name, 0.0));
    int index = 1;
    for (String x : step.next().keySet()) gradient.put(x, 2 * index++ * trajectory.getLast().get(x));
    for (int k = STEPS - 1; k >= 0; k--) {
      Map<String, Double> names = at(trajectory.get(k), k);
      for (String x : step.next().keySet()) names.put(StepAdjoint.adjoint(x), gradient.get(x));
      adjoint.stages().forEach((name, e) -> names.put(name, Evaluation.of(e, names)));
      adjoint.adjoints().forEach((name, e) -> names.put(name, Evaluation.of(e, names)));
      for (String x : step.next().keySet()) gradient.put(x, 0.0);
      adjoint.gradients().forEach((v, e) -> gradient.merge(Printed.of(v), Evaluation.of(e, names), Double::sum));
    }
    return gradient;
  }
}

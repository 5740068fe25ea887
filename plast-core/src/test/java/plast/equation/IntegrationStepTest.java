package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plast.equation.Scope.Owner;
import plast.math.Matrix;
import plast.math.Propagator;

class IntegrationStepTest {
  private static final String DRIVEN_PENDULUM = """
      dangle/dt = speed : 1
      dspeed/dt = -sin(angle) - drag*speed + drive : 1
      drive = cos(2*t)*angle : 1
      drag : 1 (constant)
      """;

  @ParameterizedTest
  @CsvSource({"euler, 1", "rk2, 2", "heun, 2", "rk4, 4"})
  void halvingTheStepDividesTheErrorByTwoToTheOrder(String method, int order) {
    CheckedModel model = model(DRIVEN_PENDULUM);
    IntegrationStep step = IntegrationStep.of(model, Integrator.find(method).orElseThrow());
    Map<String, Double> start = Map.of("angle", 1.0, "speed", 0.2, "drag", 0.3, "t", 0.0);
    double truth = run(IntegrationStep.of(model, Integrator.RK4), start, 1.0 / 2000, 2000).get("angle");
    double coarse = run(step, start, 1.0 / 40, 40).get("angle") - truth;
    double fine = run(step, start, 1.0 / 80, 80).get("angle") - truth;
    assertThat(Math.log(coarse / fine) / Math.log(2)).isEqualTo(order, within(0.15));
  }

  @Test
  void exactIsExactWhateverTheStep() {
    IntegrationStep step = IntegrationStep.of(model("dv/dt = (b - v)/tau : 1\nb : 1\ntau : 1 (constant)"),
        Integrator.EXACT);
    assertThat(step.coupled()).isEmpty();
    double v = run(step, Map.of("v", 3.0, "b", 2.0, "tau", 5.0), 7, 1).get("v");
    assertThat(v).isEqualTo(2 + Math.exp(-1.4), within(1e-14));
  }

  @Test
  void exactOfAnIntegratorAddsItsDrive() {
    IntegrationStep step = IntegrationStep.of(model("dv/dt = b : 1\nb : 1"), Integrator.EXACT);
    assertThat(Printed.of(step.next().get("v"))).isEqualTo("v + dt*b");
  }

  @Test
  void coupledVariablesMoveWithTheMatrixExponential() {
    IntegrationStep step = IntegrationStep.of(model("""
        dg/dt = (h - g)/2 : 1
        dh/dt = -h/2 + c : 1
        dfree/dt = -free : 1
        c : 1
        """), Integrator.EXACT);
    assertThat(Printed.of(step.next().get("free"))).isEqualTo("exp(-dt)*free");
    assertThat(Printed.of(step.next().get("g"))).contains("_phi_g_h*h").contains("_psi_g_h*c");
    assertThat(Printed.of(step.next().get("h"))).doesNotContain("_phi");
    Matrix a = Matrix.zeros(2, 2);
    a.set(0, 0, -0.5);
    a.set(0, 1, 0.5);
    a.set(1, 1, -0.5);
    Propagator p = Propagator.of(a, 3);
    Map<String, Double> names = Map.of("g", 0.0, "h", 1.0, "free", 1.0, "c", 0.0,
        "_phi_g_g", p.phi().get(0, 0), "_phi_g_h", p.phi().get(0, 1),
        "_psi_g_g", p.psi().get(0, 0), "_psi_g_h", p.psi().get(0, 1));
    assertThat(run(step, names, 3, 1).get("g")).isEqualTo(1.5 * Math.exp(-1.5), within(1e-14));
  }

  @Test
  void exponentialEulerIsExactForOneLinearVariableAndHoldsCoefficientsOfOthers() {
    IntegrationStep step = IntegrationStep.of(model("""
        dv/dt = (E - v)*g : 1
        dg/dt = -g : 1
        E : 1 (constant)
        """), Integrator.EXPONENTIAL_EULER);
    double v = run(step, Map.of("v", 1.0, "g", 0.8, "E", 4.0), 2, 1).get("v");
    assertThat(v).isEqualTo(4 - 3 * Math.exp(-1.6), within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({"exact", "exponential_euler", "euler", "rk2", "rk4", "heun"})
  void refractoryVariablesAreHeld(String method) {
    CheckedModel model = model("dv/dt = -v : 1 (unless refractory)\ndw/dt = -w : 1", Owner.NEURONS);
    IntegrationStep step = IntegrationStep.of(model, Integrator.find(method).orElseThrow());
    Map<String, Double> held = run(step, Map.of("v", 1.0, "w", 1.0, "not_refractory", 0.0), 0.1, 1);
    assertThat(held.get("v")).isEqualTo(1);
    assertThat(held.get("w")).isEqualTo(Math.exp(-0.1), within(0.01));
    Map<String, Double> free = run(step, Map.of("v", 1.0, "w", 1.0, "not_refractory", 1.0), 0.1, 1);
    assertThat(free.get("v")).isEqualTo(free.get("w"));
  }

  /** dx = a x dt + b x ∘ dW has the solution x₀·exp(a t + b W(t)). */
  @ParameterizedTest
  @CsvSource({"milstein", "heun"})
  void multipliedNoiseConvergesToTheStratonovichSolution(String method) {
    IntegrationStep step = IntegrationStep.of(model("dx/dt = a*x + b*x*xi : 1\na : 1 (constant)\n"
        + "b : 1 (constant)"), Integrator.find(method).orElseThrow());
    assertThat(step.noise()).containsExactly("_xi");
    SplittableRandom random = new SplittableRandom(4);
    double coarse = 0;
    double fine = 0;
    for (int path = 0; path < 300; path++) {
      double[] normals = Stream.generate(random::nextGaussian).limit(64).mapToDouble(x -> x).toArray();
      double end = Math.exp(0.5 + 0.7 * java.util.Arrays.stream(normals).sum() / 8);
      coarse += Math.abs(noisy(step, normals, 4) - end);
      fine += Math.abs(noisy(step, normals, 1) - end);
    }
    assertThat(coarse / fine).as("error of four times the step").isBetween(3.0, 5.5);
    assertThat(fine / 300).isLessThan(0.03);
  }

  /** One unit of time on a Brownian path, {@code together} of its 64 pieces per step. */
  private static double noisy(IntegrationStep step, double[] normals, int together) {
    Map<String, Double> state = Map.of("x", 1.0, "a", 0.5, "b", 0.7);
    for (int k = 0; k < normals.length; k += together) {
      double sum = 0;
      for (int j = 0; j < together; j++) sum += normals[k + j];
      state = with(state, "_xi", sum / Math.sqrt(together));
      state = run(step, state, together / 64.0, 1);
    }
    return state.get("x");
  }

  @Test
  void additiveNoiseIsScaledWithTheRootOfTheStep() {
    IntegrationStep step = IntegrationStep.of(model("dx/dt = -x + 3*xi : 1"), Integrator.EULER);
    assertThat(run(step, Map.of("x", 0.0, "_xi", 2.0), 0.25, 1).get("x")).isEqualTo(3, within(1e-15));
  }

  @Test
  void methodsThatCannotAdvanceTheModelSayWhy() {
    assertThatThrownBy(() -> IntegrationStep.of(model("dx/dt = -x**3 : 1"), Integrator.EXACT))
        .isInstanceOf(EquationException.class).hasMessageStartingWith("m: exact is not possible: ");
    assertThatThrownBy(() -> IntegrationStep.of(model("dx/dt = -x + xi : 1"), Integrator.RK4))
        .hasMessage("m: rk4 knows no noise: use euler or heun");
    CheckedModel held = model("dv/dt = -v + u : 1 (unless refractory)\ndu/dt = -u : 1", Owner.NEURONS);
    assertThatThrownBy(() -> IntegrationStep.of(held, Integrator.EXACT))
        .hasMessageContaining("held while refractory; use exponential_euler");
    assertThat(IntegratorChoice.of(held).method()).isEqualTo(Integrator.EULER);
  }

  private static CheckedModel model(String text) {
    return model(text, Owner.RATES);
  }

  private static CheckedModel model(String text, Owner owner) {
    String timed = owner == Owner.NEURONS ? text.replace("-v", "-v/second").replace("-w", "-w/second")
        .replace("+ u", "+ u/second").replace("-u", "-u/second") : text;
    return ModelCheck.parse("m", timed, Scope.of(owner)).orThrow();
  }

  private static Map<String, Double> run(IntegrationStep step, Map<String, Double> start, double dt, int steps) {
    Map<String, Double> state = with(start, "dt", dt);
    for (int k = 0; k < steps; k++) {
      Map<String, Double> names = new HashMap<>(state);
      names.put("t", k * dt);
      step.stages().forEach((name, e) -> names.put(name, Evaluation.of(e, names)));
      Map<String, Double> next = new HashMap<>(state);
      step.next().forEach((name, e) -> next.put(name, Evaluation.of(e, names)));
      state = next;
    }
    return state;
  }

  private static Map<String, Double> with(Map<String, Double> names, String name, double value) {
    Map<String, Double> more = new HashMap<>(names);
    more.put(name, value);
    return more;
  }
}

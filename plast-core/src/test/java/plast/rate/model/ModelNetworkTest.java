package plast.rate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import plast.equation.CheckedModel;
import plast.equation.Derivative;
import plast.equation.Integrator;
import plast.equation.IntegratorChoice;
import plast.equation.ModelCheck;
import plast.equation.Scope;
import plast.kernel.Precision;
import plast.math.Activation;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Parameters;

/** Whole networks against central differences, against the engine of one equation, and one trial at a time. */
class ModelNetworkTest {
  private static final int N = 5, INPUTS = 2, STEPS = 6, TRIALS = 3;
  private static final double DT = 0.2, H = 1e-5;
  private static final String LEAK = "dx/dt = (-x + input(rec) + input(stim) + b)/tau : 1\ntau : 1\nb : 1";

  record Case(String name, String text, String sent, boolean dale, boolean masked) {}

  static final List<Case> CASES = List.of(
      new Case("tanh unit", LEAK, "tanh(x)", false, false),
      new Case("rate leak", "dx/dt = (-x + tanh(input(rec) + input(stim) + b))/tau : 1\ntau : 1\nb : 1", "x", false,
          false),
      new Case("adaptation", """
          dx/dt = (-x + input(rec) + input(stim) - a + b)/tau : 1
          da/dt = (0.5*tanh(x) - a)/(3*tau) : 1
          tau : 1
          b : 1
          """, "tanh(x)", false, false),
      new Case("short-term plasticity", """
          dx/dt = (-x + input(rec) + input(stim) + b)/tau : 1
          ds/dt = (1 - s)/2 - u*s*r*0.5 : 1
          du/dt = (0.3 - u)/1.5 + 0.3*(1 - u)*r*0.5 : 1
          r = sigmoid(x) : 1
          tau : 1
          b : 1
          """, "r*u*s", false, false),
      new Case("gated unit", """
          dx/dt = sigmoid(input(stim) + b)*(tanh(input(rec) + input(stim)) - x)/tau : 1
          tau : 1
          b : 1
          """, "x", false, false),
      new Case("softplus", LEAK, "softplus(x)", false, false),
      new Case("threshold-linear", LEAK, "max(x, 0)", false, false),
      new Case("oscillator", """
          dx/dt = (x - x**3/3 - v + input(rec) + input(stim))/tau : 1
          dv/dt = 0.3*(x + b - 0.5*v) : 1
          tau : 1
          b : 1
          """, "x", false, false),
      new Case("linear", "dx/dt = (-x + input(rec) + input(stim) + b)/tau : 1\ntau : 1\nb : 1", "x", false, false),
      new Case("Dale", LEAK, "sigmoid(x)", true, false),
      new Case("masked", LEAK, "where(x > 0, x, 0.1*x)", false, true));

  static Stream<Arguments> networks() {
    List<Arguments> all = new ArrayList<>();
    for (Case c : CASES) {
      for (Integrator i : Integrator.values()) {
        if (IntegratorChoice.refusal(model(c.text), i).isEmpty()) all.add(Arguments.of(c, i));
      }
    }
    return all.stream();
  }

  private static CheckedModel model(String text) {
    return ModelCheck.parse("units", text, Scope.of(Scope.Owner.RATES).withProjections("rec", "stim")).orThrow();
  }

  private static Matrix random(RandomStream r, int rows, int columns) {
    Matrix m = Matrix.zeros(rows, columns);
    for (int k = 0; k < m.values().length; k++) m.values()[k] = r.nextGaussian() * 0.5;
    return m;
  }

  private static double[] around(RandomStream r, double mean, int n) {
    double[] v = new double[n];
    for (int k = 0; k < n; k++) v[k] = mean + 0.3 * r.uniform(-1, 1);
    return v;
  }

  /** Two populations of the same equations in a loop; tau one for each unit and trained, x(0) trained. */
  private static NetworkDescription description(Case c, Integrator integrator) {
    RandomStream r = new Seed(3).stream("weights");
    Population e = Population.of("e", model(c.text), N, integrator).with("tau", around(r, 1, N)).with("b",
        around(r, 0.1, N)).with("x", around(r, 0.2, N)).training("tau", "b", "x");
    Population i = Population.of("i", model(c.text), 3, integrator).with("tau", 0.7).with("b", 0.2).training("tau");
    Projection ee = Projection.of("ee", "e", c.sent, "e", random(r, N, N)).readAs("rec");
    Projection ei = Projection.of("ei", "i", c.sent, "e", random(r, N, 3)).readAs("rec");
    if (c.dale) {
      ee = ee.signed(1, 1, 1, 1, 1);
      ei = ei.signed(-1, -1, -1);
    }
    if (c.masked) {
      Matrix mask = Matrix.zeros(N, N);
      for (int k = 0; k < N * N; k += 2) mask.values()[k] = 1;
      ee = ee.masked(mask);
    }
    return new NetworkDescription(List.of(e, i), List.of(ee, ei,
        Projection.of("ie", "e", c.sent, "i", random(r, 3, N)).readAs("rec"),
        Projection.ofStimulus("se", "e", random(r, N, INPUTS)).readAs("stim"),
        Projection.ofStimulus("si", "i", random(r, 3, INPUTS)).readAs("stim")),
        List.of(Readout.of("y", "e", c.sent, random(r, 2, N)), Readout.of("z", "i", "x", random(r, 1, 3))), INPUTS, DT);
  }

  private static float[] stimulus(int size) {
    RandomStream r = new Seed(4).stream("stimulus");
    float[] u = new float[size];
    for (int k = 0; k < size; k++) u[k] = (float) r.nextGaussian();
    return u;
  }

  private static double loss(ModelNetwork network, ModelParameters p, float[] u) {
    network.forward(p, u, new ModelNetwork.Extent(STEPS, TRIALS), null);
    double sum = 0;
    for (String readout : List.of("y", "z")) {
      double[] y = network.output(readout);
      for (int k = 0; k < y.length; k++) sum += (1 + k % 3) * y[k] * y[k] / 2;
    }
    return sum;
  }

  private static double[] errors(double[] y) {
    double[] e = y.clone();
    for (int k = 0; k < e.length; k++) e[k] *= 1 + k % 3;
    return e;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAreLimitsOfDifferences(Case c, Integrator integrator) {
    ModelNetwork network = new ModelNetwork(description(c, integrator), Precision.DOUBLE, Derivative.Rules.STRICT);
    ModelParameters p = network.parameters();
    float[] u = stimulus(STEPS * TRIALS * INPUTS);
    loss(network, p, u);
    ModelParameters gradient = p.zeros();
    network.backward(p, new double[][] {errors(network.output("y")), errors(network.output("z"))}, gradient);
    for (int a = 0; a < p.arrays().size(); a++) {
      double[] values = p.arrays().get(a);
      double largest = 0, difference = 0;
      for (int k = 0; k < values.length; k++) {
        double value = values[k];
        values[k] = value + H;
        double above = loss(network, p, u);
        values[k] = value - H;
        double below = loss(network, p, u);
        values[k] = value;
        double numeric = (above - below) / (2 * H);
        largest = Math.max(largest, Math.abs(numeric));
        difference = Math.max(difference, Math.abs(numeric - gradient.arrays().get(a)[k]));
      }
      assertThat(largest).as("array " + a).isGreaterThan(0);
      assertThat(difference / largest).as("array " + a).isLessThan(1e-6);
    }
  }

  @Test
  void agreesWithTheEngineOfTheOneEquation() {
    int units = 9;
    RandomStream r = new Seed(8).stream("weights");
    Parameters q = new Parameters(random(r, units, units), random(r, units, INPUTS), random(r, 2, units),
        around(r, 0, units), around(r, 0, 2));
    NetworkSettings settings = new NetworkSettings(units, Activation.TANH, 20, 100, Leak.STATE, 0, true,
        plast.rate.Precision.DOUBLE, new Initialisation(Initialisation.Kind.GAUSSIAN, 1, 1, 0));
    HandWrittenNetwork engine = new HandWrittenNetwork(settings, INPUTS, 2);
    Population p = Population.of("e", model(LEAK), units, Integrator.EULER).with("tau", 1).with("b", q.bias())
        .training("b");
    ModelNetwork network = new ModelNetwork(new NetworkDescription(List.of(p), List.of(
        Projection.of("rec", "e", "tanh(x)", "e", q.recurrent()), Projection.ofStimulus("stim", "e", q.input())),
        List.of(new Readout("y", "e", "tanh(x)", q.readout(), q.outputBias())), INPUTS, DT), Precision.DOUBLE,
        Derivative.Rules.STRICT);
    float[] u = stimulus(STEPS * TRIALS * INPUTS);
    engine.forward(q, u, STEPS, TRIALS, null);
    ModelParameters m = network.parameters();
    network.forward(m, u, new ModelNetwork.Extent(STEPS, TRIALS), null);
    assertThat(network.output("y")).containsExactly(engine.output(), within(1e-12));
    Parameters expected = Parameters.zeros(units, INPUTS, 2);
    engine.backward(q, errors(engine.output()), expected);
    ModelParameters gradient = m.zeros();
    network.backward(m, new double[][] {errors(network.output("y"))}, gradient);
    assertThat(gradient.weights().get("rec").values()).containsExactly(expected.recurrent().values(), within(1e-12));
    assertThat(gradient.weights().get("stim").values()).containsExactly(expected.input().values(), within(1e-12));
    assertThat(gradient.weights().get("y").values()).containsExactly(expected.readout().values(), within(1e-12));
    assertThat(gradient.trained().get("e.b")).containsExactly(expected.bias(), within(1e-12));
    assertThat(gradient.biases().get("y")).containsExactly(expected.outputBias(), within(1e-12));
  }

  /**
   * What vectors take on the heap is gone once the compiler is done, which has a thread of its own. Some loops run once
   * in a pass: short passes of many trials make them hot soonest.
   */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void warmPassesAllocateNothing(Precision precision) throws InterruptedException {
    ModelNetwork network = new ModelNetwork(description(CASES.getFirst(), Integrator.EULER), precision,
        Derivative.Rules.STRICT);
    ModelNetwork.Extent extent = new ModelNetwork.Extent(2, 50);
    int rows = extent.steps() * extent.trials();
    float[] u = stimulus(rows * INPUTS);
    double[][] errors = {new double[rows * 2], new double[rows]};
    ModelParameters parameters = network.parameters();
    ModelParameters gradient = parameters.zeros();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = Long.MAX_VALUE;
    for (int pass = 0; pass < 3000 && allocated > 0; pass++) {
      if (pass > 1200) Thread.sleep(5); // the loops are hot by now: the compiler's turn
      long before = threads.getCurrentThreadAllocatedBytes();
      network.forward(parameters, u, extent, null);
      network.backward(parameters, errors, gradient);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(allocated).isZero();
  }

  @Test
  void aBatchIsItsTrialsOneByOne() {
    ModelNetwork network = new ModelNetwork(description(CASES.get(2), Integrator.RK4), Precision.DOUBLE,
        Derivative.Rules.STRICT);
    ModelParameters p = network.parameters();
    float[] u = stimulus(STEPS * TRIALS * INPUTS);
    network.forward(p, u, new ModelNetwork.Extent(STEPS, TRIALS), null);
    double[] all = network.output("z").clone();
    for (int trial = 0; trial < TRIALS; trial++) {
      float[] one = new float[STEPS * INPUTS];
      for (int t = 0; t < STEPS; t++) System.arraycopy(u, (t * TRIALS + trial) * INPUTS, one, t * INPUTS, INPUTS);
      network.forward(p, one, new ModelNetwork.Extent(STEPS, 1), null);
      for (int t = 0; t < STEPS; t++) {
        assertThat(network.output("z")[t]).isEqualTo(all[t * TRIALS + trial], within(1e-13));
      }
    }
    assertThat(Arrays.stream(all).distinct().count()).isGreaterThan(STEPS);
  }

  @Test
  void jumpsAreRefusedUnlessASurrogateIsNamed() {
    NetworkDescription jumping = description(new Case("spike", LEAK, "heaviside(x)", false, false), Integrator.EULER);
    assertThatThrownBy(() -> new ModelNetwork(jumping, Precision.DOUBLE, Derivative.Rules.STRICT))
        .hasMessageContaining("has no derivative");
    assertThat(new ModelNetwork(jumping, Precision.DOUBLE,
        Derivative.Rules.with(plast.equation.Surrogate.SIGMOID)).parameters().trained()).containsKey("e.tau");
  }

  @Test
  void singlePrecisionAgreesWithDouble() {
    List<ModelParameters> gradients = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      ModelNetwork network = new ModelNetwork(description(CASES.get(3), Integrator.HEUN), precision,
          Derivative.Rules.STRICT);
      ModelParameters p = network.parameters();
      loss(network, p, stimulus(STEPS * TRIALS * INPUTS));
      ModelParameters gradient = p.zeros();
      network.backward(p, new double[][] {errors(network.output("y")), errors(network.output("z"))}, gradient);
      gradients.add(gradient);
    }
    for (int a = 0; a < gradients.getFirst().arrays().size(); a++) {
      double[] exact = gradients.get(1).arrays().get(a);
      double scale = Arrays.stream(exact).map(Math::abs).max().orElse(0);
      assertThat(gradients.getFirst().arrays().get(a)).containsExactly(exact, within(3e-5 * scale));
    }
  }
}

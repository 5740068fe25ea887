package plast.rate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plast.equation.CheckedModel;
import plast.equation.Derivative;
import plast.equation.Integrator;
import plast.equation.ModelCheck;
import plast.equation.Scope;
import plast.kernel.Precision;
import plast.math.Activation;
import plast.math.Matrix;
import plast.math.Panels;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Parameters;
import plast.rate.HandWrittenNetwork;
import plast.rule.Activity;

/** Networks of several panels, with padding, over several stretches, against the built-in engine. */
class ModelPanelsTest {
  private static final int INPUTS = 3, OUTPUTS = 2;
  private static final String STATE = "dx/dt = (-x + input(rec) + input(stim) + b)/tau : 1\ntau : 1\nb : 1";
  private static final String RATE = "dx/dt = (-x + tanh(input(rec) + b + input(stim)))/tau : 1\ntau : 1\nb : 1";

  private final RandomStream random = new Seed(8).stream("numbers");

  private Matrix random(int rows, int columns) {
    Matrix m = Matrix.zeros(rows, columns);
    for (int k = 0; k < m.values().length; k++) m.values()[k] = random.nextGaussian() / Math.sqrt(columns);
    return m;
  }

  private double[] random(int size) {
    return random(1, size).values();
  }

  private static CheckedModel model(String text) {
    return ModelCheck.parse("units", text, Scope.of(Scope.Owner.RATES).withProjections("rec", "stim")).orThrow();
  }

  @ParameterizedTest
  @CsvSource({
      "STATE, 9, 3, 6, DOUBLE", "STATE, 70, 20, 31, DOUBLE", "STATE, 70, 20, 31, FLOAT", "STATE, 64, 16, 9, FLOAT",
      "STATE, 37, 130, 3, FLOAT", "STATE, 33, 1, 300, FLOAT", "RATE, 9, 3, 6, DOUBLE", "RATE, 70, 20, 31, DOUBLE",
      "RATE, 70, 20, 31, FLOAT"})
  void agreesWithTheBuiltInEngine(Leak leak, int units, int trials, int steps, Precision precision) {
    Parameters q = new Parameters(random(units, units), random(units, INPUTS), random(OUTPUTS, units), random(units),
        random(OUTPUTS));
    HandWrittenNetwork engine = new HandWrittenNetwork(new NetworkSettings(units, Activation.TANH, 20, 100, leak, 0,
        true,
        plast.rate.Precision.valueOf(precision.name()), new Initialisation(Initialisation.Kind.GAUSSIAN, 1, 1, 0)),
        INPUTS, OUTPUTS);
    String rate = leak == Leak.STATE ? "tanh(x)" : "x";
    Population p = Population.of("e", model(leak == Leak.STATE ? STATE : RATE), units, Integrator.EULER).with("tau", 1)
        .with("b", q.bias()).training("b").telling(rate);
    ModelNetwork network = new ModelNetwork(new NetworkDescription(List.of(p), List.of(
        Projection.of("rec", "e", "e", q.recurrent()), Projection.ofStimulus("stim", "e", q.input())),
        List.of(new Readout("y", "e", "", q.readout(), q.outputBias())), INPUTS, 0.2), precision,
        Derivative.Rules.STRICT);
    float[] u = new float[steps * trials * INPUTS];
    for (int k = 0; k < u.length; k++) u[k] = (float) random.nextGaussian();
    double[] errors = random(steps * trials * OUTPUTS);
    ModelParameters m = network.parameters();
    ModelParameters gradient = m.zeros();
    Parameters expected = Parameters.zeros(units, INPUTS, OUTPUTS);
    double tolerance = precision == Precision.DOUBLE ? 1e-12 : 2e-4;
    for (int pass = 0; pass < 2; pass++) { // nothing of the first one is left in the second
      engine.forward(q, u, steps, trials, null);
      network.forward(m, u, new ModelNetwork.Extent(steps, trials), null);
      assertThat(network.output("y")).containsExactly(engine.output(), within(tolerance));
      engine.backward(q, errors, expected, false);
      network.backward(m, new double[][] {errors}, gradient);
      assertThat(gradient.weights().get("rec").values()).containsExactly(expected.recurrent().values(),
          within(tolerance));
      assertThat(gradient.weights().get("stim").values()).containsExactly(expected.input().values(), within(tolerance));
      assertThat(gradient.weights().get("y").values()).containsExactly(expected.readout().values(), within(tolerance));
      assertThat(gradient.trained().get("e.b")).containsExactly(expected.bias(), within(tolerance));
    }
    assertThat(network.acting("rec").values()).containsExactly(q.recurrent().values(), within(1e-7));
    double x = network.value("e", "x", new ModelNetwork.Point(steps, trials - 1, units - 1));
    assertThat(leak == Leak.STATE ? Math.tanh(x) : x)
        .isEqualTo(engine.rate(steps, trials - 1, units - 1), within(Math.max(tolerance, 1e-5)));
  }

  @Test
  void smallerBatchesAfterLargerOnesFindTheirPlaces() {
    Matrix recurrent = random(40, 40);
    Population p = Population.of("e", model("dx/dt = (tanh(input(rec) + input(stim)) - x)*b : 1\nb : 1"), 40,
        Integrator.HEUN).with("b", random(40)).training("b", "x").telling("sigmoid(x)*x");
    NetworkDescription description = new NetworkDescription(List.of(p), List.of(
        Projection.of("rec", "e", "e", recurrent), Projection.ofStimulus("stim", "e", random(40, INPUTS))),
        List.of(Readout.of("y", "e", random(OUTPUTS, 40))), INPUTS, 0.2);
    ModelNetwork used = new ModelNetwork(description, Precision.FLOAT, Derivative.Rules.STRICT);
    ModelParameters m = used.parameters();
    used.forward(m, new float[50 * 30 * INPUTS], new ModelNetwork.Extent(50, 30), null);
    used.backward(m, new double[][] {random(50 * 30 * OUTPUTS)}, m.zeros());
    float[] u = new float[11 * 7 * INPUTS];
    for (int k = 0; k < u.length; k++) u[k] = (float) random.nextGaussian();
    double[][] errors = {random(11 * 7 * OUTPUTS)};
    ModelNetwork fresh = new ModelNetwork(description, Precision.FLOAT, Derivative.Rules.STRICT);
    ModelParameters[] gradients = {m.zeros(), m.zeros()};
    for (int k = 0; k < 2; k++) {
      ModelNetwork network = k == 0 ? used : fresh;
      network.forward(m, u, new ModelNetwork.Extent(11, 7), null);
      network.backward(m, errors, gradients[k]);
    }
    assertThat(used.output("y")).containsExactly(fresh.output("y"));
    for (int a = 0; a < m.arrays().size(); a++) {
      assertThat(gradients[0].arrays().get(a)).containsExactly(gradients[1].arrays().get(a));
    }
  }

  @Test
  void stepsThatAreNotHeldAreComputedAgainWithTheSameNoise() {
    String noisy = "dx/dt = (-x + input(rec) + input(stim) + b)/tau + 0.3*xi : 1\ntau : 1\nb : 1";
    Population p = Population.of("e", model(noisy), 37, Integrator.EULER).with("tau", 1).with("b", 0.1).with("x", 0.4)
        .telling("tanh(x)");
    ModelNetwork network = new ModelNetwork(new NetworkDescription(List.of(p), List.of(
        Projection.of("rec", "e", "e", random(37, 37)), Projection.ofStimulus("stim", "e", random(37, INPUTS))),
        List.of(Readout.of("y", "e", random(OUTPUTS, 37))), INPUTS, 0.2), Precision.DOUBLE, Derivative.Rules.STRICT);
    ModelParameters m = network.parameters();
    for (int trials : new int[] {4, 9}) {
      network.forward(m, new float[12 * trials * INPUTS], new ModelNetwork.Extent(12, trials),
          new Seed(trials).stream("noise"));
      double[] output = network.output("y").clone();
      network.backward(m, new double[][] {random(12 * trials * OUTPUTS)}, m.zeros());
      Panels rates = network.activity("rec").panels(Activity.Side.POST);
      for (int t = 0; t <= 12; t++) {
        for (int k = 0; k < trials; k++) {
          double x = network.value("e", "x", new ModelNetwork.Point(t, k, 36));
          assertThat(Math.tanh(x)).isEqualTo(rates.get(t * trials + k, 36), within(1e-14));
        }
      }
      assertThat(network.value("e", "x", new ModelNetwork.Point(0, 0, 0))).isEqualTo(0.4);
      assertThat(network.firstNotFinite()).isEmpty();
      assertThat(network.output("y")).containsExactly(output);
    }
  }

  @Test
  void whatOnlyRulesSeeNeedsNoDerivative() {
    Population p = Population.of("e", model(STATE), 5, Integrator.EULER).with("tau", 1).with("b", 0.5)
        .telling("heaviside(x)");
    ModelNetwork network = new ModelNetwork(new NetworkDescription(List.of(p), List.of(
        Projection.of("rec", "e", "tanh(x)", "e", random(5, 5)), Projection.ofStimulus("stim", "e", random(5, INPUTS))),
        List.of(Readout.of("y", "e", "x", random(OUTPUTS, 5))), INPUTS, 0.2), Precision.DOUBLE,
        Derivative.Rules.STRICT);
    ModelParameters m = network.parameters();
    network.forward(m, new float[4 * 2 * INPUTS], new ModelNetwork.Extent(4, 2), null);
    network.backward(m, new double[][] {new double[4 * 2 * OUTPUTS]}, m.zeros());
    Activity seen = network.activity("rec");
    int row = seen.row(Activity.Side.POST, Activity.Lag.NOW);
    for (int i = 0; i < 5; i++) {
      double x = network.value("e", "x", new ModelNetwork.Point(1, 0, i));
      assertThat(seen.panels(Activity.Side.POST).get(row, i)).isEqualTo(x > 0 ? 1 : 0);
    }
  }
}

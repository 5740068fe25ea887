package plast.rate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plast.equation.CheckedModel;
import plast.equation.Derivative;
import plast.equation.Integrator;
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
import plast.rate.HandWrittenNetwork;
import plast.rule.Activity;
import plast.rule.Activity.Lag;
import plast.rule.Activity.Side;

/** What rules see of a network of equations, and where its numbers end. */
class ModelActivityTest {
  private static final int UNITS = 9, INPUTS = 2, OUTPUTS = 2, STEPS = 5, TRIALS = 3;
  private static final String LEAK = "dx/dt = (-x + input(rec) + input(stim))/tau : 1\ntau : 1";

  private final RandomStream random = new Seed(8).stream("weights");
  private final Parameters weights = new Parameters(random(UNITS, UNITS), random(UNITS, INPUTS),
      random(OUTPUTS, UNITS), new double[UNITS], new double[] {0.1, -0.2});
  private final HandWrittenNetwork engine = new HandWrittenNetwork(new NetworkSettings(UNITS, Activation.TANH, 20, 100,
      Leak.STATE, 0,
      true, plast.rate.Precision.DOUBLE, new Initialisation(Initialisation.Kind.GAUSSIAN, 1, 1, 0)), INPUTS, OUTPUTS);
  private final ModelNetwork network = network(LEAK, "tanh(x)");

  private Matrix random(int rows, int columns) {
    Matrix m = Matrix.zeros(rows, columns);
    for (int k = 0; k < m.values().length; k++) m.values()[k] = random.nextGaussian() * 0.5;
    return m;
  }

  private ModelNetwork network(String text, String rate) {
    CheckedModel model = ModelCheck.parse("units", text, Scope.of(Scope.Owner.RATES)
        .withProjections("rec", "stim")).orThrow();
    Population p = Population.of("e", model, UNITS, Integrator.EULER).with("tau", 1).telling(rate);
    return new ModelNetwork(new NetworkDescription(List.of(p), List.of(
        Projection.of("rec", "e", "e", weights.recurrent()), Projection.ofStimulus("stim", "e", weights.input())),
        List.of(new Readout("y", "e", "", weights.readout(), weights.outputBias())), INPUTS, 0.2), Precision.DOUBLE,
        Derivative.Rules.STRICT);
  }

  @BeforeEach
  void runBoth() {
    float[] stimulus = new float[STEPS * TRIALS * INPUTS];
    for (int k = 0; k < stimulus.length; k++) stimulus[k] = (float) random.nextGaussian();
    engine.forward(weights, stimulus, STEPS, TRIALS, null);
    network.forward(network.parameters(), stimulus, new ModelNetwork.Extent(STEPS, TRIALS), null);
  }

  private static void assertSame(Activity shown, Activity expected) {
    assertThat(shown.rows()).isEqualTo(expected.rows());
    for (Side side : Side.values()) {
      for (Lag lag : Lag.values()) {
        int row = expected.row(side, lag);
        assertThat(shown.row(side, lag)).isEqualTo(row);
        int columns = expected.panels(side).columns();
        for (int k = Math.max(0, -row); k < expected.rows(); k++) {
          for (int c = 0; c < Math.min(columns, shown.panels(side).columns()); c++) {
            assertThat(shown.panels(side).get(row + k, c)).isEqualTo(expected.panels(side).get(row + k, c),
                within(1e-12));
          }
        }
      }
    }
  }

  @Test
  void aRuleSeesWhatItSeesInTheBuiltInEngine() {
    assertSame(network.activity("rec"), engine.recurrentActivity());
    assertSame(network.activity("stim"), engine.inputActivity());
    assertSame(network.activity("y"), engine.readoutActivity());
    for (Lag lag : List.of(Lag.AS_IT_ACTS, Lag.NOW)) {
      Matrix expected = Matrix.zeros(UNITS, UNITS);
      Matrix shown = Matrix.zeros(UNITS, UNITS);
      engine.recurrentActivity().product(lag, expected);
      network.activity("rec").product(lag, shown);
      assertThat(shown.values()).containsExactly(expected.values(), within(1e-12));
    }
  }

  @Test
  void whatNobodySaysIsAskedFor() {
    assertThatThrownBy(() -> network(LEAK, "")).hasMessageContaining("does not say what of 'e' it sends");
    assertThatThrownBy(() -> network.activity("wreck")).hasMessageContaining("[rec, stim, y]");
  }

  @Test
  void theFirstNumberThatIsNotFiniteIsFound() {
    assertThat(network.firstNotFinite()).isEmpty();
    ModelNetwork broken = network("dx/dt = (-x + input(rec) + input(stim))/tau + log(2.5*dt - t) : 1\ntau : 1", "x");
    ModelNetwork.Extent extent = new ModelNetwork.Extent(STEPS, TRIALS);
    broken.forward(broken.parameters(), new float[STEPS * TRIALS * INPUTS], extent, null);
    assertThat(broken.firstNotFinite()).isEqualTo(Optional.of(
        new ModelNetwork.NotFinite("e", "x", new ModelNetwork.Point(4, 0, 0))));
  }
}

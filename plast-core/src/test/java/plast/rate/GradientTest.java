package plast.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plast.math.Activation;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.model.BuiltInNetwork;
import plast.rate.model.RateNetwork;
import plast.rule.Activity;

/** Backpropagation through time against central differences in double precision. */
class GradientTest {
  private static final int UNITS = 9, INPUTS = 3, OUTPUTS = 2, STEPS = 7, TRIALS = 5;
  private static final double STEP = 1e-6, TOLERANCE = 1e-6;

  record Case(
      Activation activation, Leak leak, Initialisation.Kind kind, double alpha, double noise, boolean autapses) {}

  static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      for (Leak leak : Leak.values()) {
        for (Initialisation.Kind kind : Initialisation.Kind.values()) {
          all.add(new Case(activation, leak, kind, 0.2, 0, true));
        }
        all.add(new Case(activation, leak, Initialisation.Kind.GAUSSIAN, 1, 0, true));
        all.add(new Case(activation, leak, Initialisation.Kind.GAUSSIAN, 0.5, 0.1, false));
      }
    }
    return all;
  }

  static NetworkSettings network(Case c, Precision precision) {
    Initialisation how = new Initialisation(c.kind(), 1.2, 1, c.kind() == Initialisation.Kind.LOG_NORMAL ? 0.2 : 0);
    return new NetworkSettings(
        UNITS, c.activation(), 100 * c.alpha(), 100, c.leak(), c.noise(), c.autapses(), precision, how);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithCentralDifferences(Case c) {
    RateNetwork network = RateNetwork.of(network(c, Precision.DOUBLE), INPUTS, OUTPUTS, new Seed(5));
    // Biases away from zero, so that their gradient and the kink of relu are tested at general points.
    RandomStream random = new Seed(5).stream("test");
    for (double[] biases : network.arrays().subList(3, 5)) {
      for (int k = 0; k < biases.length; k++) biases[k] = 0.3 * random.nextGaussian();
    }
    float[] input = input(STEPS * TRIALS * INPUTS, random);
    double[] factors = new double[STEPS * TRIALS * OUTPUTS];
    for (int k = 0; k < factors.length; k++) factors[k] = random.nextGaussian();
    loss(network, input, factors);
    double[] errors = factors.clone();
    for (int k = 0; k < errors.length; k++) errors[k] *= network.output()[k];
    network.backward(errors, Set.of());

    double largest = 0, difference = 0;
    for (int g = 0; g < network.arrays().size(); g++) {
      double[] values = network.arrays().get(g);
      for (int k = 0; k < values.length; k++) {
        if (g == 0 && !c.autapses() && k % (UNITS + 1) == 0) {
          assertThat(network.gradients().get(0)[k]).isZero();
          continue;
        }
        double value = values[k];
        values[k] = value + STEP;
        double above = loss(network, input, factors);
        values[k] = value - STEP;
        double below = loss(network, input, factors);
        values[k] = value;
        double numeric = (above - below) / (2 * STEP);
        largest = Math.max(largest, Math.abs(numeric));
        difference = Math.max(difference, Math.abs(numeric - network.gradients().get(g)[k]));
      }
    }
    assertThat(difference / largest).isLessThan(TOLERANCE);
  }

  private static float[] input(int size, RandomStream random) {
    float[] input = new float[size];
    for (int k = 0; k < size; k++) input[k] = (float) random.nextGaussian();
    return input;
  }

  /** Σ factor · y² / 2, whose gradient is factor · y. */
  private static double loss(RateNetwork network, float[] input, double[] factors) {
    network.forward(input, STEPS, TRIALS, new Seed(5).stream("noise"));
    double sum = 0;
    for (int k = 0; k < factors.length; k++) {
      double y = network.output()[k];
      sum += factors[k] * y * y / 2;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theEquationsAreWhatWasWrittenByHand(Case c) {
    for (Precision precision : Precision.values()) {
      NetworkSettings settings = network(c, precision);
      double within = precision == Precision.DOUBLE ? 1e-12 : 3e-5;
      Seed seed = new Seed(6);
      Parameters p = InitialWeights.draw(settings, INPUTS, OUTPUTS, seed);
      Parameters expected = Parameters.zeros(UNITS, INPUTS, OUTPUTS);
      HandWrittenNetwork byHand = new HandWrittenNetwork(settings, INPUTS, OUTPUTS);
      RateNetwork network = RateNetwork.of(settings, INPUTS, OUTPUTS, seed);
      float[] input = input(STEPS * TRIALS * INPUTS, seed.stream("test"));
      byHand.forward(p, input, STEPS, TRIALS, seed.stream("noise"));
      network.forward(input, STEPS, TRIALS, seed.stream("noise"));
      close(network.output(), byHand.output(), within);
      double[] errors = byHand.output().clone();
      byHand.backward(p, errors, expected, true);
      network.backward(errors, Set.of(BuiltInNetwork.RECURRENT));
      if (!c.autapses()) for (int i = 0; i < UNITS; i++) expected.recurrent().set(i, i, 0);
      List<double[]> wanted = List.of(expected.recurrent().values(), expected.input().values(),
          expected.readout().values(), expected.bias(), expected.outputBias());
      for (int g = 0; g < 5; g++) close(network.gradients().get(g), wanted.get(g), within);
      Matrix product = Matrix.zeros(UNITS, UNITS), own = Matrix.zeros(UNITS, UNITS);
      byHand.recurrentActivity().product(Activity.Lag.AS_IT_ACTS, product);
      network.activity(BuiltInNetwork.RECURRENT).product(Activity.Lag.AS_IT_ACTS, own);
      close(own.values(), product.values(), within);
    }
  }

  private static void close(double[] values, double[] expected, double within) {
    double scale = 1e-12;
    for (double v : expected) scale = Math.max(scale, Math.abs(v));
    for (int k = 0; k < values.length; k++) assertThat(values[k]).isCloseTo(expected[k], offset(within * scale));
  }

  @Test
  void largerAndSmallerBatchesCanFollowEachOther() {
    NetworkSettings settings =
        network(new Case(Activation.TANH, Leak.STATE, Initialisation.Kind.GAUSSIAN, 0.2, 0, true), Precision.FLOAT);
    float[] small = input(2 * 3 * INPUTS, new Seed(7).stream("test")), large = new float[11 * 13 * INPUTS];
    RateNetwork fresh = RateNetwork.of(settings, INPUTS, OUTPUTS, new Seed(7));
    RateNetwork used = RateNetwork.of(settings, INPUTS, OUTPUTS, new Seed(7));
    used.forward(large, 11, 13, null);
    used.forward(small, 2, 3, null);
    fresh.forward(small, 2, 3, null);
    assertThat(used.output()).isEqualTo(fresh.output());
  }

  @Test
  void noiseIsSeenAgainWhenStatesAreRead() {
    NetworkSettings settings =
        network(new Case(Activation.TANH, Leak.STATE, Initialisation.Kind.GAUSSIAN, 0.2, 0.3, true), Precision.DOUBLE);
    RateNetwork network = RateNetwork.of(settings, INPUTS, OUTPUTS, new Seed(7));
    network.forward(input(STEPS * TRIALS * INPUTS, new Seed(7).stream("test")), STEPS, TRIALS,
        new Seed(7).stream("noise"));
    double[] rates = new double[TRIALS * UNITS], states = new double[TRIALS * UNITS];
    for (int t = 0; t <= STEPS; t++) {
      network.read(network.observables().get(0), t, rates);
      network.read(network.observables().get(1), t, states);
      for (int k = 0; k < rates.length; k++) assertThat(rates[k]).isCloseTo(Math.tanh(states[k]), offset(1e-12));
    }
  }
}

package plast.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plast.math.Activation;
import plast.math.RandomStream;
import plast.math.Seed;

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
    NetworkSettings network = network(c, Precision.DOUBLE);
    Seed seed = new Seed(5);
    Parameters p = InitialWeights.draw(network, INPUTS, OUTPUTS, seed);
    // Biases away from zero, so that their gradient and the kink of relu are tested at general points.
    RandomStream random = seed.stream("test");
    for (double[] biases : List.of(p.bias(), p.outputBias())) {
      for (int k = 0; k < biases.length; k++) biases[k] = 0.3 * random.nextGaussian();
    }
    float[] input = new float[STEPS * TRIALS * INPUTS];
    for (int k = 0; k < input.length; k++) input[k] = (float) random.nextGaussian();
    double[] factors = new double[STEPS * TRIALS * OUTPUTS];
    for (int k = 0; k < factors.length; k++) factors[k] = random.nextGaussian();

    Propagation propagation = new Propagation(network, INPUTS, OUTPUTS);
    Parameters gradient = Parameters.zeros(UNITS, INPUTS, OUTPUTS);
    loss(propagation, p, input, factors, seed);
    double[] errors = factors.clone();
    for (int k = 0; k < errors.length; k++) errors[k] *= propagation.output()[k];
    propagation.backward(p, errors, gradient, false);

    double largest = 0, difference = 0;
    for (int g = 0; g < p.arrays().size(); g++) {
      double[] values = p.arrays().get(g);
      for (int k = 0; k < values.length; k++) {
        double value = values[k];
        values[k] = value + STEP;
        double above = loss(propagation, p, input, factors, seed);
        values[k] = value - STEP;
        double below = loss(propagation, p, input, factors, seed);
        values[k] = value;
        double numeric = (above - below) / (2 * STEP);
        largest = Math.max(largest, Math.abs(numeric));
        difference = Math.max(difference, Math.abs(numeric - gradient.arrays().get(g)[k]));
      }
    }
    assertThat(difference / largest).isLessThan(TOLERANCE);
  }

  /** Σ factor · y² / 2, whose gradient is factor · y. */
  private static double loss(Propagation propagation, Parameters p, float[] input, double[] factors, Seed seed) {
    propagation.forward(p, input, STEPS, TRIALS, seed.stream("noise"));
    double sum = 0;
    for (int k = 0; k < factors.length; k++) {
      double y = propagation.output()[k];
      sum += factors[k] * y * y / 2;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void singlePrecisionAgreesWithDouble(Case c) {
    Seed seed = new Seed(6);
    Parameters p = InitialWeights.draw(network(c, Precision.DOUBLE), INPUTS, OUTPUTS, seed);
    float[] input = new float[STEPS * TRIALS * INPUTS];
    RandomStream random = seed.stream("test");
    for (int k = 0; k < input.length; k++) input[k] = (float) random.nextGaussian();
    List<Parameters> gradients = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      Propagation propagation = new Propagation(network(c, precision), INPUTS, OUTPUTS);
      Parameters gradient = Parameters.zeros(UNITS, INPUTS, OUTPUTS);
      propagation.forward(p, input, STEPS, TRIALS, seed.stream("noise"));
      propagation.backward(p, propagation.output().clone(), gradient, true);
      gradients.add(gradient);
    }
    for (int g = 0; g < 5; g++) {
      double scale = 1e-12;
      for (double v : gradients.get(1).arrays().get(g)) scale = Math.max(scale, Math.abs(v));
      for (int k = 0; k < gradients.get(0).arrays().get(g).length; k++) {
        assertThat(gradients.get(0).arrays().get(g)[k])
            .isCloseTo(gradients.get(1).arrays().get(g)[k], org.assertj.core.data.Offset.offset(3e-5 * scale));
      }
    }
  }

  @Test
  void largerAndSmallerBatchesCanFollowEachOther() {
    NetworkSettings network =
        network(new Case(Activation.TANH, Leak.STATE, Initialisation.Kind.GAUSSIAN, 0.2, 0, true), Precision.FLOAT);
    Seed seed = new Seed(7);
    Parameters p = InitialWeights.draw(network, INPUTS, OUTPUTS, seed);
    float[] small = new float[2 * 3 * INPUTS], large = new float[11 * 13 * INPUTS];
    RandomStream random = seed.stream("test");
    for (int k = 0; k < small.length; k++) small[k] = (float) random.nextGaussian();
    Propagation fresh = new Propagation(network, INPUTS, OUTPUTS), used = new Propagation(network, INPUTS, OUTPUTS);
    used.forward(p, large, 11, 13, random);
    used.forward(p, small, 2, 3, random);
    fresh.forward(p, small, 2, 3, random);
    assertThat(used.output()).isEqualTo(fresh.output());
  }
}

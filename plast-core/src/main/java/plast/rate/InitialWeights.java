package plast.rate;

import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;

/**
 * Draws the weights of a network. Each projection has its own stream, and a gain only scales what is drawn: networks of
 * equal seed and different gain differ by a factor.
 */
public final class InitialWeights {
  /** Sd of the logarithm of log-normal magnitudes. */
  private static final double LOG_SD = 1;

  private InitialWeights() {}

  /** Weights of a network with {@code inputs} and {@code outputs} channels. */
  public static Parameters draw(NetworkSettings network, int inputs, int outputs, Seed seed) {
    int units = network.units();
    Initialisation how = network.initialisation();
    Parameters p = Parameters.zeros(units, inputs, outputs);
    recurrent(how, p.recurrent(), seed.stream("recurrent"));
    if (how.inhibitory() > 0) signColumns(p.recurrent(), how.inhibitory());
    if (!network.autapses()) {
      for (int i = 0; i < units; i++) p.recurrent().set(i, i, 0);
    }
    if (how.kind() == Initialisation.Kind.UNIFORM) {
      double bound = 1 / Math.sqrt(units);
      uniform(p.input().values(), how.inputGain() * bound, seed.stream("input"));
      uniform(p.readout().values(), bound, seed.stream("readout"));
      RandomStream biases = seed.stream("bias");
      uniform(p.bias(), bound, biases);
      // The libraries that start this way have one bias for the input and one for the recurrent projection.
      for (int i = 0; i < units; i++) p.bias()[i] += biases.uniform(-bound, bound);
      uniform(p.outputBias(), bound, biases);
    } else {
      gaussian(p.input().values(), how.inputGain() / Math.sqrt(inputs), seed.stream("input"));
      gaussian(p.readout().values(), 1 / Math.sqrt(units), seed.stream("readout"));
    }
    return p;
  }

  private static void recurrent(Initialisation how, Matrix w, RandomStream random) {
    double scale = how.gain() / Math.sqrt(w.rows());
    switch (how.kind()) {
      case GAUSSIAN -> gaussian(w.values(), scale, random);
      case UNIFORM -> uniform(w.values(), scale, random);
      case ORTHOGONAL -> orthogonal(w, how.gain(), random);
      case LOG_NORMAL -> {
        double unit = scale * Math.exp(-LOG_SD * LOG_SD);
        for (int k = 0; k < w.values().length; k++) {
          double magnitude = unit * Math.exp(LOG_SD * random.nextGaussian());
          w.values()[k] = random.nextBoolean() ? magnitude : -magnitude;
        }
      }
    }
  }

  private static void gaussian(double[] values, double sd, RandomStream random) {
    for (int k = 0; k < values.length; k++) values[k] = sd * random.nextGaussian();
  }

  private static void uniform(double[] values, double bound, RandomStream random) {
    for (int k = 0; k < values.length; k++) values[k] = random.uniform(-bound, bound);
  }

  /** Gram-Schmidt on the rows of a Gaussian matrix, twice, which is orthogonal to rounding. */
  private static void orthogonal(Matrix w, double gain, RandomStream random) {
    int n = w.rows();
    double[] v = w.values();
    gaussian(v, 1, random);
    for (int i = 0; i < n; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < i; k++) subtract(v, i * n, k * n, dot(v, i * n, k * n, n), n);
      }
      double norm = Math.sqrt(dot(v, i * n, i * n, n));
      for (int j = 0; j < n; j++) v[i * n + j] /= norm;
    }
    for (int k = 0; k < v.length; k++) v[k] *= gain;
  }

  private static double dot(double[] v, int a, int b, int n) {
    double sum = 0;
    for (int j = 0; j < n; j++) sum += v[a + j] * v[b + j];
    return sum;
  }

  private static void subtract(double[] v, int a, int b, double factor, int n) {
    for (int j = 0; j < n; j++) v[a + j] -= factor * v[b + j];
  }

  /** Dale's law: the last columns become inhibitory, the others excitatory; magnitudes stay. */
  private static void signColumns(Matrix w, double inhibitory) {
    int excitatory = w.columns() - (int) Math.round(inhibitory * w.columns());
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.columns(); j++) {
        double magnitude = Math.abs(w.get(i, j));
        w.set(i, j, j < excitatory ? magnitude : -magnitude);
      }
    }
  }
}

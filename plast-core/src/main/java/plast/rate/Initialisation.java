package plast.rate;

/**
 * How the weights start. N units, I inputs, O outputs.
 *
 * @param kind         distribution of the recurrent weights
 * @param gain         multiplies the recurrent weights: Gaussian entries have sd gain/√N, uniform ones are
 *                     gain·U(±1/√N)
 * @param inputGain    multiplies the input weights, N(0, 1/I) or for {@link Kind#UNIFORM} U(±1/√N)
 * @param inhibitory   share of units whose outgoing weights are all negative (Dale's law); 0 switches signs by column
 *                     off
 */
public record Initialisation(Kind kind, double gain, double inputGain, double inhibitory) {

  /** The distributions of the recurrent weights. */
  public enum Kind {
    /** N(0, gain²/N); inputs N(0, 1/I), readout N(0, 1/N), biases 0. */
    GAUSSIAN,
    /** U(±1/√N) for every weight and bias, the default of a common deep-learning library; gain scales W only. */
    UNIFORM,
    /** gain times a random orthogonal matrix. */
    ORTHOGONAL,
    /** log-normal magnitudes (log-sd 1) with random sign, variance gain²/N. */
    LOG_NORMAL
  }

  public static Initialisation gaussian(double gain) {
    return new Initialisation(Kind.GAUSSIAN, gain, 1, 0);
  }

  public static Initialisation uniform() {
    return new Initialisation(Kind.UNIFORM, 1, 1, 0);
  }

  /** The sd of a recurrent weight: gain/√N, or gain/√(3N) for the uniform one. */
  public double standardDeviation(int units) {
    return gain / Math.sqrt(kind == Kind.UNIFORM ? 3.0 * units : units);
  }
}

package plast.rate;

import java.util.Optional;
import plast.math.Activation;

/**
 * A rate network of {@code units} units, before its weights.
 *
 * <pre>
 * x[t] = (1−α) x[t−1] + α (W r[t−1] + Win u[t] + b + √(2/α) σ ξ[t]),   r = φ(x),   y[t] = Wout r[t] + c,   α = dt/τ
 * </pre>
 *
 * @param units          of all populations
 * @param dt             time step, ms
 * @param tau            membrane time constant, ms; at least dt
 * @param recurrentNoise σ, dimensionless
 * @param autapses       whether w_ii may differ from 0
 * @param written        texts in place of the equations above; of the rest then dt, tau (for the task) and precision
 *                       alone count
 */
public record NetworkSettings(
    int units,
    Activation activation,
    double dt,
    double tau,
    Leak leak,
    double recurrentNoise,
    boolean autapses,
    Precision precision,
    Initialisation initialisation,
    Optional<WrittenNetwork> written) {

  /** A network of the equations above. */
  public NetworkSettings(int units, Activation activation, double dt, double tau, Leak leak, double recurrentNoise,
      boolean autapses, Precision precision, Initialisation initialisation) {
    this(units, activation, dt, tau, leak, recurrentNoise, autapses, precision, initialisation, Optional.empty());
  }

  /** A network of the texts {@code written}; what they say themselves is left at its standard value. */
  public static NetworkSettings of(WrittenNetwork written, double dt, double tau, Precision precision) {
    return new NetworkSettings(written.units(), Activation.TANH, dt, tau, Leak.STATE, 0, true, precision,
        Initialisation.gaussian(1), Optional.of(written));
  }

  public double alpha() {
    return dt / tau;
  }
}

package plast.rate;

import plast.math.Activation;

/**
 * A rate network of {@code units} units, before its weights.
 *
 * <pre>
 * x[t] = (1−α) x[t−1] + α (W r[t−1] + Win u[t] + b + √(2/α) σ ξ[t]),   r = φ(x),   y[t] = Wout r[t] + c,   α = dt/τ
 * </pre>
 *
 * @param dt             time step, ms
 * @param tau            membrane time constant, ms; at least dt
 * @param recurrentNoise σ, dimensionless
 * @param autapses       whether w_ii may differ from 0
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
    Initialisation initialisation) {

  public double alpha() {
    return dt / tau;
  }
}

package plast.rate.model;

import org.jspecify.annotations.Nullable;
import plast.math.Matrix;

/**
 * Weights from a population, or from the stimulus, to a population.
 *
 * <pre>
 * input(name) of unit i at step t:   Σ_j v_ij s_j[t−1]     (stimulus: s_j[t])
 * v_ij = m_ij w_ij,   with signs:    v_ij = m_ij sign_j |w_ij|
 * </pre>
 *
 * @param name    unique in the network; its weights stand under it among the parameters
 * @param from    a population, or {@link #STIMULUS}
 * @param sent    s: an expression of the source's variables and parameters; empty for its rate, and for the stimulus
 * @param to      a population
 * @param input   the name in {@code input(...)} of the target's equations; projections of equal input add up
 * @param weights w at the start, target units x source units or channels
 * @param mask    m, factors of that shape, 0 where there is no synapse; null: all 1
 * @param signs   sign of each source unit (Dale's law), 1 or -1; null: weights have any sign
 */
public record Projection(String name, String from, String sent, String to, String input, Matrix weights,
    @Nullable Matrix mask, double @Nullable [] signs) {
  /** The source of the external channels. */
  public static final String STIMULUS = "stimulus";

  /** @throws IllegalArgumentException if shapes differ or a sign is none */
  public Projection {
    if (mask != null && (mask.rows() != weights.rows() || mask.columns() != weights.columns())) {
      throw new IllegalArgumentException("projection '" + name + "': the mask is " + mask.rows() + " x "
          + mask.columns() + ", the weights are " + weights.rows() + " x " + weights.columns());
    }
    if (signs != null) checkSigns(name, signs, weights.columns());
  }

  /** All-to-all from {@code from} to {@code to}, sending {@code sent}, such as {@code tanh(x)}. */
  public static Projection of(String name, String from, String sent, String to, Matrix weights) {
    return new Projection(name, from, sent, to, name, weights, null, null);
  }

  /** All-to-all from {@code from} to {@code to}, sending the rate of {@code from}. */
  public static Projection of(String name, String from, String to, Matrix weights) {
    return of(name, from, "", to, weights);
  }

  /** All-to-all from the stimulus' channels to {@code to}. */
  public static Projection ofStimulus(String name, String to, Matrix weights) {
    return new Projection(name, STIMULUS, "", to, name, weights, null, null);
  }

  public Projection masked(Matrix factors) {
    return new Projection(name, from, sent, to, input, weights, factors, signs);
  }

  public Projection signed(double... ofSourceUnits) {
    return new Projection(name, from, sent, to, input, weights, mask, ofSourceUnits.clone());
  }

  /** The same under another name in the target's equations. */
  public Projection readAs(String other) {
    return new Projection(name, from, sent, to, other, weights, mask, signs);
  }

  boolean isStimulus() {
    return from.equals(STIMULUS);
  }

  private static void checkSigns(String name, double[] signs, int units) {
    if (signs.length != units) {
      throw new IllegalArgumentException("projection '" + name + "': " + signs.length + " signs for " + units
          + " source units");
    }
    for (int j = 0; j < units; j++) {
      if (Math.abs(signs[j]) != 1) {
        throw new IllegalArgumentException("projection '" + name + "': the sign of source unit " + j + " is "
            + signs[j] + ", allowed are 1 and -1");
      }
    }
  }
}

package plast.rule;

import java.util.Arrays;
import plast.math.Functions;

/**
 * Which synapses of a projection are strong.
 *
 * <pre>
 * weak   and |w| ≥ θ↑ : becomes strong          (≥: with θ = 0 every synapse is strong)
 * strong and |w| &lt; θ↓ : becomes weak
 * </pre>
 * At first a synapse is strong where |w(0)| ≥ θ↑; that counts as no switch.
 */
public final class Switching {
  private final double up;
  private final double down;
  /** 1 where strong, 0 where weak: a factor, so that updates need no branch. */
  private final double[] strong;
  private int strongCount;
  private final int[] switched = new int[2];

  private Switching(double up, double down, double[] strong) {
    this.up = up;
    this.down = down;
    this.strong = strong;
    strongCount = count(strong);
  }

  /**
   * The state before training.
   *
   * @param weights   w(0), not modified
   * @param initialSd sd of the distribution that w(0) was drawn from, for {@link Threshold.Unit#INITIAL_SD}
   */
  public static Switching of(Threshold threshold, double[] weights, double initialSd) {
    double up = switch (threshold.unit()) {
      case ABSOLUTE -> threshold.up();
      case INITIAL_SD -> threshold.up() * initialSd;
      case QUANTILE -> quantile(weights, threshold.up());
    };
    double down = switch (threshold.unit()) {
      case ABSOLUTE -> threshold.down();
      case INITIAL_SD -> threshold.down() * initialSd;
      case QUANTILE -> quantile(weights, threshold.down());
    };
    double[] strong = new double[weights.length];
    for (int k = 0; k < strong.length; k++) strong[k] = Math.abs(weights[k]) >= up ? 1 : 0;
    return new Switching(up, down, strong);
  }

  /** The q-quantile of |w|; everything is strong at 0, nothing beyond 1. */
  private static double quantile(double[] weights, double q) {
    if (weights.length == 0) return 0;
    double[] magnitudes = new double[weights.length];
    for (int k = 0; k < weights.length; k++) magnitudes[k] = Math.abs(weights[k]);
    Arrays.sort(magnitudes);
    int rank = (int) Math.floor(q * weights.length);
    return rank >= weights.length ? Double.POSITIVE_INFINITY : magnitudes[rank];
  }

  /** Evaluates both transitions on the weights of the forward pass; call once per update. */
  public void update(double[] weights) {
    Functions.hysteresis(weights, up, down, strong, switched);
    strongCount += switched[0] - switched[1];
  }

  /** 1 where strong, 0 where weak. Shared, not to be modified. */
  public double[] strong() {
    return strong;
  }

  /** How many are strong. */
  public int strongCount() {
    return strongCount;
  }

  /** Takes over the state of a checkpoint. */
  public void restore(double[] saved) {
    System.arraycopy(saved, 0, strong, 0, strong.length);
    strongCount = count(strong);
  }

  private static int count(double[] strong) {
    int count = 0;
    for (double s : strong) count += s == 1 ? 1 : 0;
    return count;
  }

  /** Synapses that became strong at the last {@link #update}. */
  public int switchedUp() {
    return switched[0];
  }

  /** Synapses that became weak at the last {@link #update}. */
  public int switchedDown() {
    return switched[1];
  }

  /** θ↑ as a weight. */
  public double up() {
    return up;
  }

  /** θ↓ as a weight. */
  public double down() {
    return down;
  }
}

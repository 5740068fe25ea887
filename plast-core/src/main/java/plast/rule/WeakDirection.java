package plast.rule;

import plast.math.RandomStream;
import plast.math.Seed;

/**
 * Computes H of a {@link WeakRule} for one projection, update after update. Holds the buffers and the fixed permutation
 * that some controls need; equal seeds give equal directions.
 */
public final class WeakDirection {
  private final WeakRule rule;
  private final Seed seed;
  private final int size;
  private final double[] scratch;
  private final int[] fixedPermutation;

  /** @param size synapses of the projection, post x pre */
  public WeakDirection(WeakRule rule, int size, Seed seed) {
    this.rule = rule;
    this.seed = seed;
    this.size = size;
    scratch = new double[size];
    fixedPermutation =
        rule.form() == WeakRule.Form.PERM_FIXED ? seed.stream("permutation").permutation(size) : new int[0];
  }

  /**
   * Writes H = form − decay·w.
   *
   * @param c      what the batch showed; not read by rules without activity
   * @param w      weights, row-major; not modified
   * @param update counts updates, so that the rules that draw numbers can be resumed
   * @param h      one entry per synapse; modified
   */
  public void write(Coactivity c, double[] w, long update, double[] h) {
    form(c, w, update, h);
    double decay = rule.decay();
    if (decay != 0) {
      for (int k = 0; k < size; k++) h[k] -= decay * w[k];
    }
  }

  private void form(Coactivity c, double[] w, long update, double[] h) {
    switch (rule.form()) {
      case GROW_COV -> growth(c, w, h, 1);
      case SHRINK -> growth(c, w, h, -1);
      case MAG_COV -> signedCovariance(c, w, h, 1);
      case ANTI_MAG_COV -> signedCovariance(c, w, h, -1);
      case MAG_HEBB -> {
        for (int k = 0; k < size; k++) h[k] = Math.signum(w[k]) * c.product().values()[k];
      }
      case HEBB -> copy(c.product().values(), h, 1);
      case ANTI -> copy(c.product().values(), h, -1);
      case HEBB0 -> copy(c.zeroLag().values(), h, 1);
      case ANTI0 -> copy(c.zeroLag().values(), h, -1);
      case COV -> c.covariance(h);
      case ANTICOV -> {
        c.covariance(h);
        copy(h, h, -1);
      }
      case COV0 -> c.zeroLagCovariance(h);
      case ANTICOV0 -> {
        c.zeroLagCovariance(h);
        copy(h, h, -1);
      }
      case OJA -> oja(c, w, h);
      case STDP -> pairing(c, h, 1);
      case REVERSED_STDP -> pairing(c, h, -1);
      case CORRELATION -> correlation(c, h);
      case PERM_FIXED -> permutedGrowth(c, w, h, fixedPermutation);
      case PERM -> permutedGrowth(c, w, h, seed.stream("permutation", update).permutation(size));
      case UNIFORM -> uniformGrowth(c, w, h);
      case NOISE -> noise(seed.stream("rule noise", update), h);
      case DECAY_ONLY, NONE -> copy(h, h, 0);
    }
  }

  private void copy(double[] from, double[] h, double factor) {
    for (int k = 0; k < size; k++) h[k] = factor == 0 ? 0 : factor * from[k];
  }

  private void growth(Coactivity c, double[] w, double[] h, double factor) {
    c.covariance(scratch);
    for (int k = 0; k < size; k++) h[k] = factor * Math.signum(w[k]) * Math.abs(scratch[k]);
  }

  private void signedCovariance(Coactivity c, double[] w, double[] h, double factor) {
    c.covariance(scratch);
    for (int k = 0; k < size; k++) h[k] = factor * Math.signum(w[k]) * scratch[k];
  }

  private void permutedGrowth(Coactivity c, double[] w, double[] h, int[] order) {
    c.covariance(scratch);
    for (int k = 0; k < size; k++) h[k] = Math.signum(w[k]) * Math.abs(scratch[order[k]]);
  }

  private void uniformGrowth(Coactivity c, double[] w, double[] h) {
    c.covariance(scratch);
    double sum = 0;
    for (int k = 0; k < size; k++) sum += Math.abs(scratch[k]);
    for (int k = 0; k < size; k++) h[k] = Math.signum(w[k]) * (sum / size);
  }

  private void oja(Coactivity c, double[] w, double[] h) {
    int columns = c.product().columns();
    for (int i = 0, k = 0; i < c.product().rows(); i++) {
      for (int j = 0; j < columns; j++, k++) h[k] = c.product().values()[k] - c.squarePost()[i] * w[k];
    }
  }

  private void pairing(Coactivity c, double[] h, double factor) {
    int n = c.product().rows();
    double[] p = c.product().values();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) h[i * n + j] = factor * (p[i * n + j] - p[j * n + i]);
    }
  }

  /** Lagged covariance over both standard deviations; 0 where a unit is silent. */
  private void correlation(Coactivity c, double[] h) {
    c.covariance(h);
    int columns = c.product().columns();
    for (int i = 0, k = 0; i < c.product().rows(); i++) {
      double post = c.squarePost()[i] - c.meanPost()[i] * c.meanPost()[i];
      for (int j = 0; j < columns; j++, k++) {
        double pre = c.squarePre()[j] - c.meanPre()[j] * c.meanPre()[j];
        double product = post * pre;
        h[k] = product > 1e-20 ? h[k] / Math.sqrt(product) : 0;
      }
    }
  }

  private void noise(RandomStream random, double[] h) {
    for (int k = 0; k < size; k++) h[k] = random.nextGaussian();
  }
}

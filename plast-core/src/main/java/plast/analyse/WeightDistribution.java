package plast.analyse;

import java.util.Arrays;
import plast.math.Matrix;

/**
 * The distribution of x = ln |w| over the non-zero weights, or of the logarithm of any positive sizes, and whether it
 * has two modes.
 *
 * <pre>
 * ΔBIC = BIC(one Gaussian) − BIC(two Gaussians)
 * D    = √2 |μ₁ − μ₂| / √(s₁² + s₂²)
 * v    = valley depth on 60 equal bins between the 0.5 and 99.5 percentiles of x ({@link Histogram#valleyDepth})
 * </pre>
 * ΔBIC says nothing alone: ln |w| of plain Gaussian weights is skewed and has ΔBIC near 1100 and D near 1.5 at 64
 * units. A distribution counts as bimodal if D > 2 and v > 0.1; print the values of the initial matrix beside it.
 *
 * <p>Values that do not vary, or fewer than six, have NaN for ΔBIC and D; equal values have a depth of 0.
 *
 * @param logarithms ascending, natural logarithm
 * @param one        one-Gaussian fit
 * @param two        two-Gaussian fit
 * @param valleyDepth v
 */
public record WeightDistribution(double[] logarithms, GaussianMixture one, GaussianMixture two, double valleyDepth) {
  private static final int BINS = 60;
  private static final double LOW = 0.005, HIGH = 0.995;

  /**
   * The distribution of the logarithms of positive values, for example synapse sizes; not modified.
   *
   * @throws IllegalArgumentException if a value is not positive and finite
   */
  public static WeightDistribution of(double[] positive) {
    double[] logarithms = new double[positive.length];
    for (int k = 0; k < positive.length; k++) {
      if (!(positive[k] > 0 && positive[k] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a logarithm needs positive finite values, got " + positive[k] + " at position " + k);
      }
      logarithms[k] = Math.log(positive[k]);
    }
    Arrays.sort(logarithms);
    double valley = isSpread(logarithms) ? middle(logarithms).valleyDepth() : 0;
    return new WeightDistribution(logarithms, GaussianMixture.one(logarithms), GaussianMixture.two(logarithms), valley);
  }

  /**
   * The distribution of |w| over the weights that are finite and not zero; without autapses the diagonal is left out.
   *
   * @throws IllegalArgumentException if the matrix is not square
   */
  public static WeightDistribution ofWeights(Matrix weights, boolean autapses) {
    int n = Spectra.requireSquare(weights);
    double[] sizes = new double[n * n];
    int kept = 0;
    for (int k = 0; k < sizes.length; k++) {
      double size = Math.abs(weights.values()[k]);
      if (size > 0 && Double.isFinite(size) && (autapses || k % (n + 1) != 0)) sizes[kept++] = size;
    }
    return of(Arrays.copyOf(sizes, kept));
  }

  public double deltaBic() {
    return one.bic() - two.bic();
  }

  public double ashmanD() {
    return two.ashmanD();
  }

  public boolean bimodal() {
    return ashmanD() > 2 && valleyDepth > 0.1;
  }

  /** The 60-bin histogram between the 0.5 and 99.5 percentiles; without bins when those are equal. */
  public Histogram histogram() {
    return isSpread(logarithms) ? middle(logarithms) : new Histogram(new double[0], new int[0], logarithms.length);
  }

  /** A histogram on edges of the caller's choice, the same for several distributions, say. */
  public Histogram histogram(double low, double high, int bins) {
    return Histogram.of(logarithms, low, high, bins);
  }

  private static boolean isSpread(double[] sorted) {
    return Quantile.ofSorted(sorted, HIGH) > Quantile.ofSorted(sorted, LOW);
  }

  private static Histogram middle(double[] sorted) {
    return Histogram.of(sorted, Quantile.ofSorted(sorted, LOW), Quantile.ofSorted(sorted, HIGH), BINS);
  }
}

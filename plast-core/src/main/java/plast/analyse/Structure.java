package plast.analyse;

import java.util.List;
import plast.math.Matrix;

/**
 * The structure of a recurrent weight matrix W, N x N, row = postsynaptic.
 *
 * <p>A = (W − Wᵀ)/2 and S = (W + Wᵀ)/2 are its antisymmetric and symmetric parts, σ its singular values, λ its
 * eigenvalues, ‖·‖ the Frobenius norm. All values but the last two do not depend on the scale of W. What is 0/0 is NaN:
 * all but the last two for a zero matrix, the trophic pair for one without connections between units. A matrix with an
 * entry that is not finite has NaN everywhere. The antisymmetry ratio of an antisymmetric matrix is infinite.
 *
 * @param antisymmetryRatio     ‖A‖ / ‖S‖; 1 for a random matrix
 * @param antisymmetryIndex     (‖A‖² − ‖S‖²) / (‖A‖² + ‖S‖²) = −tr(W²)/‖W‖²; −1 symmetric, 1 antisymmetric; −1/N for a
 *                              random matrix with autapses
 * @param participationRatio    (Σσ²)² / Σσ⁴, 1 … N; about N/2 for a random matrix
 * @param effectiveRank         exp(−Σ p ln p), p = σ/Σσ, 1 … N (Roy and Vetterli 2007); about 0.8 N for a random matrix
 * @param departureFromNormality √max(0, ‖W‖² − Σ|λ|²) / ‖W‖ (Henrici 1962), 0 normal … 1 nilpotent; about 0.71 for a
 *                              random matrix
 * @param trophicIncoherence    F0 of {@link TrophicLevels}; 0 feedforward, 1 without direction
 * @param upwardFraction        share of |W| that points up the trophic levels
 * @param frobeniusNorm         ‖W‖
 * @param spectralRadius        max |λ|
 */
public record Structure(
    double antisymmetryRatio,
    double antisymmetryIndex,
    double participationRatio,
    double effectiveRank,
    double departureFromNormality,
    double trophicIncoherence,
    double upwardFraction,
    double frobeniusNorm,
    double spectralRadius) {
  private static final int FIELDS = 9;

  /**
   * The structure of {@code weights}, which is not modified. Without autapses the diagonal counts as zero.
   *
   * @throws IllegalArgumentException if the matrix is not square
   */
  public static Structure of(Matrix weights, boolean autapses) {
    int n = Spectra.requireSquare(weights);
    double[] w = weights.values().clone();
    if (!autapses) {
      for (int i = 0; i < n; i++) w[i * n + i] = 0;
    }
    double largest = 0;
    for (double value : w) largest = Math.max(largest, Math.abs(value));
    if (!Double.isFinite(largest)) return undefined(Double.NaN);
    if (largest == 0) return undefined(0);
    // A power of two is exact, and keeps the fourth powers of diverged or vanishing weights in range.
    int exponent = Math.getExponent(largest);
    for (int k = 0; k < w.length; k++) w[k] = Math.scalb(w[k], -exponent);
    return ofScaled(new Matrix(n, n, w), exponent);
  }

  /**
   * The structure of the strong synapses alone, all others counted as zero.
   *
   * @param weights N x N; not modified
   * @param strong  N·N entries, row-major like the weights; not modified
   */
  public static Structure strong(Matrix weights, boolean[] strong) {
    if (strong.length != weights.values().length) {
      throw new IllegalArgumentException(
          "the mask has " + strong.length + " entries, the weights have " + weights.values().length);
    }
    Matrix masked = weights.copy();
    for (int k = 0; k < strong.length; k++) if (!strong[k]) masked.values()[k] = 0;
    return of(masked, true);
  }

  /** The mean of each value; NaN where one is NaN or the list is empty. */
  public static Structure mean(List<Structure> structures) {
    double[] mean = new double[FIELDS];
    for (Structure structure : structures) {
      double[] values = structure.values();
      for (int k = 0; k < FIELDS; k++) mean[k] += values[k];
    }
    for (int k = 0; k < FIELDS; k++) mean[k] /= structures.size();
    return ofValues(mean);
  }

  /** The difference of each value. */
  public Structure minus(Structure other) {
    double[] difference = values(), subtracted = other.values();
    for (int k = 0; k < FIELDS; k++) difference[k] -= subtracted[k];
    return ofValues(difference);
  }

  private static Structure ofScaled(Matrix w, int exponent) {
    int n = w.rows();
    double antisymmetric = 0, symmetric = 0;
    for (int i = 0; i < n; i++) {
      symmetric += w.get(i, i) * w.get(i, i);
      for (int j = 0; j < i; j++) {
        double sum = w.get(i, j) + w.get(j, i), difference = w.get(i, j) - w.get(j, i);
        symmetric += sum * sum / 2;
        antisymmetric += difference * difference / 2;
      }
    }
    double squaredNorm = symmetric + antisymmetric, norm = Math.sqrt(squaredNorm);
    double[] singular = Spectra.singularValues(w);
    var eigenvalues = Spectra.eigenvalues(w);
    TrophicLevels trophic = TrophicLevels.of(w);
    return new Structure(
        Math.sqrt(antisymmetric) / Math.sqrt(symmetric),
        (antisymmetric - symmetric) / squaredNorm,
        participationRatio(singular),
        effectiveRank(singular),
        Math.sqrt(Math.max(0, squaredNorm - eigenvalues.sumOfSquaredModuli())) / norm,
        trophic.incoherence(),
        trophic.upwardFraction(),
        Math.scalb(norm, exponent),
        Math.scalb(eigenvalues.radius(), exponent));
  }

  /** (Σσ²)² / Σσ⁴; NaN when all are zero. */
  static double participationRatio(double[] singularValues) {
    double squares = 0, fourthPowers = 0;
    for (double sigma : singularValues) {
      squares += sigma * sigma;
      fourthPowers += sigma * sigma * sigma * sigma;
    }
    return squares * squares / fourthPowers;
  }

  /** exp of the entropy of σ/Σσ; NaN when all are zero. */
  static double effectiveRank(double[] singularValues) {
    double sum = 0, entropy = 0;
    for (double sigma : singularValues) sum += sigma;
    if (!(sum > 0)) return Double.NaN;
    for (double sigma : singularValues) {
      double share = sigma / sum;
      if (share > 0) entropy -= share * Math.log(share);
    }
    return Math.exp(entropy);
  }

  private static Structure undefined(double size) {
    double unknown = Double.NaN;
    return new Structure(unknown, unknown, unknown, unknown, unknown, unknown, unknown, size, size);
  }

  private double[] values() {
    return new double[] {
      antisymmetryRatio, antisymmetryIndex, participationRatio, effectiveRank, departureFromNormality,
      trophicIncoherence, upwardFraction, frobeniusNorm, spectralRadius
    };
  }

  private static Structure ofValues(double[] v) {
    return new Structure(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
  }
}

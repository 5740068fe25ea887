package plast.learn;

import plast.math.Matrix;

/** A cheap look at the spectral radius of W: exact only where it matters. */
final class SpectralBound {
  /** ‖W^(2^k)‖^(2^−k) overestimates the radius by less than a factor N^(1/2^(k+1)). */
  private static final int SQUARINGS = 8;

  private SpectralBound() {}

  /** The Frobenius norm where that is below {@code limit} (so the radius is, too), else an estimate of the radius. */
  static double of(Matrix w, double limit) {
    double norm = norm(w.values());
    if (!Double.isFinite(norm) || norm <= limit) return norm;
    int n = w.rows();
    double[] power = w.values().clone();
    double logScale = 0;
    for (int s = 0; s < SQUARINGS; s++) {
      double scale = norm(power);
      if (scale == 0) return 0;
      for (int k = 0; k < power.length; k++) power[k] /= scale;
      logScale += Math.log(scale) / (1L << s);
      power = square(power, n);
    }
    return Math.exp(logScale + Math.log(norm(power)) / (1L << SQUARINGS));
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double v : values) sum += v * v;
    return Math.sqrt(sum);
  }

  private static double[] square(double[] a, int n) {
    double[] result = new double[a.length];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = a[i * n + k];
        for (int j = 0; j < n; j++) result[i * n + j] += factor * a[k * n + j];
      }
    }
    return result;
  }
}

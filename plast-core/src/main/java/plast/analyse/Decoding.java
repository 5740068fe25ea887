package plast.analyse;

/**
 * How well two classes of trials can be told apart from a population: a nearest-centroid decoder, trained on one half
 * of the trials and tested on the other, both ways round. Each feature counts in units of its sd over trials.
 *
 * <pre>
 * decide for the class whose mean m minimises Σ_f (x_f − m_f)² / σ_f²
 * </pre>
 */
public final class Decoding {
  private Decoding() {}

  /**
   * The share of trials that are decoded correctly; 0.5 is chance where both classes are equally frequent.
   *
   * @param features trials x features, row-major; features that do not vary are left out
   * @param second   whether a trial belongs to the second class
   * @return NaN where a half lacks one of the classes
   */
  public static double accuracy(double[] features, boolean[] second) {
    int trials = second.length, width = trials == 0 ? 0 : features.length / trials;
    if (trials * width != features.length) {
      throw new IllegalArgumentException(features.length + " features are not a row for each of " + trials + " trials");
    }
    double[] weights = inverseVariances(features, trials, width);
    double right = 0;
    for (int half = 0; half < 2; half++) {
      double[][] centroids = centroids(features, second, width, 1 - half);
      if (centroids.length == 0) return Double.NaN;
      for (int k = half; k < trials; k += 2) {
        double margin = distance(features, k, centroids[0], weights) - distance(features, k, centroids[1], weights);
        if (margin == 0) right += 0.5;
        else if (margin > 0 == second[k]) right++;
      }
    }
    return right / trials;
  }

  private static double[] inverseVariances(double[] features, int trials, int width) {
    double[] weights = new double[width];
    for (int f = 0; f < width; f++) {
      double mean = 0, squares = 0, magnitude = 0;
      for (int k = 0; k < trials; k++) mean += features[k * width + f] / trials;
      for (int k = 0; k < trials; k++) {
        double d = features[k * width + f] - mean;
        squares += d * d / trials;
        magnitude = Math.max(magnitude, Math.abs(features[k * width + f]));
      }
      // Rounding alone is no variance.
      weights[f] = squares > 1e-12 * magnitude * magnitude && squares > 0 ? 1 / squares : 0;
    }
    return weights;
  }

  /** Both means over the trials of one half, or nothing where a class is missing. */
  private static double[][] centroids(double[] features, boolean[] second, int width, int half) {
    double[][] sums = new double[2][width];
    int[] counts = new int[2];
    for (int k = half; k < second.length; k += 2) {
      int c = second[k] ? 1 : 0;
      counts[c]++;
      for (int f = 0; f < width; f++) sums[c][f] += features[k * width + f];
    }
    if (counts[0] == 0 || counts[1] == 0) return new double[0][];
    for (int c = 0; c < 2; c++) {
      for (int f = 0; f < width; f++) sums[c][f] /= counts[c];
    }
    return sums;
  }

  private static double distance(double[] features, int trial, double[] centroid, double[] weights) {
    double sum = 0;
    for (int f = 0; f < centroid.length; f++) {
      double d = features[trial * centroid.length + f] - centroid[f];
      sum += weights[f] * d * d;
    }
    return sum;
  }
}

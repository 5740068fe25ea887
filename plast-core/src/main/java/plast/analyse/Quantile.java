package plast.analyse;

/** Quantiles of sorted values, interpolated linearly between order statistics (type 7 of Hyndman & Fan 1996). */
final class Quantile {

  private Quantile() {}

  /** The quantile at {@code probability}, 0 … 1; NaN without values. */
  static double ofSorted(double[] sorted, double probability) {
    if (sorted.length == 0) return Double.NaN;
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}

package plast.analyse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A histogram over equal bins.
 *
 * @param edges  bins + 1, ascending
 * @param counts one per bin
 * @param values how many values there are, those outside the edges included
 */
public record Histogram(double[] edges, int[] counts, int values) {
  private static final int SMOOTHING = 5;

  /**
   * Counts {@code values} into {@code bins} equal bins from {@code low} to {@code high}, which belongs to the last bin.
   *
   * @throws IllegalArgumentException if there is no bin or the range is empty
   */
  public static Histogram of(double[] values, double low, double high, int bins) {
    if (bins < 1 || !(high > low)) {
      throw new IllegalArgumentException(
          "a histogram needs a bin and an ascending range, got " + bins + " bins from " + low + " to " + high);
    }
    double width = (high - low) / bins;
    double[] edges = new double[bins + 1];
    int[] counts = new int[bins];
    for (int bin = 0; bin <= bins; bin++) edges[bin] = bin == bins ? high : low + bin * width;
    for (double value : values) {
      if (value >= low && value <= high) counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
    }
    return new Histogram(edges, counts, values.length);
  }

  /** The share of all values in each bin per unit of x: what lies under a {@link GaussianMixture#density}. */
  public double[] densities() {
    double[] densities = new double[counts.length];
    for (int bin = 0; bin < counts.length; bin++) {
      densities[bin] = counts[bin] / (values * (edges[bin + 1] - edges[bin]));
    }
    return densities;
  }

  /**
   * 1 − lowest count between the two highest peaks / the lower of them, after a moving average over 5 bins (at the ends
   * over those that exist). 0 with a single peak. A plateau is one peak; so is a rise into an end.
   */
  public double valleyDepth() {
    double[] smooth = smoothed();
    List<Integer> peaks = new ArrayList<>(peaks(smooth));
    if (peaks.size() < 2) return 0;
    peaks.sort(Comparator.comparingDouble((Integer bin) -> smooth[bin]).reversed());
    int first = Math.min(peaks.get(0), peaks.get(1)), last = Math.max(peaks.get(0), peaks.get(1));
    double lowest = smooth[first];
    for (int bin = first; bin <= last; bin++) lowest = Math.min(lowest, smooth[bin]);
    return 1 - lowest / smooth[peaks.get(1)];
  }

  private double[] smoothed() {
    double[] smooth = new double[counts.length];
    for (int bin = 0; bin < smooth.length; bin++) {
      int from = Math.max(0, bin - SMOOTHING / 2), to = Math.min(smooth.length - 1, bin + SMOOTHING / 2);
      for (int k = from; k <= to; k++) smooth[bin] += counts[k];
      smooth[bin] /= to - from + 1;
    }
    return smooth;
  }

  /** The first bin of each run of equal values that is higher than both neighbouring runs. */
  private static List<Integer> peaks(double[] values) {
    List<Integer> peaks = new ArrayList<>();
    int start = 0;
    while (start < values.length) {
      int end = start;
      while (end + 1 < values.length && values[end + 1] == values[start]) end++;
      boolean rises = start == 0 || values[start - 1] < values[start];
      boolean falls = end == values.length - 1 || values[end + 1] < values[end];
      if (rises && falls) peaks.add(start);
      start = end + 1;
    }
    return peaks;
  }
}

package plast.bench;

import java.util.Arrays;
import java.util.List;

/** What many timings of one step come down to, in ms. */
public record StepTimes(double medianMs, double minMs) {

  /** Over all blocks; at least one of them has a timing. */
  public static StepTimes of(List<double[]> blocks) {
    double[] sorted = blocks.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    int middle = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new StepTimes(median, sorted[0]);
  }
}

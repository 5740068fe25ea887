package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import plast.analyse.Interval;
import plast.analyse.Statistics;
import plast.figure.Curve;
import plast.learn.Evaluation;
import plast.paper.psrnn.Wiring.Course;

/** Means over the networks of an arm with 95 % intervals, as curves. */
final class Series {
  private Series() {}

  /**
   * A value over training. Where an arm's training ends at the criterion, its last value is held up to the latest
   * evaluation of the arm.
   */
  static Curve evaluations(ArmResult arm, String label, ToDoubleFunction<Evaluation> value) {
    List<List<Evaluation>> all = arm.networks().stream().map(Network::evaluations).filter(e -> !e.isEmpty()).toList();
    List<Evaluation> longest = all.stream().reduce(List.of(), (a, b) -> b.size() > a.size() ? b : a);
    double[] x = longest.stream().mapToDouble(Evaluation::trials).toArray();
    List<double[]> columns = new ArrayList<>();
    for (int k = 0; k < x.length; k++) {
      int index = k;
      columns.add(all.stream()
          .mapToDouble(e -> value.applyAsDouble(e.get(Math.min(index, e.size() - 1)))).toArray());
    }
    return curve(label, x, columns);
  }

  /** A value of the wiring over training, on the trials at which all networks were recorded. */
  static Curve course(ArmResult arm, String label, ToDoubleFunction<Course> value) {
    List<List<Course>> all = arm.networks().stream().map(n -> n.wiring().orElseThrow().course()).toList();
    int points = all.stream().mapToInt(List::size).min().orElse(0);
    double[] x = new double[points];
    List<double[]> columns = new ArrayList<>();
    for (int k = 0; k < points; k++) {
      int index = k;
      x[k] = all.getFirst().get(k).trials();
      columns.add(all.stream().mapToDouble(course -> value.applyAsDouble(course.get(index))).toArray());
    }
    return curve(label, x, columns);
  }

  /** The mean of arrays of equal length, one per network, against {@code x}. */
  static Curve mean(String label, double[] x, List<double[]> rows) {
    List<double[]> columns = new ArrayList<>();
    for (int k = 0; k < x.length; k++) {
      int index = k;
      columns.add(rows.stream().mapToDouble(row -> row[index]).toArray());
    }
    return curve(label, x, columns);
  }

  static double[] ranks(int n) {
    double[] ranks = new double[n];
    for (int k = 0; k < n; k++) ranks[k] = k + 1;
    return ranks;
  }

  private static Curve curve(String label, double[] x, List<double[]> columns) {
    double[] mean = new double[x.length], low = new double[x.length], high = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      Interval interval = Statistics.tMean(columns.get(k), ArmResult.LEVEL);
      mean[k] = interval.estimate();
      low[k] = interval.isKnown() ? interval.low() : mean[k];
      high[k] = interval.isKnown() ? interval.high() : mean[k];
    }
    return Curve.of(label, x, mean).band(low, high);
  }
}

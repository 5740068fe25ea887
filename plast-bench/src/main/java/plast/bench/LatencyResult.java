package plast.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times from a text to the end of its kernel's first run.
 *
 * @param launched     in JVMs that start as {@code ./plast} starts them
 * @param withoutCache in others without its start-up cache
 */
record LatencyResult(int samples, Times launched, Times withoutCache) {

  /** The first and tenth kernel of a JVM, and one of ten equations after them. */
  record Times(StepTimes first, StepTimes tenth, StepTimes tenEquations) {

    /** @param samples three numbers each */
    static Times of(List<double[]> samples) {
      return new Times(column(samples, 0), column(samples, 1), column(samples, 2));
    }

    private static StepTimes column(List<double[]> samples, int k) {
      List<double[]> column = new ArrayList<>();
      for (double[] sample : samples) column.add(new double[] {sample[k]});
      return StepTimes.of(column);
    }

    private Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      put(fields, "first", first);
      put(fields, "tenth", tenth);
      put(fields, "tenEquations", tenEquations);
      return fields;
    }

    private static void put(Map<String, Object> fields, String name, StepTimes times) {
      fields.put(name + "Milliseconds", rounded(times.minMs()));
      fields.put(name + "MedianMilliseconds", rounded(times.medianMs()));
    }

    private static double rounded(double milliseconds) {
      return Math.rint(milliseconds * 100) / 100;
    }

    private String line(String name) {
      return String.format(Locale.ROOT, "%-22s%s%s%s%n", name, cell(first), cell(tenth), cell(tenEquations));
    }

    private static String cell(StepTimes times) {
      return String.format(Locale.ROOT, "%9.1f %9.1f", times.minMs(), times.medianMs());
    }
  }

  /** For JSON: the shortest of all samples and their median. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>(launched.fields());
    fields.put("withoutCache", withoutCache.fields());
    fields.put("samples", samples);
    return fields;
  }

  /** For a person. */
  String text() {
    String heading = String.format(
        Locale.ROOT, "ms from text to the end of the first run, minimum and median of %d JVMs%n%22s%19s%19s%19s%n",
        samples, "", "first kernel", "tenth kernel", "ten equations, rk4");
    return heading + launched.line("as plast starts") + withoutCache.line("without start-up cache");
  }
}

package plast.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Wall time of the same trainings on one thread and on two, the shortest of several rounds. */
record ScalingResult(int seeds, double oneThreadSeconds, double twoThreadsSeconds) {

  double ratio() {
    return oneThreadSeconds / twoThreadsSeconds;
  }

  /** For JSON. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seeds", seeds);
    fields.put("oneThreadSeconds", oneThreadSeconds);
    fields.put("twoThreadsSeconds", twoThreadsSeconds);
    fields.put("ratio", ratio());
    return fields;
  }

  /** For a person. */
  String text() {
    return String.format(
        Locale.ROOT, "%d networks trained: %.2f s on one thread, %.2f s on two: %.2f times as fast%n",
        seeds, oneThreadSeconds, twoThreadsSeconds, ratio());
  }
}

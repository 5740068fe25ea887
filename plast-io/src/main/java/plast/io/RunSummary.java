package plast.io;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One row of a table of runs.
 *
 * @param reference {@code NAME/TIMESTAMP_HASH}
 * @param folder    where it lies
 * @param seeds     how many
 * @param metric    what {@code best} is the best value of; empty where there is none
 */
public record RunSummary(
    String reference,
    Path folder,
    String name,
    String kind,
    RunState state,
    Instant started,
    Duration duration,
    String task,
    List<String> conditions,
    int seeds,
    String metric,
    OptionalDouble best) {

  public RunSummary {
    conditions = List.copyOf(conditions);
  }

  /** Whether every word of {@code filter} occurs in reference, kind, state, task or conditions; case does not count. */
  boolean matches(String filter) {
    String text = String.join(" ", reference, kind, state.toString(), task, String.join(" ", conditions))
        .toLowerCase(Locale.ROOT);
    for (String word : filter.toLowerCase(Locale.ROOT).split("\\s+")) if (!text.contains(word)) return false;
    return true;
  }
}

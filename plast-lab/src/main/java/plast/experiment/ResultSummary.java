package plast.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plast.io.Json;
import plast.learn.Outcome;

/** The JSON file beside the arrays of a finished network. A reading that fails names the file and the key. */
record ResultSummary(Path file, Map<String, @Nullable Object> entries) {

  static ResultSummary read(Path file) throws IOException {
    return new ResultSummary(file, Json.read(file));
  }

  boolean isOf(String fingerprint) {
    return fingerprint.equals(entries.get("fingerprint"));
  }

  Outcome.State state() throws IOException {
    return Outcome.State.valueOf(get("state", String.class).toUpperCase(Locale.ROOT));
  }

  OptionalLong trialsToCriterion() throws IOException {
    return entries.get("trialsToCriterion") == null
        ? OptionalLong.empty()
        : OptionalLong.of(get("trialsToCriterion", Number.class).longValue());
  }

  long trials() throws IOException {
    return get("trials", Number.class).longValue();
  }

  /** NaN for a network that was never evaluated. */
  double strongFraction() throws IOException {
    return entries.get("strongFraction") == null ? Double.NaN : get("strongFraction", Number.class).doubleValue();
  }

  List<String> notices() throws IOException {
    List<?> notices = get("notices", List.class);
    return notices.stream().map(String::valueOf).toList();
  }

  private <T> T get(String key, Class<T> type) throws IOException {
    Object value = entries.get(key);
    if (type.isInstance(value)) return type.cast(value);
    String wrong = value == null ? "it has no '" + key + "'" : "its '" + key + "' is '" + value + "'";
    throw new IOException("cannot read " + file + ": " + wrong + "; without this file its network is trained again");
  }
}

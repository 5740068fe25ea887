package plast.io;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** {@code run.json}: a {@link RunRecord} as flat JSON. */
final class RunJson {

  private RunJson() {}

  static void write(Path file, RunRecord run) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", run.kind());
    json.put("arguments", run.arguments());
    json.put("state", run.state());
    json.put("message", run.message());
    json.put("started", run.times().started());
    json.put("heartbeat", run.times().heartbeat());
    json.put("finished", run.times().finished());
    json.put("seeds", run.origin().seeds());
    json.put("configHash", run.origin().configHash());
    json.put("parent", run.origin().parent());
    json.put("pid", run.pid());
    json.put("task", run.headline().task());
    json.put("conditions", run.headline().conditions());
    json.put("metric", run.headline().metric());
    json.put("best", run.headline().best());
    json.put("versions", run.versions());
    AtomicFile.write(file, Json.pretty(json));
  }

  /** @throws IOException when the file is unreadable or damaged; the message names it and the key */
  static RunRecord read(Path file) throws IOException {
    Map<String, @Nullable Object> json = Json.read(file);
    try {
      Fields fields = new Fields(json);
      RunState state = RunState.named(fields.text("state"))
          .orElseThrow(() -> new IllegalArgumentException("'state' is '" + json.get("state") + "'"));
      RunRecord.Times times = new RunRecord.Times(
          fields.time("started"), fields.time("heartbeat"), fields.absent("finished").map(Instant::parse));
      List<Long> seeds = fields.list("seeds").stream().map(seed -> ((Number) seed).longValue()).toList();
      RunRecord.Headline headline = new RunRecord.Headline(fields.text("task"), fields.texts("conditions"),
          fields.text("metric"), fields.number("best"));
      return new RunRecord(fields.text("kind"), fields.texts("arguments"), state, fields.text("message"), times,
          versions(fields.object("versions")),
          new RunRecord.Origin(seeds, fields.text("configHash"), fields.absent("parent")),
          fields.whole("pid"), headline);
    } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
      throw new FileFailure("cannot read " + file + ": damaged: " + e.getMessage(), e);
    }
  }

  private static Versions versions(Fields fields) {
    return new Versions(fields.text("product"), fields.absent("commit"), fields.truth("dirty"), fields.text("jdk"),
        fields.text("cpu"), (int) fields.whole("vectorWidth"));
  }

  /** Typed reading of a JSON object; a missing or wrong value is an error that names the key. */
  private record Fields(Map<String, @Nullable Object> json) {

    private <T> T get(String key, Class<T> type) {
      Object value = json.get(key);
      if (type.isInstance(value)) return type.cast(value);
      throw new IllegalArgumentException(value == null ? "no '" + key + "'" : "'" + key + "' is '" + value + "'");
    }

    String text(String key) {
      return get(key, String.class);
    }

    Optional<String> absent(String key) {
      return json.get(key) == null ? Optional.empty() : Optional.of(text(key));
    }

    Instant time(String key) {
      return Instant.parse(text(key));
    }

    long whole(String key) {
      return get(key, Long.class);
    }

    boolean truth(String key) {
      return get(key, Boolean.class);
    }

    OptionalDouble number(String key) {
      return json.get(key) == null ? OptionalDouble.empty() : OptionalDouble.of(get(key, Number.class).doubleValue());
    }

    List<?> list(String key) {
      return get(key, List.class);
    }

    List<String> texts(String key) {
      return list(key).stream().map(String.class::cast).toList();
    }

    Fields object(String key) {
      Map<String, @Nullable Object> inner = new LinkedHashMap<>();
      Map<?, ?> entries = get(key, Map.class);
      entries.forEach((name, value) -> inner.put((String) name, value));
      return new Fields(inner);
    }
  }
}

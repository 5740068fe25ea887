package plast.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the index remembers of one {@code run.json}.
 *
 * @param modified  the file's time of change, ns since 1970
 * @param size      its bytes; together they tell one version from another
 * @param lastSign  end of the run, or its last heartbeat
 */
record RunRow(
    String reference,
    long modified,
    long size,
    String kind,
    RunState state,
    Instant started,
    Instant lastSign,
    int seeds,
    RunRecord.Headline headline) {

  /** What the file says now; {@code old} itself (null for none) when the file has not changed since. */
  static RunRow of(RunFolder folder, @Nullable RunRow old) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(folder.runJson(), BasicFileAttributes.class);
    } catch (IOException e) {
      throw FileFailure.reading(folder.runJson(), e);
    }
    long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    if (old != null && old.modified == modified && old.size == attributes.size()) return old;
    RunRecord run = folder.record();
    return new RunRow(folder.reference(), modified, attributes.size(), run.kind(), run.state(), run.times().started(),
        run.times().finished().orElse(run.times().heartbeat()), run.origin().seeds().size(), run.headline());
  }

  RunSummary summary(Path folder, Instant now) {
    String name = reference.substring(0, reference.indexOf('/'));
    return new RunSummary(reference, folder, name, kind, RunRecord.stateAt(state, lastSign, now), started,
        Duration.between(started, lastSign), headline.task(), headline.conditions(), seeds, headline.metric(),
        headline.best());
  }
}

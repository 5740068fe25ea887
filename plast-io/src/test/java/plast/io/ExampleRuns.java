package plast.io;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Runs to test with. */
final class ExampleRuns {

  static final String HASH = Fingerprint.of("name: pilot");

  private ExampleRuns() {}

  static RunRecord record(Instant now) {
    return RunRecord.starting(List.of("run", "my.yaml", "seed=7"),
        new RunRecord.Origin(List.of(7L, -1L), HASH, Optional.of("pilot/before")),
        new Versions("0.1.0", Optional.of("abc"), true, "25", "a cpu", 512), now)
        .with(new RunRecord.Headline("dms", List.of("ps", "bp"), "performance", OptionalDouble.of(0.97)));
  }

  static RunFolder create(Path runs, String name, Clock clock) throws IOException {
    RunFolder folder = RunFolder.create(runs, name, HASH, clock);
    folder.write(record(clock.instant()));
    return folder;
  }
}

package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class RunHeartbeatTest {

  private static final Duration FAST = Duration.ofMillis(2);
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path runs;
  private final SettableClock clock = new SettableClock();

  private RunHeartbeat start(RunFolder folder, Duration period) throws IOException {
    return RunHeartbeat.start(folder, ExampleRuns.record(clock.instant()), clock, period);
  }

  @Test
  void beatsRewriteTheRecord() throws Exception {
    RunFolder folder = RunFolder.create(runs, "pilot", ExampleRuns.HASH, clock);
    try (RunHeartbeat _ = start(folder, FAST)) {
      clock.forward(Duration.ofSeconds(60));
      Instant expected = clock.instant();
      while (!folder.record().times().heartbeat().equals(expected)) Thread.sleep(1);
      assertThat(folder.record().stateAt(expected)).isEqualTo(RunState.RUNNING);
    }
  }

  @Test
  void finishedRunsStayFinished() throws Exception {
    RunFolder folder = RunFolder.create(runs, "pilot", ExampleRuns.HASH, clock);
    try (RunHeartbeat heartbeat = start(folder, FAST)) {
      heartbeat.update(record -> record.with(RunRecord.Headline.NONE));
      assertThat(folder.record().headline()).isEqualTo(RunRecord.Headline.NONE);
      heartbeat.finish(RunState.STOPPED, "interrupted");
      Thread.sleep(10);
    }
    assertThat(folder.record().state()).isEqualTo(RunState.STOPPED);
    assertThat(folder.record().message()).isEqualTo("interrupted");
    assertThat(folder.record().times().finished()).contains(clock.instant());
  }

  @Test
  void runsThatNobodyFinishedHaveFailed() throws IOException {
    RunFolder folder = RunFolder.create(runs, "pilot", ExampleRuns.HASH, clock);
    start(folder, NEVER).close();
    assertThat(folder.record().state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void missingFolderIsToldAtOnce() {
    assertThatThrownBy(() -> start(new RunFolder(Path.of("/proc/none/run")), NEVER))
        .isInstanceOf(IOException.class).hasMessageContaining("run.json");
  }
}

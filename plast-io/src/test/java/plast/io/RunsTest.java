package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

  @TempDir Path runs;
  private final SettableClock clock = new SettableClock();
  private RunFolder first;
  private RunFolder second;
  private RunFolder other;

  @BeforeEach
  void threeRuns() throws IOException {
    first = ExampleRuns.create(runs, "pilot", clock);
    clock.forward(Duration.ofHours(20));
    second = ExampleRuns.create(runs, "pilot", clock);
    clock.forward(Duration.ofHours(20));
    other = ExampleRuns.create(runs, "study", clock);
  }

  @Test
  void referencesFindTheirRun() throws IOException {
    assertThat(Runs.resolve(runs, "latest")).isEqualTo(other);
    assertThat(Runs.resolve(runs, "pilot")).isEqualTo(second);
    assertThat(Runs.resolve(runs, "pilot/")).isEqualTo(second);
    assertThat(Runs.resolve(runs, "pilot/2026-11-23")).isEqualTo(first);
    assertThat(Runs.resolve(runs, first.reference())).isEqualTo(first);
    assertThat(Runs.resolve(runs, first.path().toString())).isEqualTo(first);
    assertThat(Runs.resolve(runs, runs.resolve("pilot").toString()).path()).isEqualTo(second.path());
    assertThat(Runs.list(runs)).containsExactly(other, second, first);
  }

  @Test
  void ofTwoInOneSecondTheLaterStartedIsLatest() throws IOException {
    RunFolder twin = RunFolder.create(runs, "study", ExampleRuns.HASH, clock);
    twin.write(ExampleRuns.record(clock.instant().plusMillis(3)));
    assertThat(Runs.resolve(runs, "latest")).isEqualTo(twin);
    assertThat(Runs.resolve(runs, other.reference())).isEqualTo(other);
  }

  @Test
  void referencesThatFitNoneOrSeveralSayWhatThereIs() throws IOException {
    assertThatThrownBy(() -> Runs.resolve(runs, "pilto")).isInstanceOf(IOException.class)
        .hasMessage("no run 'pilto' in " + runs + " (try: pilot)");
    assertThatThrownBy(() -> Runs.resolve(runs, "zebra")).hasMessageEndingWith("; names are pilot, study");
    assertThatThrownBy(() -> Runs.resolve(runs, "pilot/2027"))
        .hasMessageContaining("its runs are " + second.reference());
    assertThatThrownBy(() -> Runs.resolve(runs, "pilot/2026")).hasMessage("'pilot/2026' fits 2 runs: "
        + second.reference() + ", " + first.reference());
    assertThatThrownBy(() -> Runs.resolve(runs, " ")).hasMessageContaining("no run given");
    assertThatThrownBy(() -> Runs.resolve(runs.resolve("none"), "latest")).hasMessageContaining("there are no runs in");
    assertThatThrownBy(() -> Runs.resolve(runs, runs.resolve("gone").toString())).hasMessageContaining("no such file");
  }

  @Test
  void foldersOfOtherThingsAreNoRuns() throws IOException {
    Files.createDirectories(runs.resolve("pilot/notes"));
    Files.writeString(runs.resolve("index.sqlite"), "");
    assertThat(Runs.list(runs)).hasSize(3);
    assertThatThrownBy(() -> Runs.resolve(runs, runs.resolve("pilot/notes").toString()))
        .hasMessageEndingWith("is not a run folder: it has no run.json");
  }

  @Test
  void runsKilledBeforeTheirFirstRecordAreNotTheLatest() throws IOException {
    clock.forward(Duration.ofHours(1));
    RunFolder.create(runs, "study", ExampleRuns.HASH, clock);
    assertThat(Runs.resolve(runs, "latest")).isEqualTo(other);
  }

  @Test
  void damagedRunsAreToldWhenTheyAreMeant() throws IOException {
    Files.writeString(other.runJson(), "{");
    assertThatThrownBy(() -> Runs.resolve(runs, "study"))
        .isInstanceOf(IOException.class).hasMessageContaining("damaged");
  }
}

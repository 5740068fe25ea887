package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {

  @TempDir Path runs;
  private final SettableClock clock = new SettableClock();

  @Test
  void folderIsNamedByTimeAndSettings() throws IOException {
    RunFolder folder = RunFolder.create(runs, "pilot", "a3f1" + "0".repeat(60), clock);
    assertThat(folder.path()).isEqualTo(runs.resolve("pilot/2026-11-23_06-41-57_a3f1"));
    assertThat(folder.reference()).isEqualTo("pilot/2026-11-23_06-41-57_a3f1");
    assertThat(folder.checkpoints()).isDirectory();
    assertThat(folder.data()).isDirectory();
    assertThat(folder.figures()).isDirectory();
  }

  @Test
  void aRunDirectlyBelowTheRootFolderIsReferredToByItsPath() {
    Path stamp = runs.getRoot().resolve("2026-11-23_06-41-57_a3f1");
    assertThat(new RunFolder(stamp).name()).isEmpty();
    assertThat(new RunFolder(stamp).reference()).endsWith("/2026-11-23_06-41-57_a3f1").startsWith("/");
  }

  @Test
  void runsThatStartInTheSameSecondGetFoldersOfTheirOwn() throws Exception {
    Callable<Path> create = () -> RunFolder.create(runs, "pilot", ExampleRuns.HASH, clock).path();
    Set<Path> paths = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Path> path : threads.invokeAll(List.of(create, create, create, create, create, create))) {
        paths.add(path.get());
      }
    }
    String stamp = "2026-11-23_06-41-57_" + ExampleRuns.HASH.substring(0, 4);
    Path pilot = runs.resolve("pilot");
    assertThat(paths).hasSize(6).contains(pilot.resolve(stamp), pilot.resolve(stamp + "-6"));
    assertThat(Runs.list(runs)).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", ".hidden", "a b", "latest", "-x", "a\\b", "a\0b"})
  void namesThatAreNoFolderNamesAreRefused(String name) {
    assertThat(RunFolder.objectionTo(name)).isPresent();
    assertThatThrownBy(() -> RunFolder.create(runs, name, ExampleRuns.HASH, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordReadsBackAsWritten() throws IOException {
    RunFolder folder = ExampleRuns.create(runs, "pilot", clock);
    RunRecord record = ExampleRuns.record(clock.instant());
    assertThat(folder.record()).isEqualTo(record);
    RunRecord ended = record.ended(RunState.FAILED, "the disk is full", clock.instant().plusMillis(1500));
    folder.write(ended);
    assertThat(RunFolder.open(folder.path()).record()).isEqualTo(ended);
    assertThat(ended.duration()).isEqualTo(Duration.ofMillis(1500));
    assertThat(Json.read(folder.runJson())).containsEntry("state", "failed").containsEntry("kind", "run")
        .containsEntry("arguments", List.of("my.yaml", "seed=7")).containsEntry("seeds", List.of(7L, -1L))
        .containsEntry("finished", "2026-11-23T06:41:58.500Z");
  }

  @Test
  void runningRunIsLostAfterThreeSilentHeartbeats() {
    RunRecord record = ExampleRuns.record(clock.instant());
    assertThat(record.stateAt(clock.instant().plusSeconds(15))).isEqualTo(RunState.RUNNING);
    assertThat(record.stateAt(clock.instant().plusMillis(15_001))).isEqualTo(RunState.LOST);
    RunRecord done = record.ended(RunState.DONE, "", clock.instant());
    assertThat(done.stateAt(clock.instant().plusSeconds(1000))).isEqualTo(RunState.DONE);
    RunRecord resumed = done.resumed(clock.instant().plusSeconds(1000));
    assertThat(resumed.state()).isEqualTo(RunState.RUNNING);
    assertThat(resumed.times().finished()).isEmpty();
  }

  @Test
  void settingsAreWrittenAsGiven() throws IOException {
    RunFolder folder = RunFolder.create(runs, "pilot", ExampleRuns.HASH, clock);
    folder.writeConfig("name: pilot\n", List.of("seed=7", "network.units=50"));
    assertThat(folder.config()).hasContent("name: pilot\n");
    assertThat(folder.overrides()).hasContent("seed=7\nnetwork.units=50\n");
  }

  @Test
  void whatIsNoRunIsToldApart() throws IOException {
    assertThatThrownBy(() -> RunFolder.open(runs.resolve("none"))).isInstanceOf(IOException.class)
        .hasMessageEndingWith("none: no such file or folder");
    assertThatThrownBy(() -> RunFolder.open(runs)).hasMessage(runs + " is not a run folder: it has no run.json");
    RunFolder folder = ExampleRuns.create(runs, "pilot", clock);
    Files.writeString(folder.runJson(), "{\"kind\": \"run\", ");
    assertThatThrownBy(() -> RunFolder.open(folder.path())).isInstanceOf(IOException.class)
        .hasMessageContaining("run.json").hasMessageContaining("damaged JSON at line 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "state", "started", "heartbeat", "seeds", "versions", "pid", "conditions"})
  void damagedRecordsNameTheKey(String key) throws IOException {
    RunFolder folder = ExampleRuns.create(runs, "pilot", clock);
    java.util.Map<String, Object> json = Json.read(folder.runJson());
    json.remove(key);
    Files.writeString(folder.runJson(), Json.pretty(json));
    assertThatThrownBy(folder::record).hasMessageEndingWith("run.json: damaged: no '" + key + "'");
    json.put(key, true);
    Files.writeString(folder.runJson(), Json.pretty(json));
    assertThatThrownBy(folder::record).hasMessageEndingWith("run.json: damaged: '" + key + "' is 'true'");
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.writeString(runs.resolve("file"), "");
    assertThatThrownBy(() -> RunFolder.create(file, "pilot", ExampleRuns.HASH, clock)).isInstanceOf(IOException.class)
        .hasMessageContaining("cannot write").hasMessageContaining("pilot");
    assertThat(Runs.list(file)).isEmpty();
  }

  @Test
  void lockKeepsASecondWorkerOutUntilTheFirstIsGone() throws IOException {
    RunFolder folder = ExampleRuns.create(runs, "pilot", clock);
    try (RunLock _ = folder.lock()) {
      assertThatThrownBy(folder::lock).isInstanceOf(IOException.class)
          .hasMessageContaining(folder.reference() + " is being worked on by this process");
    }
    folder.lock().close();
  }

  @Test
  void leftoversOfKilledWritesAreSweptAndNothingElse() throws IOException {
    RunFolder folder = ExampleRuns.create(runs, "pilot", clock);
    Path checkpoint = Files.writeString(folder.checkpoints().resolve("step-1.npz"), "x");
    Path leftover = Files.writeString(folder.checkpoints().resolve("step-2.npz.tmp-1-1"), "x");
    folder.sweep();
    assertThat(leftover).doesNotExist();
    assertThat(checkpoint).exists();
    assertThat(folder.runJson()).exists();
  }

  @Test
  void fingerprintIsSha256() {
    assertThat(Fingerprint.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void versionsOfThisProcessAreFound() {
    Versions versions = Versions.here("0.1.0", 256, runs);
    assertThat(versions.commit()).isEmpty();
    assertThat(versions.dirty()).isFalse();
    assertThat(versions.cpu()).isNotBlank();
    assertThat(versions.jdk()).contains(System.getProperty("java.version"));
  }
}

package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plast.io.RunFolder;
import plast.io.RunLock;
import plast.io.RunState;

class ExperimentRunTest {
  @TempDir
  Path runs;

  private static final Experiment TINY = Experiment.named("tiny").seeds(2)
      .task("dms").units(8).batch(4).trials(48).evaluate(4, 12, 2)
      .build();

  @Test
  void finishedRunLeavesAFolderThatTellsEverything() throws IOException {
    RunResult result;
    try (Run run = TINY.start(runs)) {
      result = run.await();
    }
    RunFolder folder = RunFolder.open(result.folder().path());
    assertThat(result.state()).isEqualTo(RunState.DONE);
    assertThat(folder.record().state()).isEqualTo(RunState.DONE);
    assertThat(folder.record().headline().task()).isEqualTo("dms");
    assertThat(folder.record().headline().best()).isPresent();
    assertThat(folder.metrics()).exists();
    assertThat(result.weights("base", 2).rows()).isEqualTo(8);
    assertThat(ExperimentRun.experiment(folder)).usingRecursiveComparison().isEqualTo(TINY);
    assertThat(ExperimentRun.stored(folder).conditions().getFirst().json())
        .isEqualTo(result.study().conditions().getFirst().json());
    assertThat(result.json()).containsKeys("state", "runFolder", "conditions", "seconds");
  }

  @Test
  void stoppedRunIsResumed() throws IOException {
    RunFolder folder = ExperimentRun.prepare(TINY, RunStart.java(runs));
    Interruption interruption = new Interruption();
    interruption.request();
    Clock clock = Clock.systemUTC();
    assertThat(ExperimentRun.go(folder, clock, interruption, Progress.NOBODY).state()).isEqualTo(RunState.STOPPED);
    assertThat(folder.record().state()).isEqualTo(RunState.STOPPED);
    assertThat(ExperimentRun.go(folder, clock, new Interruption(), Progress.NOBODY).state()).isEqualTo(RunState.DONE);
  }

  @Test
  void runInUseIsLeftAlone() throws IOException {
    RunFolder folder = ExperimentRun.prepare(TINY, RunStart.java(runs));
    try (RunLock _ = folder.lock()) {
      assertThatThrownBy(() -> ExperimentRun.go(folder, Clock.systemUTC(), new Interruption(), Progress.NOBODY))
          .isInstanceOf(IOException.class).hasMessageContaining("being worked on");
    }
  }

  @Test
  void storeThatFailsEndsTheRunAndNamesTheFile() throws IOException {
    RunFolder folder = ExperimentRun.prepare(TINY, RunStart.java(runs));
    Files.writeString(folder.path().resolve("results"), "a file where a folder should be");
    assertThatThrownBy(() -> ExperimentRun.go(folder, Clock.systemUTC(), new Interruption(), Progress.NOBODY))
        .isInstanceOf(IOException.class).hasMessageContaining("results");
    assertThat(folder.record().state()).isEqualTo(RunState.FAILED);
    assertThat(List.of(folder.record().message())).anySatisfy(m -> assertThat(m).contains("cannot write"));
  }
}

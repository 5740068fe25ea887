package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plast.io.RunFolder;
import plast.learn.Condition;
import plast.learn.Outcome;
import plast.learn.WeightSnapshot;

class StudyRunnerTest {
  @TempDir
  Path folder;

  private static final Experiment TINY = Experiment.named("tiny").seeds(3)
      .task("dms").units(8).batch(4).trials(64).evaluate(4, 12, 2).recordWeights(2)
      .condition("ps", c -> c.preset("ps-sparse"))
      .condition("bp", c -> c.preset("bp-tuned"))
      .build();

  private StudyRunner.Surroundings in(String name, Interruption interruption, Progress.Listener listener) {
    RunFolder run = new RunFolder(folder.resolve(name));
    return new StudyRunner.Surroundings(FolderStore.of(run), Optional.of(run.metrics()), interruption, listener);
  }

  private StudyResult run(String name, int threads) throws IOException {
    Study study = new Study(Study.of(TINY, 1).jobs(), 1, threads, CheckpointPeriod.STANDARD);
    return StudyRunner.run(study, in(name, new Interruption(), Progress.NOBODY));
  }

  private static List<WeightSnapshot> weights(StudyResult result) {
    List<WeightSnapshot> weights = new ArrayList<>();
    for (ConditionResult condition : result.conditions()) {
      for (SeedResult seed : condition.seeds()) weights.add(seed.outcome().get().last());
    }
    return weights;
  }

  private static void assertSame(StudyResult a, StudyResult b) {
    assertThat(weights(a)).usingRecursiveComparison().isEqualTo(weights(b));
    assertThat(a.conditions()).extracting(ConditionResult::json).isEqualTo(
        b.conditions().stream().map(ConditionResult::json).toList());
  }

  @Test
  void resultsAndMetricsAreTheSameForAnyNumberOfThreads() throws IOException {
    StudyResult one = run("one", 1);
    StudyResult three = run("three", 3);
    assertThat(one.conditions()).extracting(c -> c.seeds().size()).containsExactly(3, 3);
    assertThat(one.failures()).isEmpty();
    assertThat(one.stopped()).isFalse();
    assertSame(one, three);
    assertThat(folder.resolve("three/metrics.csv")).hasSameTextualContentAs(folder.resolve("one/metrics.csv"));
  }

  @Test
  void seedsArePairedAcrossConditions() throws IOException {
    StudyResult result = run("paired", 2);
    Outcome ps = result.condition("ps").seed(2).outcome().get(), bp = result.condition("bp").seed(2).outcome().get();
    double ratio = bp.initial().weights().get(0, 1) / ps.initial().weights().get(0, 1);
    assertThat(ratio).isCloseTo(1.6 / 0.8, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void interruptedStudyContinuesToTheSameBits() throws IOException {
    StudyResult whole = run("whole", 2);
    Study study = new Study(Study.of(TINY, 1).jobs(), 1, 2, new CheckpointPeriod.Updates(3));
    int sessions = 0;
    StudyResult result;
    do {
      Interruption interruption = new Interruption();
      StudyRunner.Surroundings surroundings = in("parts", interruption, Progress.NOBODY);
      result = StudyRunner.run(study, new StudyRunner.Surroundings(
          new InterruptingStore(surroundings.store(), interruption), surroundings.metrics(), interruption, Progress.NOBODY));
      sessions++;
    } while (result.stopped() && sessions < 100);
    assertThat(sessions).isBetween(4, 99);
    assertSame(whole, result);
    assertThat(folder.resolve("parts/metrics.csv")).hasSameTextualContentAs(folder.resolve("whole/metrics.csv"));
    assertThat(folder.resolve("parts/checkpoints")).isEmptyDirectory();
  }

  /** Asks for an interruption at the third checkpoint of a session. */
  private static final class InterruptingStore implements JobStore {
    private final JobStore store;
    private final Interruption interruption;
    private int count;

    InterruptingStore(JobStore store, Interruption interruption) {
      this.store = store;
      this.interruption = interruption;
    }

    @Override
    public Optional<SeedResult> finished(Job job) throws IOException {
      return store.finished(job);
    }

    @Override
    public SeedResult finish(Job job, Outcome outcome) throws IOException {
      return store.finish(job, outcome);
    }

    @Override
    public Optional<Map<String, double[]>> checkpoint(Job job) {
      return store.checkpoint(job);
    }

    @Override
    public synchronized void checkpoint(Job job, Map<String, double[]> state) throws IOException {
      store.checkpoint(job, state);
      if (++count >= 3) interruption.request();
    }
  }

  @Test
  void finishedNetworksAreNotTrainedAgain() throws IOException {
    StudyResult first = run("twice", 2);
    long written = Files.getLastModifiedTime(folder.resolve("twice/results/ps__1.npz")).toMillis();
    StudyResult second = run("twice", 1);
    assertSame(first, second);
    assertThat(Files.getLastModifiedTime(folder.resolve("twice/results/ps__1.npz")).toMillis()).isEqualTo(written);
  }

  @Test
  void networkThatBreaksOffLeavesTheOthersAlone() throws IOException {
    Condition good = TINY.conditions().getFirst();
    Condition bad = new Condition("bad", "no such task", good.taskOptions(), good.network(), good.plasticity(), good.training());
    StudyResult result = StudyRunner.run(
        new Study(Study.jobs(List.of(bad, good), List.of(1)), 1, 1, CheckpointPeriod.STANDARD), StudyRunner.Surroundings.none());
    assertThat(result.failures()).singleElement()
        .satisfies(f -> assertThat(f.message()).contains("no such task"));
    assertThat(result.condition("ps").seeds()).hasSize(1);
    assertThat(result.stopped()).isFalse();
  }

  @Test
  void outcomeReadFromItsFileEqualsTheOneInMemory() throws IOException {
    Job job = Study.of(TINY, 1).jobs().getFirst();
    Study study = new Study(List.of(job), 1, 1, CheckpointPeriod.STANDARD);
    Outcome memory = StudyRunner.run(study, StudyRunner.Surroundings.none()).condition("ps").seed(1).outcome().get();
    Outcome file = StudyRunner.run(study, in("file", new Interruption(), Progress.NOBODY))
        .condition("ps").seed(1).outcome().get();
    assertThat(file).usingRecursiveComparison().isEqualTo(memory);
    assertThat(memory.during()).isNotEmpty();
  }

  @Test
  void progressEndsComplete() throws IOException {
    List<Progress> told = new ArrayList<>();
    StudyRunner.run(Study.of(TINY, 2), new StudyRunner.Surroundings(
        JobStore.inMemory(), Optional.empty(), new Interruption(), told::add));
    assertThat(told.getLast().networksDone()).isEqualTo(6);
    assertThat(told.getLast().fraction()).isEqualTo(1);
  }
}

package plast.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plast.io.Fingerprint;
import plast.io.RunFolder;
import plast.io.RunHeartbeat;
import plast.io.RunIndex;
import plast.io.RunLock;
import plast.io.RunRecord;
import plast.io.RunState;
import plast.learn.Condition;

/** Runs an experiment in a run folder, from the start or from where an earlier process left it. */
public final class ExperimentRun {
  private static final String METRIC = "mean trials to criterion";

  private final RunFolder folder;
  private final Experiment experiment;
  private final Interruption interruption;
  private final Progress.Listener listener;

  private ExperimentRun(RunFolder folder, Experiment experiment, Interruption interruption, Progress.Listener listener) {
    this.folder = folder;
    this.experiment = experiment;
    this.interruption = interruption;
    this.listener = listener;
  }

  /**
   * A new folder for an experiment, with its resolved file and its record in it.
   *
   * @throws IOException naming what could not be written
   */
  public static RunFolder prepare(Experiment experiment, RunStart start) throws IOException {
    String config = ResolvedFile.text(experiment);
    RunFolder folder = RunFolder.create(start.runs(), experiment.name(), Fingerprint.of(config), start.clock());
    folder.writeConfig(config, start.overrides());
    folder.write(record(experiment, Fingerprint.of(config), start));
    return folder;
  }

  private static RunRecord record(Experiment experiment, String configHash, RunStart start) {
    List<String> command = new ArrayList<>(List.of(start.kind()));
    command.addAll(start.arguments());
    List<Long> seeds = experiment.seeds().stream().map(Integer::longValue).toList();
    String tasks = String.join(", ", experiment.conditions().stream().map(Condition::task).distinct().toList());
    List<String> conditions = experiment.conditions().stream().map(Condition::name).toList();
    return RunRecord.starting(command, new RunRecord.Origin(seeds, configHash, Optional.empty()), start.versions(),
            start.clock().instant())
        .with(new RunRecord.Headline(tasks, conditions, METRIC, OptionalDouble.empty()));
  }

  /**
   * Trains what is not trained yet.
   *
   * @throws IOException when the folder is in use, or something could not be read or written
   */
  public static RunResult go(RunFolder folder, Clock clock, Interruption interruption, Progress.Listener listener)
      throws IOException {
    return new ExperimentRun(folder, experiment(folder), interruption, listener).go(clock);
  }

  /** The experiment that a folder was made for. */
  public static Experiment experiment(RunFolder folder) {
    return ExperimentFile.read(folder.config(), List.of());
  }

  /** What a folder holds of its study so far, without training. */
  public static StudyResult stored(RunFolder folder) throws IOException {
    return StoredStudy.read(Study.of(experiment(folder), 1), FolderStore.of(folder));
  }

  private RunResult go(Clock clock) throws IOException {
    long began = System.nanoTime();
    try (RunLock _ = folder.lock();
        RunHeartbeat heartbeat = RunHeartbeat.start(folder, folder.record().resumed(clock.instant()), clock)) {
      folder.sweep();
      try {
        Study study = Study.of(experiment, Runtime.getRuntime().availableProcessors());
        StudyResult result = StudyRunner.run(study, new StudyRunner.Surroundings(
            FolderStore.of(folder), Optional.of(folder.metrics()), interruption, listener));
        RunState state = finish(heartbeat, result);
        enter(clock);
        return new RunResult(folder, state, result, (System.nanoTime() - began) * 1e-9);
      } catch (IOException | RuntimeException e) {
        heartbeat.finish(RunState.FAILED, String.valueOf(e.getMessage()));
        throw e;
      }
    }
  }

  private RunState finish(RunHeartbeat heartbeat, StudyResult result) throws IOException {
    RunState state = result.stopped() ? RunState.STOPPED : result.failures().isEmpty() ? RunState.DONE : RunState.FAILED;
    OptionalDouble best = result.conditions().stream()
        .filter(c -> !c.seeds().isEmpty()).mapToDouble(c -> c.meanTrials().estimate()).min();
    heartbeat.update(record -> record.with(new RunRecord.Headline(
        record.headline().task(), record.headline().conditions(), METRIC, best)));
    heartbeat.finish(state, switch (state) {
      case STOPPED -> "interrupted";
      case FAILED -> result.failures().size() + " of " + experiment.networks() + " networks broke off: "
          + result.failures().getFirst().message();
      default -> "";
    });
    return state;
  }

  /** The index is made of run folders that lie as the product lays them; a folder moved elsewhere is not in one. */
  private void enter(Clock clock) {
    Path name = folder.path().toAbsolutePath().normalize().getParent();
    if (name == null || name.getParent() == null) return;
    try {
      new RunIndex(name.getParent(), clock).enter(folder);
    } catch (IOException e) {
      // The index is a cache: a run does not fail because of it.
    }
  }
}

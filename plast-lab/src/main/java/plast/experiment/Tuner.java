package plast.experiment;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plast.experiment.Configurations.Configuration;
import plast.io.AtomicFile;
import plast.io.RunFolder;
import plast.io.RunHeartbeat;
import plast.io.RunLock;
import plast.io.RunState;
import plast.learn.Condition;
import plast.math.Seed;

/**
 * Searches the settings of every condition at random, with the same number of configurations and the same seeds for all.
 * A configuration is as good as its mean trials to criterion; the cap stands for networks that do not get there.
 */
public final class Tuner {
  private final RunFolder folder;
  private final Experiment experiment;
  private final TuneSettings tune;

  private Tuner(RunFolder folder, Experiment experiment) {
    this.folder = folder;
    this.experiment = experiment;
    this.tune = experiment.tune().orElseThrow(
        () -> new IllegalArgumentException(folder.reference() + " holds an experiment without a tune section"));
  }

  /** The experiment with a search in it: its own, or the standard one. */
  public static Experiment searchable(Experiment experiment) {
    if (experiment.tune().isPresent()) return experiment;
    List<Integer> seeds = new ArrayList<>();
    for (int k = 0; k < TuneSettings.STANDARD_SEEDS; k++) seeds.add(TuneSettings.FIRST_SEED + k);
    return new Experiment(experiment.name(), experiment.seed(), experiment.seeds(), experiment.conditions(),
        experiment.threads(), experiment.checkpoint(),
        Optional.of(new TuneSettings(TuneSettings.STANDARD_BUDGET, seeds, Map.of())));
  }

  /**
   * Trains the configurations that are not trained yet, and writes {@code tuned.yaml} and {@code tuning.csv} once all are.
   *
   * @throws IOException when the folder is in use, or something could not be read or written
   */
  public static TuneResult go(RunFolder folder, Clock clock, Interruption interruption, Progress.Listener listener)
      throws IOException {
    return new Tuner(folder, ExperimentRun.experiment(folder)).go(clock, interruption, listener);
  }

  private TuneResult go(Clock clock, Interruption interruption, Progress.Listener listener) throws IOException {
    long began = System.nanoTime();
    try (RunLock _ = folder.lock();
        RunHeartbeat heartbeat = RunHeartbeat.start(folder, folder.record().resumed(clock.instant()), clock)) {
      folder.sweep();
      try {
        Map<Condition, List<Configuration>> search = new LinkedHashMap<>();
        for (Condition condition : experiment.conditions()) {
          search.put(condition, Configurations.of(condition, tune, new Seed(experiment.seed())));
        }
        StudyResult study = StudyRunner.run(study(search), new StudyRunner.Surroundings(
            FolderStore.of(folder), Optional.of(folder.metrics()), interruption, listener));
        TuneResult result = result(search, study, (System.nanoTime() - began) * 1e-9);
        if (result.state() != RunState.STOPPED) write(search, result);
        heartbeat.finish(result.state(), switch (result.state()) {
          case STOPPED -> "interrupted";
          case FAILED -> "a condition has no configuration of which all networks finished";
          case DONE, RUNNING, LOST -> "";
        });
        return result;
      } catch (IOException | RuntimeException e) {
        heartbeat.finish(RunState.FAILED, String.valueOf(e.getMessage()));
        throw e;
      }
    }
  }

  private Study study(Map<Condition, List<Configuration>> search) {
    List<Condition> all = new ArrayList<>();
    search.values().forEach(list -> list.forEach(one -> all.add(one.condition())));
    List<Job> jobs = Study.jobs(all, tune.seeds());
    int processors = Runtime.getRuntime().availableProcessors();
    int threads = Math.min(jobs.size(), experiment.threads() == 0 ? processors : experiment.threads());
    return new Study(jobs, experiment.seed(), threads, experiment.checkpoint());
  }

  /** A configuration of which a network broke off is out of the search. */
  private TuneResult result(Map<Condition, List<Configuration>> search, StudyResult study, double seconds) {
    List<TuneResult.Winner> winners = new ArrayList<>();
    search.forEach((condition, configurations) -> {
      TuneResult.Winner best = null;
      for (Configuration one : configurations) {
        ConditionResult result = study.condition(one.condition().name());
        if (result.seeds().size() < tune.seeds().size()) continue;
        double mean = result.meanTrials().estimate();
        if (best == null || mean < best.meanTrials()) {
          best = new TuneResult.Winner(condition, one.condition(), one.changes(), mean, result.solved());
        }
      }
      if (best != null) winners.add(best);
    });
    RunState state = study.stopped()
        ? RunState.STOPPED
        : winners.size() < search.size() ? RunState.FAILED : RunState.DONE;
    return new TuneResult(folder, state, tune, winners, study, seconds);
  }

  private void write(Map<Condition, List<Configuration>> search, TuneResult result) throws IOException {
    if (result.state() == RunState.DONE) {
      AtomicFile.write(result.tunedFile(), ResolvedFile.text(tuned(result)));
    }
    List<String> columns = new ArrayList<>(List.of("condition", "configuration", "solved", "meanTrials"));
    List<String> keys = search.values().stream().flatMap(List::stream)
        .flatMap(one -> one.changes().keySet().stream()).distinct().toList();
    columns.addAll(keys);
    List<List<?>> rows = new ArrayList<>();
    search.forEach((condition, configurations) -> configurations.forEach(one -> {
      ConditionResult found = result.study().condition(one.condition().name());
      Map<String, String> flat = ResolvedFile.flat(one.condition());
      List<Object> row = new ArrayList<>(List.of(condition.name(), one.condition().name(), found.solved(),
          found.meanTrials().estimate()));
      for (String key : keys) row.add(flat.getOrDefault(key.replace("threshold.value", "threshold.up"), ""));
      rows.add(row);
    }));
    AtomicFile.write(folder.path().resolve("tuning.csv"), csv(columns, rows));
  }

  private static String csv(List<String> columns, List<List<?>> rows) {
    StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
    for (List<?> row : rows) {
      text.append(String.join(",", row.stream().map(String::valueOf).toList())).append('\n');
    }
    return text.toString();
  }

  private Experiment tuned(TuneResult result) {
    List<Condition> conditions = result.winners().stream().map(winner -> new Condition(
        winner.condition().name(), winner.best().task(), winner.best().taskOptions(), winner.best().network(),
        winner.best().plasticity(), winner.best().training())).toList();
    return new Experiment(experiment.name() + "-tuned", experiment.seed(), experiment.seeds(), conditions,
        experiment.threads(), experiment.checkpoint(), experiment.tune());
  }
}

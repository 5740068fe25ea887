package plast.paper.psrnn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import plast.experiment.CheckpointPeriod;
import plast.experiment.Experiment;
import plast.experiment.ExperimentRun;
import plast.experiment.FolderStore;
import plast.experiment.Interruption;
import plast.experiment.Job;
import plast.experiment.Progress;
import plast.experiment.RunStart;
import plast.experiment.Study;
import plast.experiment.StudyResult;
import plast.experiment.StudyRunner;
import plast.figure.FigureWriter;
import plast.figure.Written;
import plast.io.RunFolder;
import plast.io.RunHeartbeat;
import plast.io.RunLock;
import plast.io.RunRecord;
import plast.io.RunState;
import plast.learn.Condition;
import plast.task.Tasks;

/** Trains the study in a run folder, measures, draws and reports; goes on where an earlier process left it. */
public final class Reproduction {
  public static final String NAME = "psrnn";
  /** The kind of its runs in {@code run.json}. */
  public static final String KIND = "reproduce psrnn";
  private static final int FULL_SURROGATES = 5, QUICK_SURROGATES = 2;

  private final RunFolder folder;
  private final Request request;
  private final List<Stage> stages;
  private final Conduct conduct;

  private Reproduction(RunFolder folder, Request request, Conduct conduct) {
    this.folder = folder;
    this.request = request;
    this.stages = Stages.stages(request);
    this.conduct = conduct;
  }

  /**
   * How a study is carried out; none of it changes a trained number.
   *
   * @param threads      networks trained at a time
   * @param synapseTable sizes for the weight figure; empty for the synthetic mixture
   * @param clock        with the user's time zone
   * @param interruption stops the study
   * @param watcher      told of the progress
   */
  public record Conduct(
      int threads, Optional<Path> synapseTable, Clock clock, Interruption interruption, Watcher watcher) {}

  /** Told how far a study is, by its threads. */
  public interface Watcher {
    void training(Progress progress);

    /** What is done once all networks are trained. */
    void phase(String what);

    Watcher NOBODY = new Watcher() {
      @Override
      public void training(Progress progress) {}

      @Override
      public void phase(String what) {}
    };
  }

  /**
   * What came of it.
   *
   * @param findings empty when the study was interrupted
   * @param report   the HTML file; empty when the study was interrupted
   * @param seconds  of this session
   */
  public record Result(
      RunFolder folder, RunState state, Optional<Findings> findings, Optional<Path> report, double seconds) {}

  /** A new run folder for a study. {@code start} says where and why; its kind is {@link #KIND}. */
  public static RunFolder prepare(Request request, int threads, RunStart start) throws IOException {
    List<Stage> stages = Stages.stages(request);
    List<Condition> conditions = stages.stream().flatMap(stage -> stage.experiment().conditions().stream()).toList();
    List<Integer> seeds = stages.stream().map(stage -> stage.experiment().seeds())
        .reduce(List.of(), (a, b) -> b.size() > a.size() ? b : a);
    return ExperimentRun.prepare(new Experiment(
        NAME, Stage.SEED, seeds, conditions, threads, CheckpointPeriod.STANDARD, Optional.empty()), start);
  }

  /**
   * Trains what is not trained yet, then reports.
   *
   * @throws IOException when the folder is in use, or something could not be read or written
   */
  public static Result go(RunFolder folder, Request request, Conduct conduct) throws IOException {
    return new Reproduction(folder, request, conduct).go();
  }

  private Result go() throws IOException {
    long began = System.nanoTime();
    // Read before an hour of training, so that a wrong file is known at once.
    Synapses synapses = Synapses.of(conduct.synapseTable());
    try (RunLock _ = folder.lock();
        RunHeartbeat heartbeat = RunHeartbeat.start(
            folder, folder.record().resumed(conduct.clock().instant()), conduct.clock())) {
      folder.sweep();
      try {
        return go(heartbeat, synapses, began);
      } catch (IOException | RuntimeException e) {
        heartbeat.finish(RunState.FAILED, String.valueOf(e.getMessage()));
        throw e;
      }
    }
  }

  private Result go(RunHeartbeat heartbeat, Synapses synapses, long began) throws IOException {
    MeasuringStore store = new MeasuringStore(
        FolderStore.of(folder), stages, request.quick() ? QUICK_SURROGATES : FULL_SURROGATES);
    List<Job> jobs = stages.stream().flatMap(stage -> stage.jobs().stream()).toList();
    Study study = new Study(jobs, Stage.SEED, conduct.threads(), CheckpointPeriod.STANDARD);
    StudyResult trained = StudyRunner.run(study, new StudyRunner.Surroundings(
        store, Optional.of(folder.metrics()), conduct.interruption(), conduct.watcher()::training));
    if (trained.stopped()) {
      heartbeat.finish(RunState.STOPPED, "interrupted");
      return new Result(folder, RunState.STOPPED, Optional.empty(), Optional.empty(), since(began));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(conduct.threads())) {
      conduct.watcher().phase("measuring");
      store.measureStored(jobs, pool);
      Findings findings = Findings.of(request, results(store), gradients(pool));
      conduct.watcher().phase("drawing");
      List<Written> figures = FigureWriter.writeAll(PsrnnFigures.of(findings, synapses), folder.figures(), pool);
      DataTables.write(findings, folder.data());
      Path report = folder.path().resolve("report.html");
      new PsrnnReport(findings, stages, trained, folder.record()).write(figures, since(began), report);
      finish(heartbeat, findings);
      return new Result(folder, RunState.DONE, Optional.of(findings), Optional.of(report), since(began));
    }
  }

  /** Networks of one seed are compared with each other, so a seed whose network broke off anywhere is left out. */
  private Results results(MeasuringStore store) {
    List<ArmResult> arms = new ArrayList<>();
    for (Stage stage : stages) {
      Set<Integer> whole = new HashSet<>(stage.experiment().seeds());
      for (Job job : stage.jobs()) {
        if (store.network(job).isEmpty()) whole.remove(job.seed());
      }
      for (Arm arm : stage.arms()) {
        Condition condition = stage.condition(arm);
        List<Network> networks = stage.experiment().seeds().stream().filter(whole::contains)
            .map(seed -> store.network(new Job(condition, seed)).orElseThrow()).toList();
        double criterion = Tasks.named(condition.task())
            .with(condition.taskOptions(), condition.network().dt(), condition.network().tau()).criterion();
        if (!networks.isEmpty()) arms.add(new ArmResult(stage.part(), arm, condition, criterion, networks));
      }
    }
    return new Results(arms);
  }

  private Optional<GradientSampling> gradients(ExecutorService pool) throws IOException {
    Optional<GradientSampling.Plan> plan = Mechanisms.gradients(request, stages);
    if (plan.isEmpty()) return Optional.empty();
    List<Future<List<GradientSampling.Sample>>> pending = new ArrayList<>();
    for (int seed = 1; seed <= plan.get().seeds(); seed++) {
      int number = seed;
      pending.add(pool.submit(() -> GradientSampling.measure(plan.get(), number)));
    }
    List<GradientSampling.Sample> samples = new ArrayList<>();
    for (Future<List<GradientSampling.Sample>> one : pending) {
      samples.addAll(Awaited.get(one, "measure gradients"));
    }
    return GradientSampling.of(samples);
  }

  private void finish(RunHeartbeat heartbeat, Findings findings) throws IOException {
    OptionalDouble best = findings.results().listed().stream().mapToDouble(a -> a.meanTrials().estimate()).min();
    heartbeat.update(record -> record.with(new RunRecord.Headline(
        record.headline().task(), record.headline().conditions(), record.headline().metric(), best)));
    heartbeat.finish(RunState.DONE, "");
  }

  private static double since(long began) {
    return (System.nanoTime() - began) * 1e-9;
  }

  /** Networks trained at a time as asked for when the run began; 0 for as many as there are processors. */
  public static int threads(RunFolder folder) {
    return ExperimentRun.experiment(folder).threads();
  }

  /** The request of a run's command line, to take the run up again. */
  public static Request requestOf(RunRecord record) {
    return RequestWords.parse(record.arguments());
  }

  /** The JSON of a result: conditions, comparisons, claims, report, runFolder, seconds. */
  public static Map<String, Object> json(Result result) {
    return ResultJson.of(result);
  }
}

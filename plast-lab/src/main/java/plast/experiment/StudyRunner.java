package plast.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import plast.learn.Condition;
import plast.learn.Evaluation;
import plast.learn.Outcome;
import plast.learn.Trainer;
import plast.math.Seed;
import plast.task.Tasks;

/**
 * Trains the networks of a study on platform threads. Each network is one thread's work from start to end, so the results
 * are the same for any number of threads and after any interruption. A network that breaks off leaves the others alone;
 * a store that fails stops the study, since nothing more could be kept.
 */
public final class StudyRunner {
  private static final long TICK_MILLISECONDS = 200;
  private static final int TICKS_BETWEEN_FLUSHES = 5;

  private final Study study;
  private final JobStore store;
  private final Optional<Path> metrics;
  private final Interruption interruption;
  private final Progress.Listener listener;

  private final Map<Job, SeedResult> results = new ConcurrentHashMap<>();
  private final Map<Job, String> failures = new ConcurrentHashMap<>();
  private final Map<Job, List<Evaluation>> evaluations = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> broken = new AtomicReference<>();
  private final AtomicInteger next = new AtomicInteger();
  private final Tally tally;
  private Optional<StudyLog> log = Optional.empty();

  private StudyRunner(Study study, Surroundings surroundings) {
    this.study = study;
    this.store = surroundings.store();
    this.metrics = surroundings.metrics();
    this.interruption = surroundings.interruption();
    this.listener = surroundings.listener();
    this.tally = new Tally(study.jobs());
  }

  /**
   * What a study needs besides itself.
   *
   * @param store        keeps networks; those it has already are not trained again
   * @param metrics      the CSV file of all evaluations; empty for none
   * @param interruption stops the study
   * @param listener     told of the progress
   */
  public record Surroundings(
      JobStore store, Optional<Path> metrics, Interruption interruption, Progress.Listener listener) {

    /** Nothing is kept and nobody is told. */
    public static Surroundings none() {
      return new Surroundings(JobStore.inMemory(), Optional.empty(), new Interruption(), Progress.NOBODY);
    }
  }

  /**
   * Trains what the store does not have yet. Returns when all is done, or soon after an interruption, with every
   * unfinished network stored.
   *
   * @throws IOException when something could not be stored; what was stored before is whole
   */
  public static StudyResult run(Study study, Surroundings surroundings) throws IOException {
    return new StudyRunner(study, surroundings).run();
  }

  private StudyResult run() throws IOException {
    if (metrics.isPresent()) log = Optional.of(StudyLog.create(metrics.get()));
    List<Job> open = new ArrayList<>();
    for (Job job : study.jobs()) {
      Optional<SeedResult> finished = store.finished(job);
      if (finished.isEmpty()) {
        open.add(job);
      } else {
        results.put(job, finished.get());
        tally.had(job, finished.get().trials());
        if (log.isPresent()) note(job, finished.get().outcome().get().evaluations());
      }
    }
    try (ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
        task -> Thread.ofPlatform().daemon().name("progress").unstarted(task))) {
      AtomicInteger ticks = new AtomicInteger();
      ticker.scheduleAtFixedRate(() -> tick(ticks.incrementAndGet()), TICK_MILLISECONDS, TICK_MILLISECONDS,
          TimeUnit.MILLISECONDS);
      trainAll(open);
      ticker.shutdownNow();
    }
    closeLog();
    Throwable failure = broken.get();
    if (failure != null) throw failure instanceof IOException io ? io : new IOException(failure.getMessage(), failure);
    listener.progress(tally.progress(System.nanoTime()));
    return result();
  }

  private void trainAll(List<Job> open) {
    tally.begin(System.nanoTime());
    List<Thread> workers = new ArrayList<>();
    for (int k = 0; k < Math.min(study.threads(), open.size()); k++) {
      workers.add(Thread.ofPlatform().name("network-" + k).start(() -> work(open)));
    }
    for (Thread worker : workers) join(worker);
  }

  /** An interrupted thread passes the wish on to the networks and waits for them to be stored. */
  private void join(Thread worker) {
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interruption.request();
      }
    }
  }

  private void work(List<Job> open) {
    while (!interruption.requested() && broken.get() == null) {
      int index = next.getAndIncrement();
      if (index >= open.size()) return;
      Job job = open.get(index);
      try {
        train(job);
      } catch (IOException e) {
        broken.compareAndSet(null, e);
      } catch (OutOfMemoryError e) {
        fail(job, "not enough memory: " + e.getMessage());
      } catch (RuntimeException | Error e) {
        fail(job, e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }
  }

  private void fail(Job job, String message) {
    failures.put(job, message);
    tally.finished(job);
  }

  private void train(Job job) throws IOException {
    Condition condition = job.condition();
    var task = Tasks.named(condition.task())
        .with(condition.taskOptions(), condition.network().dt(), condition.network().tau());
    Seed seed = new Seed(study.seed()).child("network", job.seed());
    Optional<Map<String, double[]>> stored = store.checkpoint(job);
    Trainer trainer = stored.isPresent()
        ? Trainer.resume(condition, task, seed, stored.get())
        : Trainer.start(condition, task, seed);
    if (stored.isPresent()) {
      tally.had(job, trainer.trials());
      note(job, trainer.outcome().evaluations());
    }
    Due due = new Due(study.checkpoint(), System.nanoTime());
    while (!trainer.finished()) {
      if (interruption.requested() || broken.get() != null) {
        store.checkpoint(job, trainer.checkpoint());
        return;
      }
      Optional<Evaluation> evaluation = trainer.step();
      tally.trials(job, trainer.trials());
      if (evaluation.isPresent()) note(job, List.of(evaluation.get()));
      if (due.now(System.nanoTime())) store.checkpoint(job, trainer.checkpoint());
    }
    Outcome outcome = trainer.outcome();
    results.put(job, store.finish(job, outcome));
    tally.finished(job);
  }

  private void note(Job job, List<Evaluation> measured) throws IOException {
    if (log.isEmpty()) return;
    evaluations.computeIfAbsent(job, _ -> new ArrayList<>()).addAll(measured);
    log.get().add(job, measured);
  }

  private void tick(int count) {
    listener.progress(tally.progress(System.nanoTime()));
    try {
      if (log.isPresent() && count % TICKS_BETWEEN_FLUSHES == 0) log.get().flush();
    } catch (IOException e) {
      broken.compareAndSet(null, e);
    }
  }

  /** The rows of a complete study are put in the order of its jobs, whatever the order in which they came. */
  private void closeLog() throws IOException {
    if (log.isEmpty()) return;
    try {
      log.get().close();
      if (results.size() + failures.size() < study.jobs().size()) return;
      try (StudyLog ordered = StudyLog.create(metrics.orElseThrow())) {
        for (Job job : study.jobs()) ordered.add(job, evaluations.getOrDefault(job, List.of()));
      }
    } catch (IOException e) {
      broken.compareAndSet(null, e);
    }
  }

  private StudyResult result() {
    Map<String, List<SeedResult>> byCondition = new LinkedHashMap<>();
    Map<String, Condition> conditions = new LinkedHashMap<>();
    List<StudyResult.Failure> failed = new ArrayList<>();
    for (Job job : study.jobs()) {
      conditions.putIfAbsent(job.condition().name(), job.condition());
      List<SeedResult> seeds = byCondition.computeIfAbsent(job.condition().name(), _ -> new ArrayList<>());
      if (results.containsKey(job)) seeds.add(results.get(job));
      if (failures.containsKey(job)) failed.add(new StudyResult.Failure(job, failures.get(job)));
    }
    List<ConditionResult> list = new ArrayList<>();
    conditions.forEach((name, condition) ->
        list.add(new ConditionResult(condition, byCondition.getOrDefault(name, List.of()))));
    return new StudyResult(study.seed(), list, failed, results.size() + failures.size() < study.jobs().size());
  }

  /** Tells when a network is to be stored again. */
  private static final class Due {
    private final CheckpointPeriod period;
    private long since;
    private long updates;

    Due(CheckpointPeriod period, long nanoTime) {
      this.period = period;
      this.since = nanoTime;
    }

    boolean now(long nanoTime) {
      updates++;
      boolean due = switch (period) {
        case CheckpointPeriod.Time time -> nanoTime - since >= time.milliseconds() * 1e6;
        case CheckpointPeriod.Updates every -> updates >= every.updates();
      };
      if (due) {
        since = nanoTime;
        updates = 0;
      }
      return due;
    }
  }
}

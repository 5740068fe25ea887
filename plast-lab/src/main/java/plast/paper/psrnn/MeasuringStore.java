package plast.paper.psrnn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import plast.experiment.Job;
import plast.experiment.JobStore;
import plast.experiment.SeedResult;
import plast.learn.Outcome;
import plast.math.Seed;
import plast.paper.psrnn.Moment.Shuffling;

/**
 * Measures the wiring of each network as soon as it is trained, on the thread that trained it, so that its many weights
 * need not be kept until the end.
 */
final class MeasuringStore implements JobStore {
  private final JobStore store;
  private final Map<String, Arm> arms;
  private final int surrogates;
  private final Map<String, Network> networks = new ConcurrentHashMap<>();

  MeasuringStore(JobStore store, List<Stage> stages, int surrogates) {
    this.store = store;
    this.surrogates = surrogates;
    arms = stages.stream().flatMap(stage -> stage.arms().stream().map(arm -> Map.entry(stage.condition(arm).name(), arm)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Optional<SeedResult> finished(Job job) throws IOException {
    return store.finished(job);
  }

  @Override
  public SeedResult finish(Job job, Outcome outcome) throws IOException {
    networks.put(job.name(), measure(job, outcome));
    return store.finish(job, outcome);
  }

  @Override
  public Optional<Map<String, double[]>> checkpoint(Job job) {
    return store.checkpoint(job);
  }

  @Override
  public void checkpoint(Job job, Map<String, double[]> state) throws IOException {
    store.checkpoint(job, state);
  }

  /** Measures what an earlier session trained. */
  void measureStored(List<Job> jobs, ExecutorService pool) throws IOException {
    List<Future<?>> pending = new ArrayList<>();
    for (Job job : jobs) {
      if (networks.containsKey(job.name())) continue;
      Optional<SeedResult> stored = store.finished(job);
      if (stored.isEmpty()) continue;
      pending.add(pool.submit(() -> networks.put(job.name(), measure(job, stored.get().outcome().get()))));
    }
    for (Future<?> future : pending) join(future);
  }

  private static void join(Future<?> future) throws IOException {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while measuring trained networks", e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IOException("cannot measure a trained network: " + cause.getMessage(), cause);
    }
  }

  /** The trained network of a job; empty when it broke off. */
  Optional<Network> network(Job job) {
    return Optional.ofNullable(networks.get(job.name()));
  }

  private Network measure(Job job, Outcome outcome) {
    String condition = job.condition().name();
    Arm arm = Objects.requireNonNull(arms.get(condition), () -> "no arm makes the condition " + condition);
    if (arm.detail() != Arm.Detail.WIRING) return Network.of(job.seed(), outcome, Optional.empty());
    var random = new Seed(Stage.SEED).child("surrogates " + condition, job.seed()).stream("entries");
    return Network.of(job.seed(), outcome, Optional.of(Wiring.of(outcome, new Shuffling(surrogates, random))));
  }
}

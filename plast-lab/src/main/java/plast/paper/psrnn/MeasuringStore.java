package plast.paper.psrnn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  /** Names of conditions whose wiring is kept. */
  private final Set<String> wired;
  private final int surrogates;
  private final Map<String, Network> networks = new ConcurrentHashMap<>();

  MeasuringStore(JobStore store, List<Stage> stages, int surrogates) {
    this.store = store;
    this.surrogates = surrogates;
    wired = stages.stream()
        .flatMap(stage -> stage.arms().stream().filter(arm -> arm.detail() == Arm.Detail.WIRING)
            .map(arm -> stage.condition(arm).name()))
        .collect(Collectors.toSet());
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
    List<Future<Network>> pending = new ArrayList<>();
    for (Job job : jobs) {
      if (networks.containsKey(job.name())) continue;
      Optional<SeedResult> stored = store.finished(job);
      if (stored.isEmpty()) continue;
      pending.add(pool.submit(() -> {
        Network network = measure(job, stored.get().outcome().get());
        networks.put(job.name(), network);
        return network;
      }));
    }
    for (Future<Network> future : pending) Awaited.get(future, "measure a trained network");
  }

  /** The trained network of a job; empty when it broke off. */
  Optional<Network> network(Job job) {
    return Optional.ofNullable(networks.get(job.name()));
  }

  private Network measure(Job job, Outcome outcome) {
    if (!wired.contains(job.condition().name())) return Network.of(job.seed(), outcome, Optional.empty());
    var random = new Seed(Stage.SEED).child("surrogates " + job.condition().name(), job.seed()).stream("entries");
    return Network.of(job.seed(), outcome, Optional.of(Wiring.of(outcome, new Shuffling(surrogates, random))));
  }
}

package plast.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import plast.learn.Condition;

/**
 * What is trained: every condition with every seed. The network of seed k starts from the same random numbers and sees the
 * same trials in all conditions.
 *
 * @param name       of the run's folder
 * @param seed       from which all random numbers are derived
 * @param seeds      numbers of the networks of each condition, all different
 * @param conditions in the order of the file, at least one, with different names
 * @param threads    networks trained at a time; 0 for as many as there are processors
 * @param checkpoint how often each network is stored while it trains
 * @param tune       what {@code plast tune} searches; empty when the file does not say
 */
public record Experiment(
    String name,
    long seed,
    List<Integer> seeds,
    List<Condition> conditions,
    int threads,
    CheckpointPeriod checkpoint,
    Optional<TuneSettings> tune) {

  /** Networks of each condition when nothing else is asked for: the fewest that a comparison should rest on. */
  public static final int STANDARD_SEEDS = 8;

  public Experiment {
    seeds = List.copyOf(seeds);
    conditions = List.copyOf(conditions);
  }

  /** Describes an experiment in Java, with the words of the experiment file. */
  public static ExperimentBuilder named(String name) {
    return new ExperimentBuilder(name);
  }

  /**
   * Starts training in a new folder below {@code runs}.
   *
   * @throws IOException when the folder cannot be made
   */
  public Run start(Path runs) throws IOException {
    return Run.start(ExperimentRun.prepare(this, RunStart.java(runs)));
  }

  /** Networks in all. */
  public int networks() {
    return seeds.size() * conditions.size();
  }

  /** Networks trained at a time on a machine with so many processors. */
  public int threadsOn(int processors) {
    return Math.max(1, Math.min(networks(), threads == 0 ? processors : threads));
  }
}

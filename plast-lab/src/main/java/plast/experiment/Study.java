package plast.experiment;

import java.util.ArrayList;
import java.util.List;
import plast.learn.Condition;

/**
 * Networks to train in parallel. The network of seed k draws from {@code new Seed(seed).child("network", k)} in every
 * condition, so that conditions are paired by seed.
 *
 * @param jobs       with different names, in the order in which they are started
 * @param seed       from which all random numbers are derived
 * @param threads    networks trained at a time; the results do not depend on it
 * @param checkpoint how often each network is stored while it trains
 */
public record Study(List<Job> jobs, long seed, int threads, CheckpointPeriod checkpoint) {

  public Study {
    jobs = List.copyOf(jobs);
    if (jobs.stream().map(Job::name).distinct().count() != jobs.size()) {
      throw new IllegalArgumentException("two jobs of a study have the same condition name and seed");
    }
  }

  /** All conditions with all seeds, seed by seed, so that an unfinished study has whole pairs. */
  public static Study of(Experiment experiment, int processors) {
    return new Study(jobs(experiment.conditions(), experiment.seeds()), experiment.seed(),
        experiment.threadsOn(processors), experiment.checkpoint());
  }

  /** Every condition with every seed. */
  public static List<Job> jobs(List<Condition> conditions, List<Integer> seeds) {
    List<Job> jobs = new ArrayList<>();
    for (int seed : seeds) {
      for (Condition condition : conditions) jobs.add(new Job(condition, seed));
    }
    return jobs;
  }
}

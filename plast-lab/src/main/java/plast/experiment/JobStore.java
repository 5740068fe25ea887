package plast.experiment;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plast.learn.Outcome;

/** Where networks in training and trained networks are kept. Safe for several threads that work on different jobs. */
public interface JobStore {

  /** The result of a job that was finished before. */
  Optional<SeedResult> finished(Job job) throws IOException;

  /** Keeps the result of a job and forgets its checkpoint. */
  SeedResult finish(Job job, Outcome outcome) throws IOException;

  /** Where an unfinished job stands. */
  Optional<Map<String, double[]>> checkpoint(Job job);

  void checkpoint(Job job, Map<String, double[]> state) throws IOException;

  /** Keeps everything in memory. */
  static JobStore inMemory() {
    return new JobStore() {
      private final Map<String, SeedResult> results = new ConcurrentHashMap<>();
      private final Map<String, Map<String, double[]>> checkpoints = new ConcurrentHashMap<>();

      @Override
      public Optional<SeedResult> finished(Job job) {
        return Optional.ofNullable(results.get(job.name()));
      }

      @Override
      public SeedResult finish(Job job, Outcome outcome) {
        SeedResult result = SeedResult.of(job.seed(), outcome, () -> outcome);
        results.put(job.name(), result);
        checkpoints.remove(job.name());
        return result;
      }

      @Override
      public Optional<Map<String, double[]>> checkpoint(Job job) {
        return Optional.ofNullable(checkpoints.get(job.name()));
      }

      @Override
      public void checkpoint(Job job, Map<String, double[]> state) {
        checkpoints.put(job.name(), state);
      }
    };
  }
}

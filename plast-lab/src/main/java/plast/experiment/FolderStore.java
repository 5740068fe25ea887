package plast.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plast.io.AtomicFile;
import plast.io.Fingerprint;
import plast.io.Json;
import plast.io.Npz;
import plast.io.RunFolder;
import plast.learn.Outcome;

/**
 * Keeps jobs in a run folder: {@code results/CONDITION__SEED.npz} and {@code .json} of finished ones,
 * {@code checkpoints/CONDITION__SEED.npz} of the others. Every file is complete or absent at any time.
 */
public final class FolderStore implements JobStore {
  private final Path results;
  private final Path checkpoints;

  private FolderStore(Path results, Path checkpoints) {
    this.results = results;
    this.checkpoints = checkpoints;
  }

  /** The jobs of a run. */
  public static FolderStore of(RunFolder folder) {
    return new FolderStore(folder.path().resolve("results"), folder.checkpoints());
  }

  /** The jobs of one part of a run, kept apart from those of its other parts. */
  public static FolderStore of(RunFolder folder, String part) {
    return new FolderStore(folder.path().resolve("results").resolve(part), folder.checkpoints().resolve(part));
  }

  @Override
  public Optional<SeedResult> finished(Job job) throws IOException {
    Path json = file(results, job, ".json");
    if (!Files.exists(json) || !Files.exists(file(results, job, ".npz"))) return Optional.empty();
    ResultSummary summary = ResultSummary.read(json);
    if (!summary.isOf(fingerprint(job))) return Optional.empty();
    return Optional.of(new SeedResult(
        job.seed(),
        summary.state(),
        summary.trialsToCriterion(),
        summary.trials(),
        summary.strongFraction(),
        () -> load(job)));
  }

  /** The arrays are written before the summary: a job counts as finished once its summary is there. */
  @Override
  public SeedResult finish(Job job, Outcome outcome) throws IOException {
    SeedResult result = SeedResult.of(job.seed(), outcome, () -> load(job));
    OutcomeFile.write(file(results, job, ".npz"), outcome);
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("condition", job.condition().name());
    summary.put("seed", job.seed());
    summary.put("task", job.condition().task());
    summary.put("state", outcome.state().name().toLowerCase(Locale.ROOT));
    summary.put("trialsToCriterion", outcome.trialsToCriterion());
    summary.put("trials", result.trials());
    summary.put("strongFraction", result.strongFraction());
    summary.put("notices", outcome.notices());
    summary.put("evaluationColumns", OutcomeFile.COLUMNS);
    summary.put("fingerprint", fingerprint(job));
    AtomicFile.write(file(results, job, ".json"), Json.pretty(summary));
    Files.deleteIfExists(file(checkpoints, job, ".npz"));
    return result;
  }

  @Override
  public Optional<Map<String, double[]>> checkpoint(Job job) {
    Path file = file(checkpoints, job, ".npz");
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(Npz.readVectors(file));
    } catch (IOException e) {
      // A network begun anew ends with the same bits.
      return Optional.empty();
    }
  }

  @Override
  public void checkpoint(Job job, Map<String, double[]> state) throws IOException {
    Npz.writeVectors(file(checkpoints, job, ".npz"), state);
  }

  private Outcome load(Job job) {
    try {
      return OutcomeFile.read(file(results, job, ".npz"), ResultSummary.read(file(results, job, ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Of the settings that determine a result; a result of other settings does not count. */
  private static String fingerprint(Job job) {
    return Fingerprint.of(ResolvedFile.flat(job.condition()).toString());
  }

  private static Path file(Path folder, Job job, String extension) {
    return folder.resolve(job.name() + extension);
  }
}

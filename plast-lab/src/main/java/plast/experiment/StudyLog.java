package plast.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plast.io.MetricsFile;
import plast.learn.Evaluation;

/** The {@code metrics.csv} of a study: one row per evaluation of a network. Safe for several threads. */
final class StudyLog implements AutoCloseable {
  static final List<String> COLUMNS = columns();

  private final MetricsFile file;

  private StudyLog(MetricsFile file) {
    this.file = file;
  }

  /** Begins the file anew; what earlier sessions measured is added by {@link #add}. */
  static StudyLog create(Path path) throws IOException {
    Files.deleteIfExists(path);
    return new StudyLog(MetricsFile.open(path, COLUMNS));
  }

  synchronized void add(Job job, List<Evaluation> evaluations) throws IOException {
    for (Evaluation e : evaluations) {
      file.append(job.condition().name(), job.seed(), e.update(), e.trials(), e.performance(), e.strictPerformance(),
          e.trainingLoss(), e.strongFraction(), e.switchedUp(), e.switchedDown(), e.skipped());
    }
  }

  synchronized void flush() throws IOException {
    file.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("condition", "seed"));
    columns.addAll(List.of("update", "trials", "performance", "strictPerformance", "trainingLoss", "strongFraction",
        "switchedUp", "switchedDown", "skipped"));
    return columns;
  }
}

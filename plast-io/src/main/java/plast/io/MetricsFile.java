package plast.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The {@code metrics.csv} of a run: appended while it runs, cut back to a checkpoint when it resumes. */
public final class MetricsFile implements AutoCloseable {

  private final CsvWriter writer;

  private MetricsFile(CsvWriter writer) {
    this.writer = writer;
  }

  /**
   * Opens the file for appending, new or where an earlier process left it.
   *
   * @throws IOException when it has other columns or cannot be written
   */
  public static MetricsFile open(Path file, List<String> columns) throws IOException {
    return new MetricsFile(CsvWriter.open(file, columns));
  }

  /** All whole rows. */
  public static CsvTable read(Path file) throws IOException {
    return CsvTable.read(file);
  }

  /**
   * Keeps the rows that satisfy {@code predicate}, for example those up to the checkpoint that a run resumes from; a
   * missing file is left missing. Not to be called while the file is open.
   */
  public static void rewriteKeeping(Path file, Predicate<CsvTable.Row> predicate) throws IOException {
    if (!Files.exists(file) || CsvWriter.wholeRows(Files.readAllBytes(file)) == 0) return;
    read(file).keeping(predicate).write(file);
  }

  /** Appends one row, one value per column; null is an empty field. */
  public void append(Object... values) throws IOException {
    writer.row(Arrays.asList(values));
  }

  /** Makes the rows so far visible to others and safe from a kill. */
  public void flush() throws IOException {
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

package plast.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Appends rows to a table file (RFC 4180, commas, UTF-8). A kill can tear the last row only; whoever opens the file
 * again drops that row. Safe for several threads.
 */
public final class CsvWriter implements AutoCloseable {

  private final Path file;
  private final List<String> columns;
  private final Writer out;

  private CsvWriter(Path file, List<String> columns, Writer out) {
    this.file = file;
    this.columns = List.copyOf(columns);
    this.out = out;
  }

  /**
   * Opens a table for appending; a missing or empty file gets the header first, a torn last row is cut off.
   *
   * @throws IOException when the file has other columns or cannot be written
   */
  public static CsvWriter open(Path file, List<String> columns) throws IOException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      boolean fresh = !cutTornRow(file);
      if (!fresh) checkHeader(file, columns);
      CsvWriter writer = new CsvWriter(file, columns, Files.newBufferedWriter(file, StandardCharsets.UTF_8,
          StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      if (fresh) {
        writer.row(columns);
        writer.flush();
      }
      return writer;
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  /**
   * Appends one row.
   *
   * @param values one per column: text, numbers, truth values; null is an empty field
   * @throws IllegalArgumentException when their number is another one
   */
  public synchronized void row(List<?> values) throws IOException {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + file + " has " + columns.size() + " fields " + columns + ", got " + values.size());
    }
    try {
      out.write(line(values));
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  /** Hands what was written to the operating system, so that a kill no longer loses it. */
  public synchronized void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  /** One row as text with its line break. */
  static String line(List<?> values) {
    return values.stream().map(CsvWriter::field).collect(Collectors.joining(",", "", "\n"));
  }

  private static String field(Object value) {
    String text = value == null ? "" : value.toString();
    boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        || !text.equals(text.strip());
    return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** Cuts the file behind its last whole row; says whether anything is left. */
  private static boolean cutTornRow(Path file) throws IOException {
    if (!Files.exists(file)) return false;
    byte[] bytes = Files.readAllBytes(file);
    int whole = wholeRows(bytes);
    if (whole < bytes.length) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(whole);
      }
    }
    return whole > 0;
  }

  /** The number of bytes up to the last line break outside quotes. */
  static int wholeRows(byte[] bytes) {
    boolean quoted = false;
    int whole = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '"') quoted = !quoted;
      if (bytes[i] == '\n' && !quoted) whole = i + 1;
    }
    return whole;
  }

  private static void checkHeader(Path file, List<String> columns) throws IOException {
    List<String> found = CsvTable.read(file).columns();
    if (!found.equals(columns)) {
      throw new FileFailure("cannot append to " + file + ": it has the columns " + found + ", not " + columns);
    }
  }
}

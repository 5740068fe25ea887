package plast.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row: finds the separator from the header, drops a byte order mark, checks the field counts. */
final class CsvText implements AutoCloseable {

  private static final int LONGEST_HEADER = 1 << 16;

  private final String source;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final List<String> columns;

  /** @param in is closed with this */
  CsvText(String source, InputStream in) throws IOException {
    this.source = source;
    BufferedInputStream input = new BufferedInputStream(in, LONGEST_HEADER);
    reader = CsvReader.builder().fieldSeparator(separator(input)).detectBomHeader(true).skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(input, StandardCharsets.UTF_8);
    rows = reader.iterator();
    columns = header();
  }

  private List<String> header() throws IOException {
    try {
      CsvRecord header = advance();
      if (header == null) throw new FileFailure(source + " is empty; its first line must name the columns");
      return header.getFields().stream().map(String::strip).toList();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  List<String> columns() {
    return columns;
  }

  /** The next row, or null at the end. */
  @Nullable CsvRecord next() throws IOException {
    CsvRecord row = advance();
    if (row != null && row.getFieldCount() != columns.size()) {
      throw new FileFailure(source + ":" + row.getStartingLineNumber() + ": the row has " + row.getFieldCount()
          + " fields, the header " + columns.size());
    }
    return row;
  }

  private @Nullable CsvRecord advance() throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException e) {
      throw new FileFailure(source + " is no readable table: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The most frequent of tab, semicolon and comma in the first line, outside quotes. */
  private static char separator(BufferedInputStream in) throws IOException {
    in.mark(LONGEST_HEADER);
    byte[] start = in.readNBytes(LONGEST_HEADER - 1);
    in.reset();
    int[] counts = new int[128];
    boolean quoted = false;
    for (byte b : start) {
      if (b == '"') quoted = !quoted;
      if (quoted || b < 0) continue;
      if (b == '\n' && counts[0]++ >= 0) break;
      counts[b]++;
    }
    if (counts['\t'] > Math.max(counts[','], counts[';'])) return '\t';
    return counts[';'] > counts[','] ? ';' : ',';
  }

  /** @throws IllegalArgumentException when the field is neither empty nor a number */
  static double number(String text, String source, String column) {
    String stripped = text.strip();
    if (stripped.isEmpty()) return Double.NaN;
    try {
      return Double.parseDouble(stripped);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          source + ": '" + text + "' in column '" + column + "' is not a number", e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

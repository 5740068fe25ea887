package plast.io;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A table in memory. Commas, semicolons or tabs; with or without byte order mark; quotes as in RFC 4180.
 *
 * @param source  the file's name, for messages
 * @param columns their names, from the first line
 * @param rows    each with one text per column
 */
public record CsvTable(String source, List<String> columns, List<List<String>> rows) {

  /** One row, by column name. */
  public record Row(CsvTable table, List<String> fields) {

    /** @throws IllegalArgumentException when there is no such column, naming the nearest */
    public String text(String column) {
      return fields.get(table.index(column));
    }

    /** The number in {@code column}; NaN where the field is empty. */
    public double number(String column) {
      return CsvText.number(text(column), table.source, column);
    }
  }

  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a table that this product wrote; a last row torn by a kill is left out.
   *
   * @throws IOException when the file is unreadable or a row has another number of fields than the header
   */
  public static CsvTable read(Path file) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      byte[] whole = Arrays.copyOf(bytes, CsvWriter.wholeRows(bytes));
      return parse(file.toString(), new CsvText(file.toString(), new ByteArrayInputStream(whole)));
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /** Reads a user's table, whose last line need not end with a line break. */
  public static CsvTable readForeign(Path file) throws IOException {
    try {
      return parse(file.toString(), new CsvText(file.toString(), Files.newInputStream(file)));
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private static CsvTable parse(String source, CsvText text) throws IOException {
    try (text) {
      List<List<String>> rows = new ArrayList<>();
      for (CsvRecord row = text.next(); row != null; row = text.next()) rows.add(List.copyOf(row.getFields()));
      return new CsvTable(source, text.columns(), rows);
    }
  }

  /** The place of a column from 0. */
  public int index(String column) {
    int index = columns.indexOf(column);
    if (index >= 0) return index;
    throw new IllegalArgumentException(missing(source, column, columns));
  }

  static String missing(String source, String column, List<String> columns) {
    String nearest = Nearest.of(column, columns).map(name -> " (try: " + name + ")").orElse("");
    return source + " has no column '" + column + "'" + nearest + "; it has " + String.join(", ", columns);
  }

  /** The rows by column name. */
  public List<Row> byName() {
    return rows.stream().map(fields -> new Row(this, fields)).toList();
  }

  /** The fields of one column. */
  public List<String> texts(String column) {
    int index = index(column);
    return rows.stream().map(fields -> fields.get(index)).toList();
  }

  /** The numbers of one column; NaN where a field is empty. */
  public double[] numbers(String column) {
    return texts(column).stream().mapToDouble(text -> CsvText.number(text, source, column)).toArray();
  }

  /** The rows that satisfy {@code predicate}. */
  public CsvTable keeping(Predicate<Row> predicate) {
    return new CsvTable(source, columns, byName().stream().filter(predicate).map(Row::fields).toList());
  }

  /** The table as text, header first. */
  public String toText() {
    return CsvWriter.line(columns) + rows.stream().map(CsvWriter::line).collect(Collectors.joining());
  }

  /** Writes the table; an earlier file is replaced at once or not at all. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, toText());
  }
}

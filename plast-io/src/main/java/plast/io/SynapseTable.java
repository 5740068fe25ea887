package plast.io;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Synapse sizes that a user measured, for comparison with a network's weights.
 *
 * @param source the file
 * @param column {@code spine_vol_um3} (spine volume in µm³) or {@code size} (in the user's own unit)
 * @param sizes  all positive
 * @param absent rows whose size was empty or NaN and that were left out
 */
public record SynapseTable(Path source, String column, double[] sizes, int absent) {

  /** The columns that are looked for, in this order. */
  public static final List<String> COLUMNS = List.of("spine_vol_um3", "size");

  /**
   * Reads a table with a header; commas, semicolons or tabs.
   *
   * @throws IOException when the file is unreadable, has neither column (naming those found), holds what is no positive
   *                     number (naming the line), or holds no size at all
   */
  public static SynapseTable read(Path file) throws IOException {
    try (CsvText text = new CsvText(file.toString(), Files.newInputStream(file))) {
      String column = COLUMNS.stream().filter(text.columns()::contains).findFirst()
          .orElseThrow(() -> new FileFailure(file + " has neither a column 'spine_vol_um3' nor 'size'; it has "
              + String.join(", ", text.columns())));
      int index = text.columns().indexOf(column);
      DoubleStream.Builder sizes = DoubleStream.builder();
      int absent = 0;
      for (CsvRecord row = text.next(); row != null; row = text.next()) {
        double size = positive(row, index, file + ":" + row.getStartingLineNumber() + ": " + column);
        if (Double.isNaN(size)) absent++; else sizes.add(size);
      }
      double[] all = sizes.build().toArray();
      if (all.length == 0) throw new FileFailure(file + " has no value in its column '" + column + "'");
      return new SynapseTable(file, column, all, absent);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private static double positive(CsvRecord row, int index, String place) throws IOException {
    String field = row.getField(index).strip();
    if (field.isEmpty()) return Double.NaN;
    double size;
    try {
      size = Double.parseDouble(field);
    } catch (NumberFormatException e) {
      String hint = field.indexOf(',') >= 0 ? "; write decimals with a point" : "";
      throw new FileFailure(place + " is '" + field + "', not a number" + hint, e);
    }
    if (size <= 0 || Double.isInfinite(size)) throw new FileFailure(place + " is " + field + ", must be positive");
    return size;
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How panels are placed: rows from top to bottom, panels of a row from left to right.
 *
 * @param widthMm width of the whole figure
 */
public record Layout(double widthMm, List<Row> rows) {
  /** Width of one column of a journal page. */
  public static final double SINGLE_COLUMN_MM = 85;
  /** Width of a journal page's two columns. */
  public static final double DOUBLE_COLUMN_MM = 180;

  /**
   * One row of panels.
   *
   * @param heightMm height of the panels with heading, without the legend
   * @param shares relative widths of the panels, each above zero
   */
  public record Row(double heightMm, List<Double> shares) {
    public Row {
      shares = List.copyOf(shares);
      if (!(heightMm > 0) || shares.isEmpty() || shares.stream().anyMatch(share -> !(share > 0))) {
        throw new IllegalArgumentException("a row needs a height above 0 and panels of widths above 0, got height "
            + heightMm + " mm, widths " + shares);
      }
    }
  }

  public Layout {
    rows = List.copyOf(rows);
    if (!(widthMm > 0)) {
      throw new IllegalArgumentException("a figure's width is " + widthMm + " mm, must be above 0");
    }
  }

  /** One panel per row in a single column. */
  public static Layout singleColumn(double rowHeightMm, int panels) {
    Layout layout = new Layout(SINGLE_COLUMN_MM, List.of());
    for (int i = 0; i < panels; i++) {
      layout = layout.row(rowHeightMm, 1);
    }
    return layout;
  }

  /** Rows of equally wide panels across two columns: {@code doubleColumn(50, 3, 2)} places three, then two. */
  public static Layout doubleColumn(double rowHeightMm, int... panelsPerRow) {
    Layout layout = new Layout(DOUBLE_COLUMN_MM, List.of());
    for (int panels : panelsPerRow) {
      double[] shares = new double[panels];
      Arrays.fill(shares, 1);
      layout = layout.row(rowHeightMm, shares);
    }
    return layout;
  }

  /** This layout with one more row of panels of these relative widths. */
  public Layout row(double heightMm, double... shares) {
    List<Double> list = new ArrayList<>();
    for (double share : shares) {
      list.add(share);
    }
    return new Layout(widthMm, Panel.append(rows, new Row(heightMm, list)));
  }

  int panels() {
    return rows.stream().mapToInt(row -> row.shares.size()).sum();
  }
}

package plast.figure;

import java.util.List;
import java.util.Objects;

/**
 * A value over a grid of two parameters, as coloured cells in the order given, evenly spaced.
 *
 * @param grid the values of both parameters and of every cell
 * @param value label, scale and ends of the colour bar
 * @param contours reference levels, drawn along the cells' edges between lower and higher values, or through the cells
 * @param marks cells with a star
 */
public record HeatMap(String title, String note, Grid grid, Axis value, List<Contour> contours, List<Mark> marks)
    implements Panel {

  /**
   * A table over two parameters.
   *
   * @param x parameter of the columns, n
   * @param y parameter of the rows, m, from bottom to top
   * @param values m rows of n cells; NaN is drawn grey as "no value"
   */
  public record Grid(String xLabel, double[] x, String yLabel, double[] y, double[][] values) {
    public Grid {
      Objects.requireNonNull(xLabel, "xLabel");
      Objects.requireNonNull(yLabel, "yLabel");
      x = x.clone();
      y = y.clone();
      values = values.clone();
      if (values.length != y.length) {
        throw new IllegalArgumentException("heat map has " + y.length + " values of '" + yLabel + "' and "
            + values.length + " rows of cells");
      }
      for (int row = 0; row < values.length; row++) {
        values[row] = values[row].clone();
        if (values[row].length != x.length) {
          throw new IllegalArgumentException("row " + row + " of the heat map has " + values[row].length
              + " cells, '" + xLabel + "' has " + x.length + " values");
        }
      }
    }
  }

  /** A reference level with its name in the legend. */
  public record Contour(String label, double level, Course course) {
    public Contour(String label, double level) {
      this(label, level, Course.EDGES);
    }

    /** A line where a smooth function, sampled at the cells' centres, has the value {@code level}. */
    public static Contour smooth(String label, double level) {
      return new Contour(label, level, Course.INTERPOLATED);
    }
  }

  /** How a contour runs: around cells, or between their centres by linear interpolation. */
  public enum Course { EDGES, INTERPOLATED }

  /** A starred cell. */
  public record Mark(String label, int row, int column) { }

  public HeatMap {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(grid, "grid");
    Objects.requireNonNull(value, "value");
    contours = List.copyOf(contours);
    marks = List.copyOf(marks);
    for (Mark mark : marks) {
      if (mark.row < 0 || mark.row >= grid.y.length || mark.column < 0 || mark.column >= grid.x.length) {
        throw new IllegalArgumentException("mark '" + mark.label + "' is at row " + mark.row + ", column "
            + mark.column + " of a heat map of " + grid.y.length + " rows and " + grid.x.length + " columns");
      }
    }
  }

  public static HeatMap of(String title, Grid grid, Axis value) {
    return new HeatMap(title, "", grid, value, List.of(), List.of());
  }

  public HeatMap with(Contour contour) {
    return new HeatMap(title, note, grid, value, Panel.append(contours, contour), marks);
  }

  public HeatMap with(Mark mark) {
    return new HeatMap(title, note, grid, value, contours, Panel.append(marks, mark));
  }

  public HeatMap note(String newNote) {
    return new HeatMap(title, newNote, grid, value, contours, marks);
  }
}

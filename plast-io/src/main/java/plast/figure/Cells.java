package plast.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A grid of coloured cells.
 *
 * @param left left edge of the first column
 * @param bottom lower edge of the first row
 */
record Cells(double left, double bottom, double cellWidth, double cellHeight) {
  /** Above this many cells the grid becomes one bitmap with a pixel per cell: files stay small. */
  private static final int MOST_RECTANGLES = 400;

  /** The layers of {@code colours}, rows from bottom to top. */
  List<Layer> layers(String[][] colours) {
    int columns = colours[0].length;
    return colours.length * columns > MOST_RECTANGLES && colours.length > 1 && columns > 1
        ? List.of(bitmap(colours)) : rectangles(colours);
  }

  private Layer bitmap(String[][] colours) {
    int columns = colours[0].length;
    double[] x = new double[colours.length * columns];
    double[] y = new double[x.length];
    List<String> fill = new ArrayList<>();
    for (int row = 0; row < colours.length; row++) {
      for (int column = 0; column < columns; column++) {
        x[row * columns + column] = left + (column + 0.5) * cellWidth;
        y[row * columns + column] = bottom + (row + 0.5) * cellHeight;
        fill.add(colours[row][column]);
      }
    }
    return Layer.of("raster").column("x", x).column("y", y).column("fill", fill);
  }

  /** Equal neighbours of a row share one rectangle. */
  private List<Layer> rectangles(String[][] colours) {
    List<double[]> ends = new ArrayList<>();
    List<String> fill = new ArrayList<>();
    for (int row = 0; row < colours.length; row++) {
      int start = 0;
      for (int column = 1; column <= colours[row].length; column++) {
        if (column == colours[row].length || !colours[row][column].equals(colours[row][start])) {
          ends.add(new double[] {left + start * cellWidth, left + column * cellWidth, bottom + row * cellHeight,
              bottom + (row + 1) * cellHeight});
          fill.add(colours[row][start]);
          start = column;
        }
      }
    }
    Layer layer = Layer.of("rect").set("size", 0.0).column("fill", fill);
    List<String> names = List.of("xmin", "xmax", "ymin", "ymax");
    for (int side = 0; side < names.size(); side++) {
      int index = side;
      layer.column(names.get(side), ends.stream().mapToDouble(end -> end[index]).toArray());
    }
    return List.of(layer);
  }
}

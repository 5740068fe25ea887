package plast.figure;

import java.util.ArrayList;
import java.util.List;

/** Where a function sampled on a grid crosses a level: marching squares, linear between samples. */
final class Isolines {
  private Isolines() {}

  /** Segments {@code x, y, toX, toY} in units of columns and rows; none beside a missing value. */
  static List<double[]> of(double[][] values, double level) {
    List<double[]> segments = new ArrayList<>();
    for (int row = 0; row + 1 < values.length; row++) {
      for (int column = 0; column + 1 < values[row].length; column++) {
        List<double[]> points = crossings(values, level, row, column);
        for (int k = 0; k + 1 < points.size(); k += 2) {
          double[] a = points.get(k);
          double[] b = points.get(k + 1);
          segments.add(new double[] {a[0], a[1], b[0], b[1]});
        }
      }
    }
    return segments;
  }

  /** The points on the four sides of a square, none, two or four. */
  private static List<double[]> crossings(double[][] values, double level, int row, int column) {
    int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
    List<double[]> points = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      double first = above(values, level, row + corners[k][1], column + corners[k][0]);
      double second = above(values, level, row + corners[k + 1][1], column + corners[k + 1][0]);
      if (!Double.isFinite(first) || !Double.isFinite(second)) return List.of();
      if (first < 0 == second < 0) continue;
      double share = first / (first - second);
      points.add(new double[] {column + corners[k][0] + share * (corners[k + 1][0] - corners[k][0]),
          row + corners[k][1] + share * (corners[k + 1][1] - corners[k][1])});
    }
    return points;
  }

  /** A border that lies on the level, as that of x·y from 0, is no crossing: it takes the side of its neighbour. */
  private static double above(double[][] values, double level, int row, int column) {
    double above = values[row][column] - level;
    if (above != 0 || values.length < 3 || values[row].length < 3) return above;
    int inwardRow = Math.clamp(row, 1, values.length - 2);
    int inwardColumn = Math.clamp(column, 1, values[row].length - 2);
    return (values[inwardRow][inwardColumn] - level) * 1e-9;
  }
}

package plast.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** The same as lines from end to end, each a list of points: drawn in one stroke, they show no seams. */
  static List<List<double[]>> joined(double[][] values, double level) {
    Map<List<Long>, Deque<double[]>> ends = new LinkedHashMap<>();
    for (double[] segment : of(values, level)) {
      for (int end = 0; end < 4; end += 2) {
        ends.computeIfAbsent(key(segment, end), key -> new ArrayDeque<>()).add(segment);
      }
    }
    Set<double[]> used = Collections.newSetFromMap(new IdentityHashMap<>());
    List<List<double[]>> lines = new ArrayList<>();
    for (boolean loops : new boolean[] {false, true}) {
      ends.forEach((key, at) -> {
        if ((loops || at.size() == 1) && !at.stream().allMatch(used::contains)) lines.add(walk(key, ends, used));
      });
    }
    return lines;
  }

  /** From {@code start} along segments that no line has yet. */
  private static List<double[]> walk(List<Long> start, Map<List<Long>, Deque<double[]>> ends, Set<double[]> used) {
    List<double[]> line = new ArrayList<>();
    List<Long> at = start;
    for (;;) {
      Optional<double[]> next = ends.getOrDefault(at, new ArrayDeque<>()).stream()
          .filter(segment -> !used.contains(segment)).findFirst();
      if (next.isEmpty()) return line;
      double[] segment = next.get();
      used.add(segment);
      int from = key(segment, 0).equals(at) ? 0 : 2;
      if (line.isEmpty()) line.add(new double[] {segment[from], segment[from + 1]});
      line.add(new double[] {segment[2 - from], segment[3 - from]});
      at = key(segment, 2 - from);
    }
  }

  /** Points of neighbouring squares are equal up to rounding. */
  private static List<Long> key(double[] segment, int end) {
    return List.of(Math.round(segment[end] * 1e6), Math.round(segment[end + 1] * 1e6));
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

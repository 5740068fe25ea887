package plast.figure;

import java.util.Objects;

/**
 * One line, with a confidence band where {@code low} and {@code high} are given.
 *
 * @param x positions, n
 * @param y values, n; NaN leaves a gap
 * @param low lower end of the band, n, or empty for none
 * @param high upper end of the band, n, or empty for none
 */
public record Curve(String label, double[] x, double[] y, double[] low, double[] high, Stroke stroke) {

  /** How a line is drawn. */
  public enum Stroke { SOLID, DASHED, DOTTED }

  public Curve {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(stroke, "stroke");
    x = x.clone();
    y = y.clone();
    low = low.clone();
    high = high.clone();
    if (y.length != x.length) {
      throw new IllegalArgumentException("curve '" + label + "' has " + x.length + " x and " + y.length + " y values");
    }
    if (low.length != high.length || low.length != 0 && low.length != x.length) {
      throw new IllegalArgumentException("curve '" + label + "' has " + x.length + " points, its band has "
          + low.length + " lower and " + high.length + " upper ends");
    }
  }

  public static Curve of(String label, double[] x, double[] y) {
    return new Curve(label, x, y, new double[0], new double[0], Stroke.SOLID);
  }

  /** Values against their rank 1, 2, ...: a spectrum. */
  public static Curve ranked(String label, double[] values) {
    double[] rank = new double[values.length];
    for (int i = 0; i < rank.length; i++) {
      rank[i] = i + 1;
    }
    return of(label, rank, values);
  }

  public Curve band(double[] lower, double[] upper) {
    return new Curve(label, x, y, lower, upper, stroke);
  }

  public Curve dashed() {
    return new Curve(label, x, y, low, high, Stroke.DASHED);
  }

  public Curve dotted() {
    return new Curve(label, x, y, low, high, Stroke.DOTTED);
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Layers that several panels share: curves with bands, reference lines. */
final class Lines {

  private Lines() { }

  static String stroke(Curve.Stroke stroke) {
    return switch (stroke) {
      case SOLID -> "solid";
      case DASHED -> "dashed";
      case DOTTED -> "dotted";
    };
  }

  /** A curve as one path per run of drawable points, cut to the axes' ends. */
  static List<Layer> curve(Curve curve, String colour, PlotAxis x, PlotAxis y) {
    List<Layer> layers = new ArrayList<>();
    int n = curve.x().length;
    int start = 0;
    for (int i = 0; i <= n; i++) {
      if (i == n || !drawable(curve, i, x, y)) {
        if (i > start) {
          layers.addAll(run(curve, start, i, y.range(), colour));
        }
        start = i + 1;
      }
    }
    return layers;
  }

  private static boolean drawable(Curve curve, int i, PlotAxis x, PlotAxis y) {
    return x.range().contains(curve.x()[i]) && y.scale().shows(curve.y()[i]);
  }

  private static List<Layer> run(Curve curve, int from, int to, Range y, String colour) {
    double[] x = Arrays.copyOfRange(curve.x(), from, to);
    if (to - from == 1) {
      return List.of(Layer.points(x, clamped(curve.y(), from, to, y)).set("color", colour).wide(2.5));
    }
    return List.of(Layer.path(x, clamped(curve.y(), from, to, y)).set("color", colour)
        .set("linetype", stroke(curve.stroke())).wide(Theme.CURVE_WIDTH));
  }

  /** The band of a curve; empty where it has none. */
  static List<Layer> band(Curve curve, String colour, PlotAxis x, PlotAxis y) {
    if (curve.low().length == 0) {
      return List.of();
    }
    double[] low = new double[curve.x().length];
    double[] high = new double[low.length];
    double[] at = new double[low.length];
    int n = 0;
    for (int i = 0; i < low.length; i++) {
      if (x.range().contains(curve.x()[i]) && Double.isFinite(curve.low()[i]) && Double.isFinite(curve.high()[i])) {
        at[n] = curve.x()[i];
        low[n] = y.range().clamp(curve.low()[i]);
        high[n++] = y.range().clamp(curve.high()[i]);
      }
    }
    return List.of(Layer.of("ribbon").column("x", Arrays.copyOf(at, n))
        .column("ymin", Arrays.copyOf(low, n)).column("ymax", Arrays.copyOf(high, n))
        .set("fill", colour).set("alpha", Theme.BAND_OPACITY).set("size", 0.0));
  }

  static double[] clamped(double[] values, int from, int to, Range range) {
    double[] result = Arrays.copyOfRange(values, from, to);
    for (int i = 0; i < result.length; i++) {
      result[i] = range.clamp(result[i]);
    }
    return result;
  }

  /** A dashed line from edge to edge; nothing where it lies outside the axes. */
  static List<Layer> reference(Reference reference, PlotAxis x, PlotAxis y, String colour) {
    boolean across = reference.orientation() == Reference.Orientation.HORIZONTAL;
    double at = reference.value();
    if (!(across ? y : x).range().contains(at)) {
      return List.of();
    }
    Layer line = across
        ? Layer.segments(of(x.range().low()), of(at), of(x.range().high()), of(at))
        : Layer.segments(of(at), of(y.range().low()), of(at), of(y.range().high()));
    return List.of(line.set("color", colour).set("linetype", "dashed").wide(Theme.REFERENCE_WIDTH));
  }

  static double[] of(double value) {
    return new double[] {value};
  }

  static Key key(Reference reference, String colour) {
    return new Key(reference.label(), colour, Key.Sign.DASHED);
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.List;

/** Draws {@link ComplexPlane}: unit circle, then clouds. */
record ComplexPlaneDrawer(ComplexPlane panel, Palette palette) implements Drawer {
  private static final int CIRCLE_POINTS = 181;

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (ComplexPlane.Cloud cloud : panel.clouds()) {
      keys.add(new Key(cloud.label(), palette.colour(cloud.label()), Key.Sign.DOT));
    }
    keys.add(new Key("unit circle", Theme.REFERENCE, Key.Sign.DASHED));
    return keys;
  }

  @Override
  public Plot plot(Plot.Size size) {
    double radius = 1.05;
    for (ComplexPlane.Cloud cloud : panel.clouds()) {
      Range range = Range.EMPTY.over(Scale.LINEAR, cloud.real()).over(Scale.LINEAR, cloud.imaginary());
      radius = Math.max(radius, 1.05 * Math.max(range.high(), -range.low()));
    }
    Range range = new Range(-radius, radius);
    double side = Math.min(size.width() - 40, size.height() - 30);
    // One set of ticks for both axes.
    PlotAxis real = PlotAxis.horizontal(Axis.linear("Real part"), range, side);
    PlotAxis imaginary = new PlotAxis("Imaginary part", Scale.LINEAR, range, real.ticks(), false);
    List<Layer> layers = new ArrayList<>();
    layers.add(cross(range));
    layers.add(circle());
    for (ComplexPlane.Cloud cloud : panel.clouds()) {
      layers.add(Layer.points(cloud.real(), cloud.imaginary()).set("color", palette.colour(cloud.label()))
          .set("alpha", 0.75).wide(2.8));
    }
    return new Plot(List.copyOf(layers), List.of(), real, imaginary, Plot.Aspect.EQUAL);
  }

  private static Layer cross(Range range) {
    double[] low = {range.low(), 0};
    double[] high = {range.high(), 0};
    return Layer.segments(low, new double[] {0, range.low()}, high, new double[] {0, range.high()})
        .set("color", Theme.NO_VALUE).wide(0.6);
  }

  private static Layer circle() {
    double[] x = new double[CIRCLE_POINTS];
    double[] y = new double[CIRCLE_POINTS];
    for (int i = 0; i < CIRCLE_POINTS; i++) {
      double angle = 2 * Math.PI * i / (CIRCLE_POINTS - 1);
      x[i] = Math.cos(angle);
      y[i] = Math.sin(angle);
    }
    return Layer.path(x, y).set("color", Theme.REFERENCE).set("linetype", "dashed").wide(Theme.REFERENCE_WIDTH);
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.List;

/** Draws {@link Distributions}: tinted steps, then fits in black, then reference lines. */
record DistributionsDrawer(Distributions panel, Palette palette) implements Drawer {

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (Distributions.Histogram histogram : panel.histograms()) {
      keys.add(new Key(histogram.label(), palette.colour(histogram.label()), Key.Sign.BOX));
    }
    for (Curve fit : panel.fits()) {
      keys.add(new Key(fit.label(), Theme.INK, Key.sign(fit.stroke())));
    }
    panel.references().forEach(reference -> keys.add(Lines.key(reference, THRESHOLD)));
    return keys;
  }

  /** References are no fits: another colour tells the dashes apart. */
  private static final String THRESHOLD = "#A3367A";

  @Override
  public Plot plot(Plot.Size size) {
    Range xRange = Range.EMPTY;
    Range yRange = new Range(0, 0);
    for (Distributions.Histogram histogram : panel.histograms()) {
      xRange = xRange.over(panel.x().scale(), histogram.edges());
      yRange = yRange.over(Scale.LINEAR, histogram.density());
    }
    for (Curve fit : panel.fits()) {
      xRange = xRange.over(panel.x().scale(), fit.x());
      yRange = yRange.over(Scale.LINEAR, fit.y());
    }
    PlotAxis x = PlotAxis.horizontal(panel.x(), xRange.fitted(panel.x(), 0), size.width() - 40);
    Axis density = Axis.linear("Density").between(0, 1.06 * Math.max(yRange.high(), 1e-12));
    PlotAxis y = PlotAxis.vertical(density, yRange.fitted(density, 0), size.height() - 30);
    List<Layer> layers = new ArrayList<>();
    panel.histograms().forEach(histogram -> layers.add(steps(histogram, x.range()).set("size", 0.0)
        .set("fill", palette.colour(histogram.label())).set("alpha", 0.22)));
    panel.histograms().forEach(histogram -> layers.add(outline(histogram, x.range())));
    panel.fits().forEach(fit -> layers.addAll(Lines.curve(fit, Theme.INK, x, y)));
    panel.references().forEach(line -> layers.addAll(Lines.reference(line, x, y, THRESHOLD)));
    return Plot.free(layers, x, y);
  }

  private Layer outline(Distributions.Histogram histogram, Range x) {
    double[][] corners = corners(histogram, x);
    return Layer.path(corners[0], corners[1]).set("color", palette.colour(histogram.label())).wide(1);
  }

  private static Layer steps(Distributions.Histogram histogram, Range x) {
    double[][] corners = corners(histogram, x);
    return Layer.of("polygon").column("x", corners[0]).column("y", corners[1]);
  }

  private static double[][] corners(Distributions.Histogram histogram, Range range) {
    int n = histogram.density().length;
    double[] x = new double[2 * n + 2];
    double[] y = new double[2 * n + 2];
    for (int bin = 0; bin < n; bin++) {
      x[2 * bin + 1] = range.clamp(histogram.edges()[bin]);
      x[2 * bin + 2] = range.clamp(histogram.edges()[bin + 1]);
      y[2 * bin + 1] = histogram.density()[bin];
      y[2 * bin + 2] = histogram.density()[bin];
    }
    x[0] = x[1];
    x[2 * n + 1] = x[2 * n];
    return new double[][] {x, y};
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;

/** The one place that speaks to lets-plot: a plot becomes its raw specification and comes back as SVG text. */
final class LetsPlot {

  /** lets-plot keeps this many pixels free around every plot. */
  private static final double PADDING = 10;

  private LetsPlot() { }

  /** The layers of {@code plot} on an area of exactly {@code size}; axes and texts are not drawn. */
  static String svg(Plot plot, Plot.Size size) {
    DoubleVector box = new DoubleVector(size.width() + 2 * PADDING, size.height() + 2 * PADDING);
    return PlotSvgExport.INSTANCE.buildSvgImageFromRawSpecs(spec(plot), box, false);
  }

  /** Maps and lists are mutable because lets-plot rewrites them. */
  private static Map<String, Object> spec(Plot plot) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("kind", "plot");
    List<Object> layers = new ArrayList<>();
    plot.layers().forEach(layer -> layers.add(layer.spec()));
    spec.put("layers", layers);
    spec.put("scales", new ArrayList<>(List.of(plot.x().spec("x"), plot.y().spec("y"),
        settings("aesthetic", "fill", "scale_mapper_kind", "identity", "guide", "none"))));
    spec.put("theme", theme());
    // Bitmaps would otherwise ask for square pixels.
    spec.put("coord", settings("name", "cartesian"));
    return spec;
  }

  private static Map<String, Object> theme() {
    return settings("name", "classic", "legend_position", "none", "axis", "blank", "panel_grid", "blank",
        "plot_background", "blank", "panel_background", "blank",
        "plot_margin", settings("t", 0.0, "r", 0.0, "b", 0.0, "l", 0.0));
  }

  private static Map<String, Object> settings(Object... pairs) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      settings.put((String) pairs[i], pairs[i + 1]);
    }
    return settings;
  }
}

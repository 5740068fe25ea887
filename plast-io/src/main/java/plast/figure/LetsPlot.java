package plast.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;

/** The one place that speaks to lets-plot: a plot becomes its raw specification and comes back as SVG text. */
final class LetsPlot {

  private LetsPlot() { }

  static String svg(Plot plot, Plot.Size size) {
    DoubleVector box = new DoubleVector(size.width(), size.height());
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
    if (plot.aspect() == Plot.Aspect.EQUAL) {
      spec.put("coord", settings("name", "fixed", "ratio", 1.0));
    }
    return spec;
  }

  private static Map<String, Object> theme() {
    Map<String, Object> theme = settings("name", "classic", "legend_position", "none", "panel_grid", "blank",
        "plot_background", "blank", "panel_background", "blank");
    theme.put("text", settings("family", "Helvetica", "color", Theme.INK));
    theme.put("axis_title", settings("size", Theme.AXIS_TEXT));
    theme.put("axis_text", settings("size", Theme.TICK_TEXT));
    theme.put("axis_line", settings("size", Theme.AXIS_WIDTH, "color", Theme.INK));
    theme.put("axis_ticks", settings("size", Theme.AXIS_WIDTH, "color", Theme.INK));
    theme.put("axis_ticks_length", 3.0);
    theme.put("plot_margin", settings("t", 2.0, "r", 8.0, "b", 0.0, "l", 0.0));
    return theme;
  }

  private static Map<String, Object> settings(Object... pairs) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      settings.put((String) pairs[i], pairs[i + 1]);
    }
    return settings;
  }
}

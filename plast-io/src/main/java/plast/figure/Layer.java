package plast.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One layer of a lets-plot specification: a geometry, columns of numbers and constant settings. */
final class Layer {
  /** lets-plot draws a line of size 1 this many pixels wide. */
  private static final double PIXELS_PER_SIZE = 2.2;

  private final Map<String, Object> spec = new LinkedHashMap<>();
  private final Map<String, Object> columns = new LinkedHashMap<>();
  private final Map<String, Object> mapping = new LinkedHashMap<>();

  private Layer(String geometry) {
    spec.put("geom", geometry);
    spec.put("stat", "identity");
    spec.put("position", "identity");
    spec.put("tooltips", "none");
    spec.put("sampling", "none");
    spec.put("show_legend", false);
    spec.put("data", columns);
    spec.put("mapping", mapping);
  }

  static Layer of(String geometry) {
    return new Layer(geometry);
  }

  /** Vertices joined in the order given. */
  static Layer path(double[] x, double[] y) {
    return of("path").column("x", x).column("y", y);
  }

  static Layer segments(double[] x, double[] y, double[] toX, double[] toY) {
    return of("segment").column("x", x).column("y", y).column("xend", toX).column("yend", toY);
  }

  static Layer points(double[] x, double[] y) {
    return of("point").column("x", x).column("y", y);
  }

  Layer column(String aesthetic, double[] values) {
    List<@Nullable Double> list = new ArrayList<>(values.length);
    for (double value : values) {
      list.add(Double.isFinite(value) ? value : null);
    }
    return put(aesthetic, list);
  }

  Layer column(String aesthetic, List<String> values) {
    return put(aesthetic, new ArrayList<>(values));
  }

  private Layer put(String aesthetic, List<?> values) {
    columns.put(aesthetic, values);
    mapping.put(aesthetic, aesthetic);
    return this;
  }

  Layer set(String option, Object value) {
    spec.put(option, value);
    return this;
  }

  /** Line or point width in pixels. */
  Layer wide(double pixels) {
    return set("size", pixels / PIXELS_PER_SIZE);
  }

  Map<String, Object> spec() {
    return spec;
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An axis ready to be drawn: its ends and ticks decided.
 *
 * @param named whether its ticks are names, not numbers
 */
record PlotAxis(String label, Scale scale, Range range, Ticks ticks, boolean named) {

  /** Pixels that one tick label with its gap takes along a horizontal and a vertical axis. */
  private static final double X_TICK = 40;
  private static final double Y_TICK = 22;
  private static final int MOST_TICKS = 7;

  static PlotAxis horizontal(Axis axis, Range range, double width) {
    return numeric(axis, range, width / X_TICK);
  }

  static PlotAxis vertical(Axis axis, Range range, double height) {
    return numeric(axis, range, height / Y_TICK);
  }

  private static PlotAxis numeric(Axis axis, Range range, double room) {
    Ticks ticks = Ticks.of(axis.scale(), range, Math.min(MOST_TICKS, (int) room));
    return new PlotAxis(axis.label(), axis.scale(), range, ticks, false);
  }

  /** Named places 0, 1, 2, ... with half a place of room at both ends. */
  static PlotAxis places(String label, List<String> names) {
    List<Double> positions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      positions.add((double) i);
    }
    return new PlotAxis(label, Scale.LINEAR, new Range(-0.5, names.size() - 0.5), new Ticks(positions, names), true);
  }

  Map<String, Object> spec(String aesthetic) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("aesthetic", aesthetic);
    spec.put("trans", scale == Scale.LOG10 ? "log10" : "identity");
    spec.put("limits", new ArrayList<>(List.of(range.low(), range.high())));
    spec.put("expand", new ArrayList<>(List.of(0.0, 0.0)));
    return spec;
  }
}

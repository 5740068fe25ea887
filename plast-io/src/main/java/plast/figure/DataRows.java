package plast.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers behind a figure, one observation a line:
 * {@code panel,kind,series,x,y,value,low,high,label}. {@code value} is used by heat maps and inputs only; an empty
 * field means that there is none.
 */
final class DataRows {
  static final String HEADER = "panel,kind,series,x,y,value,low,high,label";

  private final StringBuilder out = new StringBuilder(HEADER).append('\n');
  private String panel = "";

  private DataRows() { }

  static String csv(Figure figure) {
    DataRows rows = new DataRows();
    for (int i = 0; i < figure.panels().size(); i++) {
      rows.panel = Figure.letter(i);
      rows.add(figure.panels().get(i));
    }
    return rows.out.toString();
  }

  private void add(Panel any) {
    switch (any) {
      case Curves curves -> {
        curves.curves().forEach(curve -> add("line", curve));
        curves.references().forEach(this::add);
      }
      case PairedDots dots -> dots.groups().forEach(this::add);
      case Distributions distributions -> {
        distributions.histograms().forEach(this::add);
        distributions.fits().forEach(fit -> add("fit", fit));
        distributions.references().forEach(this::add);
      }
      case ComplexPlane plane -> plane.clouds().forEach(this::add);
      case HeatMap map -> add(map);
      case Bars bars -> {
        bars.bars().forEach(bar -> row("bar", bar.group(), List.of(Double.NaN, bar.value(), Double.NaN, bar.low(),
            bar.high()), bar.label()));
        bars.references().forEach(this::add);
      }
      case TrialView trial -> add(trial);
    }
  }

  private void add(String kind, Curve curve) {
    boolean band = curve.low().length > 0;
    for (int i = 0; i < curve.x().length; i++) {
      row(kind, curve.label(), List.of(curve.x()[i], curve.y()[i], Double.NaN, band ? curve.low()[i] : Double.NaN,
          band ? curve.high()[i] : Double.NaN), "");
    }
  }

  private void add(Reference line) {
    boolean across = line.orientation() == Reference.Orientation.HORIZONTAL;
    row("reference", line.label(), List.of(across ? Double.NaN : line.value(), across ? line.value() : Double.NaN), "");
  }

  private void add(PairedDots.Group group) {
    for (int seed = 0; seed < group.values().length; seed++) {
      row("seed", group.label(), List.of((double) seed, group.values()[seed]), "");
    }
    row("mean", group.label(), List.of(Double.NaN, group.mean(), Double.NaN, group.low(), group.high()), "");
  }

  private void add(Distributions.Histogram histogram) {
    for (int bin = 0; bin < histogram.density().length; bin++) {
      double left = histogram.edges()[bin];
      double right = histogram.edges()[bin + 1];
      row("bin", histogram.label(), List.of((left + right) / 2, histogram.density()[bin], Double.NaN, left, right), "");
    }
  }

  private void add(ComplexPlane.Cloud cloud) {
    for (int i = 0; i < cloud.real().length; i++) {
      row("point", cloud.label(), List.of(cloud.real()[i], cloud.imaginary()[i]), "");
    }
  }

  private void add(HeatMap map) {
    HeatMap.Grid grid = map.grid();
    for (int row = 0; row < grid.y().length; row++) {
      for (int column = 0; column < grid.x().length; column++) {
        row("cell", map.value().label(), List.of(grid.x()[column], grid.y()[row], grid.values()[row][column]), "");
      }
    }
    map.contours().forEach(contour -> row("contour", contour.label(),
        List.of(Double.NaN, Double.NaN, contour.level()), ""));
    map.marks().forEach(mark -> row("mark", mark.label(), List.of(grid.x()[mark.column()], grid.y()[mark.row()]), ""));
  }

  private void add(TrialView trial) {
    for (TrialView.Lane lane : trial.lanes()) {
      for (int channel = 0; channel < lane.values().length; channel++) {
        String name = lane instanceof TrialView.Traces traces ? traces.names().get(channel) : "channel " + channel;
        for (int t = 0; t < trial.steps(); t++) {
          row("step", lane.label(), List.of(t * trial.stepMs(), lane.values()[channel][t]), name);
        }
      }
    }
    for (TrialView.Period period : trial.periods()) {
      double start = period.start() * trial.stepMs();
      row("period", "", List.of(start, Double.NaN, Double.NaN, start, period.end() * trial.stepMs()), period.label());
    }
  }

  /** {@code numbers} are x, y, value, low, high; those left off the end are empty. */
  private void row(String kind, String series, List<Double> numbers, String label) {
    List<String> fields = new ArrayList<>(List.of(panel, kind, quoted(series)));
    for (int i = 0; i < 5; i++) {
      fields.add(i < numbers.size() ? plain(numbers.get(i)) : "");
    }
    fields.add(quoted(label));
    out.append(String.join(",", fields)).append('\n');
  }

  private static String plain(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plast.figure.TrialView.Heat;
import plast.figure.TrialView.Lane;
import plast.figure.TrialView.Period;
import plast.figure.TrialView.Strip;
import plast.figure.TrialView.Traces;

/** Draws {@link TrialView}: lanes stacked from top to bottom in one plot, period names above them. */
record TrialViewDrawer(TrialView panel, Palette palette) implements Drawer {
  private static final double GAP = 0.4;
  private static final double NAME_LINE = 0.75;
  private static final double NAME_TEXT = 8.4;

  /** A lane with the height of its lower edge and its own height. */
  private record Place(Lane lane, double bottom, double height) {
    double top() {
      return bottom + height;
    }
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (Lane lane : panel.lanes()) {
      if (lane instanceof Traces traces && traces.names().size() > 1) {
        for (String name : traces.names()) {
          keys.add(new Key(name, palette.colour(name), Key.Sign.LINE));
        }
      }
    }
    return keys.stream().distinct().toList();
  }

  @Override
  public Optional<ColourBar> colourBar() {
    List<double[]> rows = new ArrayList<>();
    for (Lane lane : panel.lanes()) {
      if (lane instanceof Heat heat) {
        rows.addAll(List.of(heat.values()));
      }
    }
    return rows.isEmpty() ? Optional.empty()
        : Optional.of(new ColourBar("Value", ColourRamp.over(Axis.linear("Value"), rows.toArray(double[][]::new))));
  }

  @Override
  public Plot plot(Plot.Size size) {
    double duration = Math.max(1, panel.steps()) * panel.stepMs();
    PlotAxis x = PlotAxis.horizontal(Axis.linear("Time (ms)"), new Range(0, duration), size.width() - 60);
    List<Place> places = places();
    double lanesTop = places.isEmpty() ? 1 : places.getFirst().top();
    List<Integer> lines = nameLines((size.width() - 70) / duration);
    double top = lanesTop + GAP + NAME_LINE * (1 + lines.stream().mapToInt(line -> line).max().orElse(-1));
    PlotAxis y = new PlotAxis("", Scale.LINEAR, new Range(0, top), ticks(places, (size.height() - 34) / top));
    List<Layer> layers = new ArrayList<>();
    for (Place place : places) {
      layers.addAll(lane(place, x, y));
    }
    layers.addAll(boundaries(duration, lanesTop));
    for (int i = 0; i < panel.periods().size(); i++) {
      layers.add(name(panel.periods().get(i), lanesTop + GAP + NAME_LINE * (lines.get(i) + 0.4)));
    }
    return Plot.free(layers, x, y);
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    double bottom = GAP / 2;
    for (Lane lane : panel.lanes().reversed()) {
      double height = switch (lane) {
        case Heat heat -> Math.clamp(heat.values().length * 0.3, 1.5, 6);
        case Traces _ -> 2.2;
        case Strip _ -> 0.45;
      };
      places.addFirst(new Place(lane, bottom, height));
      bottom += height + GAP;
    }
    return places;
  }

  private List<Layer> lane(Place place, PlotAxis x, PlotAxis y) {
    return switch (place.lane()) {
      case Heat heat -> heat(heat, place);
      case Traces traces -> traces(traces, place, x, y);
      case Strip strip -> strip(strip, place);
    };
  }

  private List<Layer> heat(Heat heat, Place place) {
    ColourRamp ramp = colourBar().orElseThrow().ramp();
    int channels = heat.values().length;
    String[][] colours = new String[channels][];
    for (int row = 0; row < channels; row++) {
      // Channel 0 on top.
      colours[channels - 1 - row] = Arrays.stream(heat.values()[row]).mapToObj(ramp::colour).toArray(String[]::new);
    }
    return new Cells(0, place.bottom(), panel.stepMs(), place.height() / channels).layers(colours);
  }

  private List<Layer> strip(Strip strip, Place place) {
    String[][] colours = {Arrays.stream(strip.values()[0])
        .mapToObj(value -> value > 0 ? Theme.SOFT_INK : "#EDEDED").toArray(String[]::new)};
    return new Cells(0, place.bottom(), panel.stepMs(), place.height()).layers(colours);
  }

  private List<Layer> traces(Traces traces, Place place, PlotAxis x, PlotAxis y) {
    Range range = ends(traces);
    double[] time = new double[panel.steps()];
    for (int t = 0; t < time.length; t++) {
      time[t] = (t + 0.5) * panel.stepMs();
    }
    List<Layer> layers = new ArrayList<>();
    if (range.contains(0)) {
      double zero = height(0, range, place);
      layers.add(Layer.segments(Lines.of(0), Lines.of(zero), Lines.of(x.range().high()), Lines.of(zero))
          .set("color", Theme.NO_VALUE).wide(0.6));
    }
    for (int k = 0; k < traces.values().length; k++) {
      double[] heights = Arrays.stream(traces.values()[k]).map(value -> height(value, range, place)).toArray();
      String name = traces.names().get(k);
      layers.addAll(Lines.curve(Curve.of(name, time, heights), palette.colour(name), x, y));
    }
    return layers;
  }

  private static Range ends(Traces traces) {
    Range range = Range.EMPTY;
    for (double[] trace : traces.values()) {
      range = range.over(Scale.LINEAR, trace);
    }
    return range.low() < range.high() ? range : range.fitted(Axis.linear(""), 0);
  }

  private static double height(double value, Range range, Place place) {
    double share = (value - range.low()) / (range.high() - range.low());
    return place.bottom() + place.height() * (0.06 + 0.88 * share);
  }

  /** Lane names at the lanes' centres; the ends of the values beside lanes that are high enough. */
  private static Ticks ticks(List<Place> places, double pixelsPerUnit) {
    List<Double> positions = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Place place : places.reversed()) {
      boolean ends = place.lane() instanceof Traces && place.height() * pixelsPerUnit > 40;
      if (ends) {
        Range range = ends((Traces) place.lane());
        positions.add(height(range.low(), range, place));
        labels.add(Ticks.short3(range.low()));
      }
      positions.add(place.bottom() + place.height() / 2);
      labels.add(place.lane().label());
      if (ends) {
        Range range = ends((Traces) place.lane());
        positions.add(height(range.high(), range, place));
        labels.add(Ticks.short3(range.high()));
      }
    }
    return new Ticks(positions, labels);
  }

  private List<Layer> boundaries(double duration, double top) {
    List<Layer> layers = new ArrayList<>();
    for (Period period : panel.periods()) {
      double at = period.start() * panel.stepMs();
      if (at > 0 && at < duration) {
        layers.add(Layer.segments(Lines.of(at), Lines.of(0), Lines.of(at), Lines.of(top + GAP))
            .set("color", Theme.REFERENCE).set("linetype", "dotted").wide(0.8));
      }
    }
    return layers;
  }

  private Layer name(Period period, double height) {
    double middle = (period.start() + period.end()) / 2.0 * panel.stepMs();
    return Layer.of("text").column("x", Lines.of(middle)).column("y", Lines.of(height))
        .set("label", period.label()).set("color", Theme.SOFT_INK).set("size", NAME_TEXT / 2);
  }

  /** The line, counted upwards, on which each period's name is free of its neighbours. */
  private List<Integer> nameLines(double pixelsPerMs) {
    List<Double> lineEnds = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (Period period : panel.periods()) {
      double middle = (period.start() + period.end()) / 2.0 * panel.stepMs() * pixelsPerMs;
      double half = TextMeasure.width(period.label(), NAME_TEXT) / 2 + 1;
      int line = 0;
      while (line < lineEnds.size() && lineEnds.get(line) > middle - half) {
        line++;
      }
      if (line == lineEnds.size()) {
        lineEnds.add(0.0);
      }
      lineEnds.set(line, middle + half);
      lines.add(line);
    }
    return lines;
  }
}

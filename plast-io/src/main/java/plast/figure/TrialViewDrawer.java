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

/**
 * Draws {@link TrialView}: lanes stacked from top to bottom, each under its name, the periods' names above them all.
 * The vertical axis counts pixels from the bottom, so that names keep their room at every size.
 */
record TrialViewDrawer(TrialView panel, Palette palette) implements Drawer {
  private static final double NAME_ROOM = 12;
  private static final double STRIP_HEIGHT = 7;
  private static final String NAME = "font-size=\"" + Theme.CELL_TEXT + "\" fill=\"";

  /** A lane with its lower edge and its height in pixels. */
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
        : Optional.of(new ColourBar("Value", ColourRamp.onWhite(rows.toArray(double[][]::new))));
  }

  @Override
  public Plot plot(Plot.Size size) {
    double duration = Math.max(1, panel.steps()) * panel.stepMs();
    PlotAxis x = PlotAxis.horizontal(Axis.linear("Time (ms)"), new Range(0, duration), size.width() - 40);
    PeriodNames periods = PeriodNames.of(panel.periods(), panel.stepMs(), (size.width() - 45) / duration);
    double top = size.height() - 38;
    List<Place> places = places(top - NAME_ROOM * periods.lines());
    PlotAxis y = new PlotAxis("", Scale.LINEAR, new Range(0, top), ticks(places), false);
    List<Layer> layers = new ArrayList<>();
    List<Plot.PlacedText> texts = new ArrayList<>();
    for (Place place : places) {
      layers.addAll(lane(place, x, y));
      texts.addAll(onWhite(new Plot.PlacedText(place.lane().label(), duration * 0.008, place.top() + 2.5, "start",
          NAME + Theme.INK + "\" font-weight=\"bold\"")));
    }
    layers.addAll(boundaries(duration, top));
    for (PeriodNames.Name name : periods.names()) {
      texts.addAll(onWhite(new Plot.PlacedText(name.text(), name.middleMs(),
          top - NAME_ROOM * (periods.lines() - name.line()) + 3, "middle", NAME + Theme.SOFT_INK + "\"")));
    }
    return Plot.free(layers, x, y).with(texts);
  }

  /** A text with a white edge under it, because the periods' boundaries run behind. */
  private static List<Plot.PlacedText> onWhite(Plot.PlacedText text) {
    String edge = text.style() + " stroke=\"" + Theme.PAPER + "\" stroke-width=\"3\" aria-hidden=\"true\"";
    return List.of(new Plot.PlacedText(text.text(), text.x(), text.y(), text.anchor(), edge), text);
  }

  /** Lanes share the height that names and strips leave, weighted by kind. */
  private List<Place> places(double height) {
    double weights = panel.lanes().stream().mapToDouble(TrialViewDrawer::weight).sum();
    long strips = panel.lanes().stream().filter(lane -> lane instanceof Strip).count();
    double free = height - panel.lanes().size() * (NAME_ROOM + 2) - strips * STRIP_HEIGHT;
    List<Place> places = new ArrayList<>();
    double bottom = 2;
    for (Lane lane : panel.lanes().reversed()) {
      double own = lane instanceof Strip ? STRIP_HEIGHT : Math.max(6, free * weight(lane) / weights);
      places.addFirst(new Place(lane, bottom, own));
      bottom += own + NAME_ROOM + 2;
    }
    return places;
  }

  private static double weight(Lane lane) {
    return switch (lane) {
      case Heat heat -> Math.clamp(heat.values().length * 0.1, 0.8, 2);
      case Traces _ -> 1;
      case Strip _ -> 0;
    };
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
    return place.bottom() + place.height() * (0.05 + 0.9 * share);
  }

  /** Values beside traces, numbers of the first and last channel beside colours. */
  private static Ticks ticks(List<Place> places) {
    List<Double> positions = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Place place : places) {
      if (place.lane() instanceof Traces traces) {
        Range range = ends(traces);
        Ticks values = Ticks.of(Scale.LINEAR, range, Math.max(1, (int) (place.height() / 24)));
        values.positions().forEach(value -> positions.add(height(value, range, place)));
        labels.addAll(values.labels());
      } else if (place.lane() instanceof Heat heat) {
        double half = place.height() / heat.values().length / 2;
        positions.add(place.top() - half);
        labels.add("1");
        if (place.height() > 14) {
          positions.add(place.bottom() + half);
          labels.add(String.valueOf(heat.values().length));
        }
      }
    }
    return new Ticks(positions, labels);
  }

  private List<Layer> boundaries(double duration, double top) {
    List<Layer> layers = new ArrayList<>();
    for (Period period : panel.periods()) {
      double at = period.start() * panel.stepMs();
      if (at > 0 && at < duration) {
        layers.add(Layer.segments(Lines.of(at), Lines.of(0), Lines.of(at), Lines.of(top))
            .set("color", Theme.REFERENCE).set("linetype", "dotted").wide(0.7));
      }
    }
    return layers;
  }
}

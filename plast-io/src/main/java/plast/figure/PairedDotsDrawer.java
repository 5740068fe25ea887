package plast.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Draws {@link PairedDots}: thin lines between the dots of a seed, dots, beside them the mean with its interval. */
record PairedDotsDrawer(PairedDots panel, Palette palette) implements Drawer {
  private static final double MEAN_OFFSET = 0.28;
  private static final double WIDEST_STEP = 0.045;
  private static final double WIDEST_SPREAD = 0.17;

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    keys.add(new Key("one seed", Theme.SOFT_INK, Key.Sign.DOT));
    keys.add(new Key("mean, 95 % CI", Theme.INK, Key.Sign.MEAN));
    if (!Double.isNaN(panel.cap())) {
      keys.add(new Key("criterion not reached within the cap (dashed)", Theme.SOFT_INK, Key.Sign.OPEN_DOT));
    }
    return keys;
  }

  @Override
  public Plot plot(Plot.Size size) {
    double room = (size.width() - 48) / Math.max(1, panel.groups().size()) - 5;
    List<String> names = panel.groups().stream()
        .map(group -> String.join("\n", TextMeasure.wrap(group.label(), Theme.TICK_TEXT, room))).toList();
    PlotAxis x = PlotAxis.places("", names);
    PlotAxis y = PlotAxis.vertical(panel.y(), range(), size.height() - 30);
    List<Layer> layers = new ArrayList<>();
    if (!Double.isNaN(panel.cap())) {
      layers.addAll(Lines.reference(Reference.horizontal("cap", panel.cap()), x, y, Theme.PAIR));
    }
    layers.addAll(pairs());
    for (int place = 0; place < panel.groups().size(); place++) {
      layers.addAll(dots(place));
      layers.addAll(mean(place, y.range()));
    }
    return Plot.free(layers, x, y);
  }

  private Range range() {
    Range range = Range.EMPTY.over(panel.y().scale(), panel.cap());
    for (PairedDots.Group group : panel.groups()) {
      range = range.over(panel.y().scale(), group.values())
          .over(panel.y().scale(), group.mean(), group.low(), group.high());
    }
    return range.fitted(panel.y(), 0.06);
  }

  private List<Layer> pairs() {
    List<PairedDots.Group> groups = panel.groups();
    if (groups.size() < 2 || groups.stream().mapToInt(group -> group.values().length).distinct().count() != 1) {
      return List.of();
    }
    List<Layer> layers = new ArrayList<>();
    for (int seed = 0; seed < groups.getFirst().values().length; seed++) {
      int row = seed;
      double[] y = groups.stream().mapToDouble(group -> group.values()[row]).toArray();
      double[] x = IntStream.range(0, y.length)
          .mapToDouble(place -> place + spread(groups.get(place).values())[row]).toArray();
      if (Arrays.stream(y).allMatch(panel.y().scale()::shows)) {
        layers.add(Layer.path(x, y).set("color", Theme.PAIR).set("alpha", 0.55).wide(0.6));
      }
    }
    return layers;
  }

  private List<Layer> dots(int place) {
    PairedDots.Group group = panel.groups().get(place);
    String colour = palette.colour(group.label());
    return List.of(
        points(group, place, value -> !(value >= panel.cap())).set("color", colour).set("alpha", 0.85).wide(3.4),
        points(group, place, value -> value >= panel.cap()).set("color", colour).wide(3.6),
        points(group, place, value -> value >= panel.cap()).set("color", Theme.PAPER).wide(1.8));
  }

  private Layer points(PairedDots.Group group, int place, DoublePredicate wanted) {
    double[] spread = spread(group.values());
    int[] shown = IntStream.range(0, spread.length)
        .filter(i -> panel.y().scale().shows(group.values()[i]) && wanted.test(group.values()[i])).toArray();
    return Layer.points(Arrays.stream(shown).mapToDouble(i -> place + spread[i]).toArray(),
        Arrays.stream(shown).mapToDouble(i -> group.values()[i]).toArray());
  }

  /** Sideways shifts that keep equal values visible side by side. */
  private static double[] spread(double[] values) {
    double[] shifts = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int equals = 0;
      int before = 0;
      for (int k = 0; k < values.length; k++) {
        equals += values[k] == values[i] ? 1 : 0;
        before += k < i && values[k] == values[i] ? 1 : 0;
      }
      double step = Math.min(WIDEST_STEP, 2 * WIDEST_SPREAD / Math.max(1, equals - 1));
      shifts[i] = (before - (equals - 1) / 2.0) * step;
    }
    return shifts;
  }

  private List<Layer> mean(int place, Range y) {
    PairedDots.Group group = panel.groups().get(place);
    if (!panel.y().scale().shows(group.mean())) {
      return List.of();
    }
    double[] x = Lines.of(place + MEAN_OFFSET);
    List<Layer> layers = new ArrayList<>();
    if (Double.isFinite(group.low()) && Double.isFinite(group.high())) {
      layers.add(Layer.segments(x, Lines.of(y.clamp(group.low())), x, Lines.of(y.clamp(group.high())))
          .set("color", Theme.INK).wide(1.2));
    }
    layers.add(Layer.points(x, Lines.of(group.mean())).set("color", Theme.INK).set("shape", 18).wide(6));
    return layers;
  }
}

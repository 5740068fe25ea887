package plast.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Draws {@link PairedDots}: thin lines between the dots of a seed, dots, and beside them the mean with its interval. */
record PairedDotsDrawer(PairedDots panel, Palette palette) implements Drawer {
  private static final double MEAN_OFFSET = 0.24;

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    keys.add(new Key("one seed", Theme.SOFT_INK, Key.Sign.DOT));
    keys.add(new Key("mean, 95 % CI", Theme.INK, Key.Sign.MEAN));
    if (!Double.isNaN(panel.cap())) {
      keys.add(new Key("not reached by the cap", Theme.SOFT_INK, Key.Sign.OPEN_DOT));
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
      layers.addAll(Lines.reference(Reference.horizontal("cap", panel.cap()), x, y, Theme.NO_VALUE));
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
      double[] x = IntStream.range(0, y.length).asDoubleStream().toArray();
      if (Arrays.stream(y).allMatch(panel.y().scale()::shows)) {
        layers.add(Layer.path(x, y).set("color", Theme.PAIR).set("alpha", 0.55).wide(0.6));
      }
    }
    return layers;
  }

  private List<Layer> dots(int place) {
    PairedDots.Group group = panel.groups().get(place);
    double[] closed = shown(group, value -> !(value >= panel.cap()));
    double[] open = shown(group, value -> value >= panel.cap());
    String colour = palette.colour(group.label());
    return List.of(
        Layer.points(filled(closed.length, place), closed).set("color", colour).set("alpha", 0.85).wide(3.4),
        Layer.points(filled(open.length, place), open).set("color", colour).set("shape", 21)
            .set("fill", Theme.PAPER).wide(3.2));
  }

  private double[] shown(PairedDots.Group group, DoublePredicate wanted) {
    return Arrays.stream(group.values()).filter(panel.y().scale()::shows).filter(wanted).toArray();
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

  private static double[] filled(int length, double value) {
    double[] array = new double[length];
    Arrays.fill(array, value);
    return array;
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.List;

/** Draws {@link Bars}: the first bar on top, from the axis' start (or from zero where it shows zero). */
record BarsDrawer(Bars panel, Palette palette) implements Drawer {
  private static final double HALF_BAR = 0.36;
  private static final double LABEL_SHARE = 0.42;

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (String group : Drawer.coloured(panel)) {
      keys.add(new Key(group, palette.colour(group), Key.Sign.BOX));
    }
    panel.references().forEach(reference -> keys.add(Lines.key(reference, Theme.INK)));
    return keys;
  }

  @Override
  public Plot plot(Plot.Size size) {
    PlotAxis x = PlotAxis.horizontal(panel.value(), range(), size.width() * (1 - LABEL_SHARE) - 10);
    List<String> names = panel.bars().reversed().stream()
        .map(bar -> String.join("\n", TextMeasure.wrap(bar.label(), Theme.TICK_TEXT, size.width() * LABEL_SHARE)))
        .toList();
    PlotAxis y = PlotAxis.places("", names);
    List<Layer> layers = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      Bars.Bar bar = panel.bars().reversed().get(place);
      if (x.scale().shows(bar.value())) {
        layers.addAll(bar(bar, place, x.range()));
      }
    }
    panel.references().forEach(line -> layers.addAll(Lines.reference(line, x, y, Theme.INK)));
    return Plot.free(layers, x, y);
  }

  private List<Layer> bar(Bars.Bar bar, double place, Range x) {
    double root = x.contains(0) ? 0 : x.low();
    double end = x.clamp(bar.value());
    List<Layer> layers = new ArrayList<>();
    layers.add(Layer.of("rect")
        .column("xmin", Lines.of(Math.min(root, end))).column("xmax", Lines.of(Math.max(root, end)))
        .column("ymin", Lines.of(place - HALF_BAR)).column("ymax", Lines.of(place + HALF_BAR))
        .set("fill", palette.colour(bar.group())).set("size", 0.0).set("alpha", 0.8));
    if (Double.isFinite(bar.low()) && Double.isFinite(bar.high())) {
      layers.add(Layer.segments(Lines.of(x.clamp(bar.low())), Lines.of(place), Lines.of(x.clamp(bar.high())),
          Lines.of(place)).set("color", Theme.INK).wide(1.1));
    }
    return layers;
  }

  private Range range() {
    Scale scale = panel.value().scale();
    Range range = Range.EMPTY.over(scale, 0);
    for (Bars.Bar bar : panel.bars()) {
      range = range.over(scale, bar.value(), bar.low(), bar.high());
    }
    for (Reference line : panel.references()) {
      range = range.over(scale, line.value());
    }
    Range fitted = range.fitted(panel.value(), 0.05);
    boolean fromZero = scale == Scale.LINEAR && range.low() == 0 && Double.isNaN(panel.value().min());
    return fromZero ? new Range(0, fitted.high()) : fitted;
  }
}

package plast.figure;

import java.util.ArrayList;
import java.util.List;

/** Draws {@link Curves}: bands first, then reference lines, then curves. */
record CurvesDrawer(Curves panel, Palette palette) implements Drawer {
  private static final String NAME = "font-size=\"" + Theme.CELL_TEXT + "\" fill=\"" + Theme.SOFT_INK + "\"";

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (Curve curve : panel.curves()) {
      keys.add(new Key(curve.label(), palette.colour(curve.label()), Key.sign(restroked(curve).stroke())));
    }
    panel.references().stream().filter(reference -> reference.naming() == Reference.Naming.LEGEND)
        .forEach(reference -> keys.add(Lines.key(reference, Theme.REFERENCE)));
    return keys;
  }

  @Override
  public Plot plot(Plot.Size size) {
    PlotAxis x = PlotAxis.horizontal(panel.x(), xRange(), size.width() - 40);
    PlotAxis y = PlotAxis.vertical(panel.y(), yRange(), size.height() - 30);
    List<Layer> layers = new ArrayList<>();
    for (Curve curve : panel.curves()) {
      layers.addAll(Lines.band(curve, palette.colour(curve.label()), x, y));
    }
    panel.references().forEach(line -> layers.addAll(Lines.reference(line, x, y, Theme.REFERENCE)));
    for (Curve curve : panel.curves()) {
      layers.addAll(Lines.curve(restroked(curve), palette.colour(curve.label()), x, y));
    }
    return Plot.free(layers, x, y).with(names(x, y, size));
  }

  /** Names of lines beside their lower ends, on two heights in turns so that near ones stay apart. */
  private List<Plot.PlacedText> names(PlotAxis x, PlotAxis y, Plot.Size size) {
    List<Plot.PlacedText> names = new ArrayList<>();
    double line = (y.range().high() - y.range().low()) * Theme.CELL_TEXT / size.height();
    double gap = (x.range().high() - x.range().low()) * 2 / size.width();
    for (Reference reference : panel.references()) {
      if (reference.naming() == Reference.Naming.LEGEND || !x.range().contains(reference.value())) continue;
      names.add(new Plot.PlacedText(reference.label(), reference.value() + gap,
          y.range().low() + line * (0.4 + 1.2 * (names.size() % 2)), "start", NAME));
    }
    return names;
  }

  /** A colour used a second time needs another stroke. */
  private Curve restroked(Curve curve) {
    return palette.round(curve.label()) % 2 == 1 && curve.stroke() == Curve.Stroke.SOLID ? curve.dashed() : curve;
  }

  private Range xRange() {
    Range range = Range.EMPTY;
    for (Curve curve : panel.curves()) {
      range = range.over(panel.x().scale(), curve.x());
    }
    return references(range, Reference.Orientation.VERTICAL, panel.x().scale()).fitted(panel.x(), 0.02);
  }

  private Range yRange() {
    Range range = Range.EMPTY;
    for (Curve curve : panel.curves()) {
      Scale scale = panel.y().scale();
      range = range.over(scale, curve.y()).over(scale, curve.low()).over(scale, curve.high());
    }
    return references(range, Reference.Orientation.HORIZONTAL, panel.y().scale()).fitted(panel.y(), 0.05);
  }

  private Range references(Range range, Reference.Orientation orientation, Scale scale) {
    Range wider = range;
    for (Reference line : panel.references()) {
      wider = line.orientation() == orientation ? wider.over(scale, line.value()) : wider;
    }
    return wider;
  }
}

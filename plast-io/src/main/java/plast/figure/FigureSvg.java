package plast.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Sets the panels of a figure, their headings, colour bars and the common legend into one SVG. */
final class FigureSvg {
  private static final double EDGE = 4;
  private static final double GAP = 14;
  private static final double BAR_ROOM = 46;
  private static final double BAR_WIDTH = 8;
  private static final double BAR_TICK = 34;

  private final Figure figure;
  private final List<Drawer> drawers = new ArrayList<>();
  private final List<Key> common;
  private final StringBuilder body = new StringBuilder();

  private FigureSvg(Figure figure) {
    this.figure = figure;
    Palette palette = figure.palette();
    for (Panel panel : figure.panels()) {
      palette = palette.including(Drawer.coloured(panel));
    }
    for (Panel panel : figure.panels()) {
      drawers.add(Drawer.of(panel, palette));
    }
    this.common = common();
  }

  /** The figure as a document of its own, without ids. */
  static String of(Figure figure) {
    return new FigureSvg(figure).document();
  }

  /** The legend of the whole figure: where one panel's entries include those of all others. */
  private List<Key> common() {
    List<List<Key>> sets = drawers.stream().map(Drawer::keys).toList();
    List<Key> largest = sets.stream().max((a, b) -> a.size() - b.size()).orElse(List.of());
    boolean covers = sets.stream().allMatch(keys -> new HashSet<>(largest).containsAll(keys));
    boolean shared = sets.stream().filter(keys -> !keys.isEmpty()).count() > 1;
    return covers && shared ? largest : List.of();
  }

  private String document() {
    double width = figure.layout().widthMm() * Theme.PIXELS_PER_MM;
    double inner = width - 2 * EDGE;
    Legend legend = Legend.of(common, inner);
    body.append(Marks.group(EDGE, EDGE, legend.svg()));
    double y = EDGE + legend.height() + (legend.height() > 0 ? 3 : 0);
    int first = 0;
    for (Layout.Row row : figure.layout().rows()) {
      y += row(row, first, y, inner);
      first += row.shares().size();
    }
    String size = "width=\"" + SvgTidy.number(width) + "\" height=\"" + SvgTidy.number(y) + "\"";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + size
        + " viewBox=\"0 0 " + SvgTidy.number(width) + " " + SvgTidy.number(y) + "\" role=\"img\" aria-label=\""
        + Xml.attribute(figure.caption()) + "\" font-family=\"" + Xml.attribute(Theme.FONTS) + "\">\n"
        + Marks.box(0, 0, width, y, "fill=\"" + Theme.PAPER + "\"") + body + "</svg>\n";
  }

  /** Places one row with plots starting at the same height; returns its height with the gap below. */
  private double row(Layout.Row row, int first, double top, double inner) {
    double total = row.shares().stream().mapToDouble(share -> share).sum();
    double free = inner - GAP * (row.shares().size() - 1);
    List<Heading> headings = new ArrayList<>();
    for (int i = 0; i < row.shares().size(); i++) {
      Panel panel = figure.panels().get(first + i);
      String letter = figure.panels().size() == 1 ? "" : Figure.letter(first + i);
      List<Key> keys = common.isEmpty() ? ownKeys(first + i) : List.of();
      headings.add(Heading.of(letter, panel, keys, free * row.shares().get(i) / total));
    }
    double head = headings.stream().mapToDouble(Heading::height).max().orElse(0);
    double height = Math.max(row.heightMm() * Theme.PIXELS_PER_MM, head + 70);
    double x = EDGE;
    for (int i = 0; i < headings.size(); i++) {
      double width = free * row.shares().get(i) / total;
      body.append(Marks.group(x, top, headings.get(i).svg()));
      body.append(Marks.group(x, top + head, plot(first + i, new Plot.Size(width, height - head))));
      x += width + GAP;
    }
    return height + EDGE * 2;
  }

  /** A single line or dot without a reference needs no legend: the axis says what it is. */
  private List<Key> ownKeys(int panel) {
    List<Key> keys = drawers.get(panel).keys();
    boolean plain = keys.size() == 1 && figure.panels().get(panel) instanceof Curves;
    return plain ? List.of() : keys;
  }

  private String plot(int index, Plot.Size size) {
    Drawer drawer = drawers.get(index);
    Optional<ColourBar> bar = drawer.colourBar();
    double room = bar.map(colours -> barRoom(colours, size.height())).orElse(0.0);
    Plot.Size free = new Plot.Size(size.width() - room, size.height());
    Frame frame = Frame.of(drawer.plot(free), free);
    String plot = Marks.group(frame.left(), frame.top(), layers(frame)) + frame.svg();
    return bar.map(colours -> plot + Marks.group(free.width(), frame.top(), bar(colours, frame.height(), room)))
        .orElse(plot);
  }

  /** Room beside a plot for its colour bar: more than usual where the numbers are long. */
  private static double barRoom(ColourBar bar, double height) {
    double widest = Ticks.of(bar.ramp().scale(), bar.ramp().range(), (int) (height / BAR_TICK)).labels().stream()
        .mapToDouble(label -> TextMeasure.width(label, Theme.TICK_TEXT)).max().orElse(0);
    return Math.max(BAR_ROOM, BAR_WIDTH + 4 + widest + 3 + Theme.AXIS_TEXT + 4);
  }

  private static String layers(Frame frame) {
    return frame.plot().layers().isEmpty()
        ? Marks.text("no data", frame.width() / 2, frame.height() / 2, "text-anchor=\"middle\" font-size=\""
            + Theme.AXIS_TEXT + "\" fill=\"" + Theme.SOFT_INK + "\"")
        : SvgTidy.layers(LetsPlot.svg(frame.plot(), new Plot.Size(frame.width(), frame.height())));
  }

  private static String bar(ColourBar bar, double height, double room) {
    StringBuilder out = new StringBuilder();
    int steps = 48;
    for (int i = 0; i < steps; i++) {
      double y = height * (steps - 1 - i) / steps;
      // A little taller than its step, so that no seam shows.
      out.append(Marks.box(0, y, BAR_WIDTH, height / steps + (i == 0 ? 0 : 0.4),
          "fill=\"" + bar.ramp().at((i + 0.5) / steps) + "\""));
    }
    Scale scale = bar.ramp().scale();
    Range range = bar.ramp().range();
    Ticks ticks = Ticks.of(scale, range, (int) (height / BAR_TICK));
    double low = scale.position(range.low());
    double length = scale.position(range.high()) - low;
    for (int i = 0; i < ticks.positions().size(); i++) {
      double y = height * (1 - (scale.position(ticks.positions().get(i)) - low) / length);
      out.append(Marks.line(BAR_WIDTH, y, BAR_WIDTH + 2, y, "stroke=\"" + Theme.INK + "\" stroke-width=\"0.7\""));
      out.append(Marks.text(ticks.labels().get(i), BAR_WIDTH + 4, y + 3, "font-size=\"" + Theme.TICK_TEXT
          + "\" fill=\"" + Theme.INK + "\""));
    }
    out.append("<g transform=\"translate(").append(room - 4).append(' ').append(SvgTidy.number(height / 2))
        .append(") rotate(-90)\">").append(Marks.text(bar.label(), 0, 0, "text-anchor=\"middle\" font-size=\""
        + Theme.AXIS_TEXT + "\" fill=\"" + Theme.INK + "\"")).append("</g>\n");
    return out.toString();
  }
}

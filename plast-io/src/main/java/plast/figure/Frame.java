package plast.figure;

import java.util.List;

/**
 * The rectangle between the axes of a plot, in pixels from the upper left corner of the panel's body, with everything
 * that stands around it: lines, ticks, labels and titles of both axes.
 */
record Frame(Plot plot, double left, double top, double width, double height) {
  private static final double TICK = 3;
  private static final double LABEL_GAP = 3;
  private static final double TITLE_GAP = 4;
  private static final double LABEL_LINE = 10;
  private static final double TITLE_LINE = 11.5;
  private static final double RIGHT = 7;
  private static final double TOP = 5;
  private static final double SLANT = Math.toRadians(35);

  /** The largest frame in a body of {@code size}. */
  static Frame of(Plot plot, Plot.Size size) {
    double roughHeight = size.height() - 34;
    double left = TICK + LABEL_GAP + widest(plot.y().ticks().labels())
        + titleRoom(TextMeasure.wrap(plot.y().label(), Theme.AXIS_TEXT, roughHeight));
    double width = size.width() - left - RIGHT;
    if (slanted(plot.x(), width)) {
      // The first name hangs over to the left.
      double overhang = widest(plot.x().ticks().labels()) * Math.cos(SLANT);
      left = Math.max(left, overhang - width / plot.x().ticks().positions().size() / 2);
      width = size.width() - left - RIGHT;
    }
    double below = TICK + LABEL_GAP + labelRoom(plot.x(), width)
        + titleRoom(TextMeasure.wrap(plot.x().label(), Theme.AXIS_TEXT, width));
    double height = size.height() - TOP - below;
    if (plot.aspect() == Plot.Aspect.FREE) {
      return new Frame(plot, left, TOP, width, height);
    }
    double side = Math.min(width, height);
    return new Frame(plot, left + (width - side) / 2, TOP, side, side);
  }

  private static double titleRoom(List<String> lines) {
    return lines.isEmpty() ? 0 : TITLE_GAP + lines.size() * TITLE_LINE;
  }

  private static double labelRoom(PlotAxis x, double width) {
    return slanted(x, width) ? 6 + widest(x.ticks().labels()) * Math.sin(SLANT)
        : LABEL_LINE * x.ticks().labels().stream().mapToInt(Frame::lines).max().orElse(0);
  }

  /** Names wider than their places are set at a slant. */
  private static boolean slanted(PlotAxis x, double width) {
    double place = width / Math.max(1, x.ticks().positions().size());
    return x.scale() == Scale.LINEAR && x.named() && widest(x.ticks().labels()) > place - 3;
  }

  private static double widest(List<String> labels) {
    return labels.stream().flatMap(String::lines).mapToDouble(line -> TextMeasure.width(line, Theme.TICK_TEXT))
        .max().orElse(0);
  }

  private static int lines(String label) {
    return (int) Math.max(1, label.lines().count());
  }

  double xPixel(double value) {
    return left + width * share(plot.x(), value);
  }

  double yPixel(double value) {
    return top + height * (1 - share(plot.y(), value));
  }

  private static double share(PlotAxis axis, double value) {
    double low = axis.scale().position(axis.range().low());
    return (axis.scale().position(value) - low) / (axis.scale().position(axis.range().high()) - low);
  }

  /** Axes, and texts over the plot. */
  String svg() {
    StringBuilder out = new StringBuilder();
    String line = "stroke=\"" + Theme.INK + "\" stroke-width=\"" + Theme.AXIS_WIDTH + "\"";
    double bottom = top + height;
    out.append(Marks.line(left, bottom, left + width, bottom, line));
    out.append(Marks.line(left, top, left, bottom, line));
    horizontal(out, bottom, line);
    vertical(out, line);
    for (Plot.PlacedText text : plot.texts()) {
      out.append(Marks.text(text.text(), xPixel(text.x()), yPixel(text.y()),
          "text-anchor=\"" + text.anchor() + "\" " + text.style()));
    }
    return out.toString();
  }

  private void horizontal(StringBuilder out, double bottom, String line) {
    Ticks ticks = plot.x().ticks();
    boolean slanted = slanted(plot.x(), width);
    for (int i = 0; i < ticks.positions().size(); i++) {
      double x = xPixel(ticks.positions().get(i));
      out.append(Marks.line(x, bottom, x, bottom + TICK, line));
      double y = bottom + TICK + LABEL_GAP + 0.72 * Theme.TICK_TEXT;
      String label = ticks.labels().get(i);
      if (slanted) {
        out.append("<g transform=\"translate(").append(SvgTidy.number(x + 3)).append(' ')
            .append(SvgTidy.number(y - 1)).append(") rotate(-35)\">")
            .append(label(label.replace("\n", " "), 0, 0, "end")).append("</g>");
      } else {
        for (String part : label.lines().toList()) {
          out.append(label(part, x, y, "middle"));
          y += LABEL_LINE;
        }
      }
    }
    double y = bottom + TICK + LABEL_GAP + labelRoom(plot.x(), width) + TITLE_GAP + 0.72 * Theme.AXIS_TEXT;
    for (String part : TextMeasure.wrap(plot.x().label(), Theme.AXIS_TEXT, width)) {
      out.append(title(part, left + width / 2, y));
      y += TITLE_LINE;
    }
  }

  private void vertical(StringBuilder out, String line) {
    Ticks ticks = plot.y().ticks();
    for (int i = 0; i < ticks.positions().size(); i++) {
      double y = yPixel(ticks.positions().get(i));
      out.append(Marks.line(left - TICK, y, left, y, line));
      List<String> parts = ticks.labels().get(i).lines().toList();
      double first = y + 0.36 * Theme.TICK_TEXT - (parts.size() - 1) * LABEL_LINE / 2;
      for (int k = 0; k < parts.size(); k++) {
        out.append(label(parts.get(k), left - TICK - LABEL_GAP, first + k * LABEL_LINE, "end"));
      }
    }
    List<String> lines = TextMeasure.wrap(plot.y().label(), Theme.AXIS_TEXT, height);
    double x = left - TICK - LABEL_GAP - widest(ticks.labels()) - TITLE_GAP - (lines.size() - 1) * TITLE_LINE - 1;
    for (String part : lines) {
      out.append("<g transform=\"translate(").append(SvgTidy.number(x)).append(' ')
          .append(SvgTidy.number(top + height / 2)).append(") rotate(-90)\">").append(title(part, 0, 0))
          .append("</g>\n");
      x += TITLE_LINE;
    }
  }

  private static String label(String text, double x, double y, String anchor) {
    return Marks.text(text, x, y, "font-size=\"" + Theme.TICK_TEXT + "\" fill=\"" + Theme.INK + "\" text-anchor=\""
        + anchor + "\"");
  }

  private static String title(String text, double x, double y) {
    return Marks.text(text, x, y, "font-size=\"" + Theme.AXIS_TEXT + "\" fill=\"" + Theme.INK
        + "\" text-anchor=\"middle\"");
  }
}

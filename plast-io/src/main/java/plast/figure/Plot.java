package plast.figure;

import java.util.List;

/**
 * What is drawn inside a panel: layers by lets-plot, then texts, framed by two axes.
 *
 * @param texts drawn over the layers, at places in data units
 */
record Plot(List<Layer> layers, List<PlacedText> texts, PlotAxis x, PlotAxis y, Aspect aspect) {

  /** Whether a unit of x must be as long as a unit of y. */
  enum Aspect { FREE, EQUAL }

  /** Width and height in pixels. */
  record Size(double width, double height) { }

  /** A text whose anchor, {@code start} or {@code middle}, lies at a place in data units. */
  record PlacedText(String text, double x, double y, String anchor, String style) { }

  static Plot free(List<Layer> layers, PlotAxis x, PlotAxis y) {
    return new Plot(List.copyOf(layers), List.of(), x, y, Aspect.FREE);
  }

  Plot with(List<PlacedText> newTexts) {
    return new Plot(layers, List.copyOf(newTexts), x, y, aspect);
  }
}

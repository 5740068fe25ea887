package plast.figure;

import java.util.List;

/** What lets-plot draws inside a panel. */
record Plot(List<Layer> layers, PlotAxis x, PlotAxis y, Aspect aspect) {

  /** Whether a unit of x must be as long as a unit of y. */
  enum Aspect { FREE, EQUAL }

  /** Width and height in pixels. */
  record Size(double width, double height) { }

  static Plot free(List<Layer> layers, PlotAxis x, PlotAxis y) {
    return new Plot(List.copyOf(layers), x, y, Aspect.FREE);
  }
}

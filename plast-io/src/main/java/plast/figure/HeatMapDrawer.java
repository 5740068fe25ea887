package plast.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws {@link HeatMap}: cells, their numbers where there is room, contours along cell edges, stars. */
record HeatMapDrawer(HeatMap panel) implements Drawer {
  private static final String CONTOUR = "#D55E00";
  private static final double ROOM_FOR_NUMBER = 24;

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    panel.contours().forEach(contour -> keys.add(new Key(contour.label(), colour(contour), Key.Sign.LINE)));
    Set<String> stars = new LinkedHashSet<>();
    panel.marks().forEach(mark -> stars.add(mark.label()));
    stars.forEach(star -> keys.add(new Key(star, Theme.INK, Key.Sign.STAR)));
    if (Arrays.stream(panel.grid().values()).flatMapToDouble(Arrays::stream)
        .anyMatch(value -> !panel.value().scale().shows(value))) {
      keys.add(new Key("no value", Theme.NO_VALUE, Key.Sign.BOX));
    }
    return keys;
  }

  @Override
  public Optional<ColourBar> colourBar() {
    return Optional.of(new ColourBar(panel.value().label(), ramp()));
  }

  private ColourRamp ramp() {
    return ColourRamp.over(panel.value(), panel.grid().values());
  }

  @Override
  public Plot plot(Plot.Size size) {
    HeatMap.Grid grid = panel.grid();
    double cellWidth = (size.width() - 50) / grid.x().length;
    double cellHeight = (size.height() - 34) / grid.y().length;
    PlotAxis x = thinned(PlotAxis.places(grid.xLabel(), names(grid.x())), (int) Math.ceil(30 / cellWidth));
    PlotAxis y = thinned(PlotAxis.places(grid.yLabel(), names(grid.y())), (int) Math.ceil(12 / cellHeight));
    ColourRamp ramp = ramp();
    String[][] colours = Arrays.stream(grid.values())
        .map(row -> Arrays.stream(row).mapToObj(ramp::colour).toArray(String[]::new)).toArray(String[][]::new);
    List<Layer> layers = new ArrayList<>(new Cells(-0.5, -0.5, 1, 1).layers(colours));
    List<Plot.PlacedText> texts = new ArrayList<>();
    if (cellWidth >= ROOM_FOR_NUMBER && cellHeight >= ROOM_FOR_NUMBER / 2) {
      texts.addAll(numbers(colours, ROOM_FOR_NUMBER <= cellHeight));
    }
    panel.contours().forEach(contour -> layers.addAll(lines(contour)));
    panel.marks().forEach(mark -> texts.add(star(mark, colours)));
    return Plot.free(layers, x, y).with(texts);
  }

  private static List<String> names(double[] values) {
    return Arrays.stream(values).mapToObj(Ticks::short3).toList();
  }

  /** Every place, or every second, fifth, tenth, ... */
  private static PlotAxis thinned(PlotAxis axis, int least) {
    int[] strides = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    int stride = Arrays.stream(strides).filter(candidate -> candidate >= least).findFirst().orElse(least);
    List<Double> positions = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < axis.ticks().labels().size(); i += stride) {
      positions.add(axis.ticks().positions().get(i));
      labels.add(axis.ticks().labels().get(i));
    }
    return new PlotAxis(axis.label(), axis.scale(), axis.range(), new Ticks(positions, labels), axis.named());
  }

  private List<Plot.PlacedText> numbers(String[][] colours, boolean roomForStar) {
    List<Plot.PlacedText> texts = new ArrayList<>();
    for (int row = 0; row < colours.length; row++) {
      for (int column = 0; column < colours[row].length; column++) {
        double value = panel.grid().values()[row][column];
        if (panel.value().scale().shows(value) && (roomForStar || !starred(row, column))) {
          double below = starred(row, column) ? 0.3 : 0.12;
          texts.add(new Plot.PlacedText(Ticks.short3(value), column, row - below, "middle",
              style(Theme.CELL_TEXT, colours[row][column])));
        }
      }
    }
    return texts;
  }

  private boolean starred(int row, int column) {
    return panel.marks().stream().anyMatch(mark -> mark.row() == row && mark.column() == column);
  }

  /** The star sits in the cell's upper half, above its number. */
  private static Plot.PlacedText star(HeatMap.Mark mark, String[][] colours) {
    return new Plot.PlacedText("★", mark.column(), mark.row() + 0.1, "middle",
        style(Theme.LEGEND_TEXT, colours[mark.row()][mark.column()]));
  }

  private static String style(double size, String background) {
    return "font-size=\"" + size + "\" fill=\"" + ColourRamp.inkOn(background) + "\"";
  }

  /** A smooth contour crosses every colour, white and vermilion among them. */
  private static String colour(HeatMap.Contour contour) {
    return contour.course() == HeatMap.Course.EDGES ? CONTOUR : Theme.INK;
  }

  private List<Layer> lines(HeatMap.Contour contour) {
    double[][] values = panel.grid().values();
    if (contour.course() == HeatMap.Course.INTERPOLATED) {
      return Isolines.joined(values, contour.level()).stream()
          .map(line -> Layer.path(side(line, 0), side(line, 1)).set("color", Theme.INK).wide(Theme.CURVE_WIDTH))
          .toList();
    }
    List<double[]> edges = edges(contour.level(), values);
    return edges.isEmpty() ? List.of() : List.of(Layer.segments(side(edges, 0), side(edges, 1), side(edges, 2),
        side(edges, 3)).set("color", CONTOUR).wide(2));
  }

  private static double[] side(List<double[]> places, int index) {
    return places.stream().mapToDouble(place -> place[index]).toArray();
  }

  private static List<double[]> edges(double level, double[][] values) {
    List<double[]> edges = new ArrayList<>();
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values[row].length; column++) {
        if (column + 1 < values[row].length && parts(level, values[row][column], values[row][column + 1])) {
          edges.add(new double[] {column + 0.5, row - 0.5, column + 0.5, row + 0.5});
        }
        if (row + 1 < values.length && parts(level, values[row][column], values[row + 1][column])) {
          edges.add(new double[] {column - 0.5, row + 0.5, column + 0.5, row + 0.5});
        }
      }
    }
    return edges;
  }

  /** Whether {@code level} lies between two cells; a cell without a value counts as above every level. */
  private static boolean parts(double level, double first, double second) {
    return first <= level != second <= level;
  }
}

package plast.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import plast.equation.EquationException;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Printed;
import plast.equation.RuleAnalysis.Change;
import plast.equation.Trees;
import plast.figure.Axis;
import plast.figure.Figure;
import plast.figure.HeatMap;
import plast.figure.Layout;
import plast.figure.Palette;
import plast.figure.Panel;

/**
 * Draws Δw of a rule over presynaptic and postsynaptic rates, a panel for each of its schedules.
 *
 * @param from lowest rate of both sides
 * @param to   highest rate of both sides
 */
record RuleDrawing(RuleValues values, double w, double from, double to) {
  /** Cells along each axis: fine enough that colours look continuous, and every tenth of the axis is a cell. */
  private static final int CELLS = 101;
  private static final double HEIGHT_MM = 80;
  private static final int LONGEST_TITLE = 150;

  private static final List<String> GREEK = List.of("alpha", "beta", "gamma", "delta", "epsilon", "eta", "theta",
      "kappa", "lambda", "mu", "rho", "sigma", "tau", "phi", "omega");
  private static final String LETTERS = "αβγδεηθκλμρστφω";
  private static final Pattern GREEK_NAME = Pattern.compile("\\b(" + String.join("|", GREEK) + ")\\b");

  /** The figure of {@code changes}. */
  Figure figure(String name, List<Change> changes) {
    if (changes.isEmpty()) throw new Wrong("no figure: the rule never changes w");
    List<String> missing = changes.stream().flatMap(c -> values.missing(c.expression()).stream()).distinct().toList();
    if (!missing.isEmpty()) {
      throw new Wrong("no figure: no value for " + String.join(", ", missing) + " (give: "
          + String.join(" ", missing.stream().map(one -> "--set " + one + "=...").toList()) + ")");
    }
    List<Panel> panels = new ArrayList<>();
    for (Change change : changes) panels.add(panel(change));
    Layout layout = panels.size() == 1 ? Layout.singleColumn(HEIGHT_MM, 1) : Layout.doubleColumn(HEIGHT_MM,
        IntStream.range(0, (panels.size() + 1) / 2).map(row -> Math.min(2, panels.size() - 2 * row)).toArray());
    return new Figure(name, "Change of the weight over both rates.", layout, panels, Palette.empty());
  }

  private Panel panel(Change change) {
    double[] rates = IntStream.range(0, CELLS).mapToDouble(k -> from + (to - from) * k / (CELLS - 1)).toArray();
    double[][] cells = cells(change.expression(), rates);
    if (Arrays.stream(cells).flatMapToDouble(Arrays::stream).noneMatch(Double::isFinite)) {
      throw new Wrong("no figure: Δw = " + Printed.of(change.expression()) + " has no finite value at these rates");
    }
    double reach = Arrays.stream(cells).flatMapToDouble(Arrays::stream).filter(Double::isFinite).map(Math::abs).max()
        .orElse(0);
    int tens = reach == 0 || reach >= 0.1 && reach < 1000 ? 0 : (int) Math.floor(Math.log10(reach));
    double unit = Math.pow(10, tens);
    for (double[] row : cells) Arrays.setAll(row, k -> row[k] / unit + 0.0);   // no −0 in tables
    double end = reach == 0 ? 1 : reach / unit;
    String scale = tens == 0 ? "" : "10" + superscript(tens) + ", ";
    Axis axis = Axis.linear("Δw per " + change.every().text() + " (" + scale + "dimensionless)").between(-end, end);
    HeatMap map = HeatMap.of(title(change), new HeatMap.Grid("Presynaptic rate", rates, "Postsynaptic rate", rates, cells),
        axis).note(note(change.expression(), reach));
    boolean bothSigns = any(cells, -1) && any(cells, 1);
    return bothSigns ? map.with(HeatMap.Contour.smooth("Δw = 0", 0)) : map;
  }

  private double[][] cells(Expr change, double[] rates) {
    Map<String, Double> names = new HashMap<>(values.numbers());
    names.put("w", w);
    double[][] cells = new double[rates.length][rates.length];
    try {
      for (int row = 0; row < rates.length; row++) {
        names.put("post", rates[row]);
        for (int column = 0; column < rates.length; column++) {
          names.put("pre", rates[column]);
          cells[row][column] = Evaluation.of(change, names);
        }
      }
    } catch (EquationException e) {
      throw new Wrong("no figure: " + e.getMessage());
    }
    return cells;
  }

  private static boolean any(double[][] cells, int sign) {
    return Arrays.stream(cells).flatMapToDouble(Arrays::stream).anyMatch(value -> Math.signum(value) == sign);
  }

  private static String title(Change change) {
    String text = "Δw = " + Printed.of(change.expression()).replace("**2", "²").replace("**3", "³").replace("*", "·")
        .replace("-", "−");
    text = greek(text);
    return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE) + "…";
  }

  private String note(Expr change, double reach) {
    List<String> parts = new ArrayList<>();
    if (Trees.mentions(change, Set.of("w"))) parts.add("w = " + Printed.of(Trees.number(w)));
    parts.addAll(values.used(change));
    String note = greek(String.join(", ", parts));
    if (!Trees.calls(change, Set.of("mean"))) return note;
    String averages = "averages over constant rates" + (reach == 0 ? ", so Δw = 0 everywhere" : "");
    return note.isEmpty() ? averages : note + "; " + averages;
  }

  private static String greek(String text) {
    return GREEK_NAME.matcher(text).replaceAll(name -> String.valueOf(LETTERS.charAt(GREEK.indexOf(name.group()))));
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    String.valueOf(Math.abs(exponent)).chars().forEach(digit -> text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
    return text.toString();
  }
}

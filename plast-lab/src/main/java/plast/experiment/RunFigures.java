package plast.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import plast.analyse.Interval;
import plast.analyse.Statistics;
import plast.figure.Axis;
import plast.figure.Curve;
import plast.figure.Curves;
import plast.figure.Figure;
import plast.figure.Layout;
import plast.figure.PairedDots;
import plast.figure.Palette;
import plast.figure.Panel;
import plast.figure.Reference;
import plast.learn.Evaluation;
import plast.task.Task;
import plast.task.Tasks;

/** The figures of a study: learning curves, trials to criterion, strong synapses, weights. One panel per task. */
public final class RunFigures {
  public static final List<String> NAMES = List.of("learning", "trials", "strong", "weights", "activity");

  private static final double LEVEL = 0.95;
  private static final double ROW_MM = 60;

  private final Map<String, List<ConditionResult>> byTask = new LinkedHashMap<>();
  private final Palette palette;
  private final long seed;

  private RunFigures(StudyResult study) {
    seed = study.seed();
    List<String> labels = new ArrayList<>();
    for (ConditionResult condition : study.conditions()) {
      if (condition.seeds().isEmpty()) continue;
      byTask.computeIfAbsent(condition.condition().task(), _ -> new ArrayList<>()).add(condition);
      labels.add(condition.condition().name());
    }
    palette = new Palette(labels);
  }

  /** The figures with these names, in this order; none when no network has finished. */
  public static List<Figure> of(StudyResult study, List<String> names) {
    RunFigures figures = new RunFigures(study);
    if (figures.byTask.isEmpty()) return List.of();
    return names.stream().map(figures::figure).toList();
  }

  private Figure figure(String name) {
    return switch (name) {
      case "learning" -> figure(name, "Performance on held-out trials against trials used: mean over seeds with its 95 % "
          + "interval. A network that has stopped keeps its last value.", perTask(this::learning));
      case "trials" -> figure(name, "Trials to criterion, one dot per seed, dots of one seed joined; mean with its 95 % "
          + "interval. Open dots stopped at the cap.", perTask(this::trials));
      case "strong" -> figure(name, "Share of strong recurrent synapses, and the share that changes side per update.",
          strong());
      case "weights" -> figure(name, "Density of ln|w| of the recurrent weights, mean over seeds: at the start, at the "
          + "criterion, and at the end where training went on.",
          WeightPanels.of(byTask.values().stream().flatMap(List::stream).toList()));
      case "activity" -> figure(name, "Trained networks on fresh trials. Left: rates of the first network in one "
          + "trial. Right: accuracy of a nearest-centroid decoder, trained on one half of 200 trials and tested on the "
          + "other, of what differs first between trials, from each variable of the units: mean over networks with its "
          + "95 % interval; vertical lines where periods begin.",
          ActivityPanels.of(seed, byTask.values().stream().flatMap(List::stream).toList()));
      default -> throw new IllegalArgumentException("no figure '" + name + "'; there are " + String.join(", ", NAMES));
    };
  }

  private Figure figure(String name, String caption, List<Panel> panels) {
    Layout layout = panels.size() == 1
        ? Layout.singleColumn(ROW_MM, 1)
        : Layout.doubleColumn(ROW_MM, rows(panels.size()));
    return new Figure(name, caption, layout, panels, palette);
  }

  /** Two panels a row, three where they are odd in number. */
  private static int[] rows(int panels) {
    int perRow = panels % 2 == 0 ? 2 : 3;
    int[] rows = new int[(panels + perRow - 1) / perRow];
    for (int k = 0; k < rows.length; k++) rows[k] = Math.min(perRow, panels - k * perRow);
    return rows;
  }

  private List<Panel> perTask(BiFunction<String, List<ConditionResult>, Panel> panel) {
    List<Panel> panels = new ArrayList<>();
    byTask.forEach((task, conditions) -> panels.add(panel.apply(task, conditions)));
    return panels;
  }

  private Panel learning(String task, List<ConditionResult> conditions) {
    Curves curves = Curves.of(task, Axis.linear("Trials"), Axis.linear("Performance").between(Double.NaN, 1));
    for (ConditionResult condition : conditions) curves = curves.with(curve(condition, Evaluation::performance));
    var settings = conditions.getFirst().condition();
    Task one = Tasks.named(task).with(settings.taskOptions(), settings.network().dt(), settings.network().tau());
    return curves.with(Reference.horizontal("criterion", one.criterion()));
  }

  private Panel trials(String task, List<ConditionResult> conditions) {
    PairedDots dots = PairedDots.of(task, Axis.linear("Trials to criterion").between(0, Double.NaN));
    long cap = 0;
    for (ConditionResult condition : conditions) {
      Interval mean = condition.meanTrials();
      dots = dots.with(new PairedDots.Group(condition.condition().name(), condition.trialsToCriterion(), mean.estimate(),
          mean.low(), mean.high()));
      cap = Math.max(cap, condition.condition().training().trials());
    }
    return dots.cappedAt(cap);
  }

  private List<Panel> strong() {
    List<Panel> panels = new ArrayList<>();
    byTask.forEach((task, conditions) -> {
      Curves share = Curves.of(task, Axis.linear("Trials"), Axis.linear("Strong synapses (share)").between(0, 1));
      Curves rate = Curves.of(task, Axis.linear("Trials"), Axis.linear("Switches per update (share)"));
      for (ConditionResult condition : conditions) {
        share = share.with(curve(condition, Evaluation::strongFraction));
        rate = rate.with(curve(condition, e -> e.switchedUp() + e.switchedDown()));
      }
      panels.add(share);
      panels.add(rate);
    });
    return panels;
  }

  /** The mean over seeds with its interval; a network that has stopped keeps its last value. */
  private static Curve curve(ConditionResult condition, ToDoubleFunction<Evaluation> value) {
    List<List<Evaluation>> all = condition.seeds().stream().map(seed -> seed.outcome().get().evaluations())
        .filter(list -> !list.isEmpty()).toList();
    TreeSet<Long> grid = new TreeSet<>();
    for (List<Evaluation> list : all) list.forEach(e -> grid.add(e.trials()));
    int n = grid.size(), k = 0;
    double[] x = new double[n], mean = new double[n], low = new double[n], high = new double[n];
    for (long trials : grid) {
      double[] values = all.stream().mapToDouble(list -> value.applyAsDouble(at(list, trials))).toArray();
      Interval interval = Statistics.tMean(values, LEVEL);
      x[k] = trials;
      mean[k] = interval.estimate();
      low[k] = interval.isKnown() ? interval.low() : interval.estimate();
      high[k] = interval.isKnown() ? interval.high() : interval.estimate();
      k++;
    }
    return Curve.of(condition.condition().name(), x, mean).band(low, high);
  }

  private static Evaluation at(List<Evaluation> list, long trials) {
    Evaluation found = list.getFirst();
    for (Evaluation e : list) {
      if (e.trials() > trials) break;
      found = e;
    }
    return found;
  }
}

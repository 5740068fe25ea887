package plast.paper.psrnn;

import static plast.paper.psrnn.ReferenceConditions.BP_08;
import static plast.paper.psrnn.ReferenceConditions.BP_13;
import static plast.paper.psrnn.ReferenceConditions.BP_SGD;
import static plast.paper.psrnn.ReferenceConditions.BP_TUNED;
import static plast.paper.psrnn.ReferenceConditions.FROZEN;
import static plast.paper.psrnn.ReferenceConditions.GAIN_13;
import static plast.paper.psrnn.ReferenceConditions.PERMUTED;
import static plast.paper.psrnn.ReferenceConditions.SPARSE;
import static plast.paper.psrnn.ReferenceConditions.UNBOUNDED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plast.analyse.Interval;
import plast.figure.Axis;
import plast.figure.Bars;
import plast.figure.Curves;
import plast.figure.Figure;
import plast.figure.Layout;
import plast.figure.PairedDots;
import plast.figure.Panel;
import plast.figure.Reference;
import plast.learn.Evaluation;

/** Figures about trials: learning curves, trials to criterion, switching, controls. */
final class TrialFigures {
  private static final List<String> CURVES = List.of(SPARSE, UNBOUNDED, BP_TUNED, BP_08, FROZEN);
  private static final List<String> DOTS = List.of(SPARSE, UNBOUNDED, GAIN_13, BP_TUNED, BP_SGD, BP_13, BP_08, FROZEN,
      PERMUTED);
  private static final double HEIGHT_MM = 62;

  private final Results results;

  TrialFigures(Results results) {
    this.results = results;
  }

  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    List<String> tasks = results.tasks(Part.REFERENCE);
    if (tasks.isEmpty()) return figures;
    figures.add(learning(tasks));
    figures.add(trials(tasks));
    figures.add(switching(tasks.getFirst()));
    figures.add(controls(tasks.getFirst()));
    return figures;
  }

  /** One panel for the README: learning curves and trials to criterion of the first task. */
  Optional<Figure> summary() {
    List<String> tasks = results.tasks(Part.REFERENCE);
    if (tasks.isEmpty()) return Optional.empty();
    String task = tasks.getFirst();
    return Optional.of(new Figure("psrnn",
        "Learning of " + TaskWords.of(task) + ". A: held-out accuracy. B: trials to criterion, one dot per network.",
        new Layout(Layout.DOUBLE_COLUMN_MM, List.of()).row(66, 1, 1.15),
        List.of(curves(task), dots(task, List.of(SPARSE, UNBOUNDED, BP_TUNED, BP_08, FROZEN))), Labels.PALETTE));
  }

  private Figure learning(List<String> tasks) {
    return new Figure("learning",
        "Held-out accuracy against training trials: mean over networks with the 95 % confidence interval of the mean. "
            + "The dashed line is the criterion. Networks whose training ends at the criterion keep their last value, "
            + "and a curve ends with the last of them.",
        grid(tasks.size()), tasks.stream().map(task -> (Panel) curves(task)).toList(), Labels.PALETTE);
  }

  private Curves curves(String task) {
    Curves panel = Curves.of(TaskWords.title(task), Axis.linear("Training trials"),
        Axis.linear("Accuracy").between(0.4, 1));
    for (String name : CURVES) {
      Optional<ArmResult> arm = results.arm(task, name);
      if (arm.isEmpty()) continue;
      panel = panel.with(Reference.horizontal(
          "criterion, " + Words.percent(arm.get().criterion()), arm.get().criterion()));
      break;
    }
    for (String name : CURVES) {
      Optional<ArmResult> arm = results.arm(task, name);
      if (arm.isPresent()) {
        panel = panel.with(Series.evaluations(arm.get(), arm.get().arm().label(), Evaluation::performance));
      }
    }
    return panel;
  }

  private Figure trials(List<String> tasks) {
    return new Figure("trials",
        "Trials to criterion. One dot per network, lines join networks of one seed (equal first weights up to the gain, "
            + "equal trials), diamonds and bars are means with 95 % confidence intervals. Open dots: not learned within "
            + "the cap. Ratios are geometric means over pairs with bootstrap intervals; p from Wilcoxon's signed-rank "
            + "test, not corrected for the number of settings.",
        rows(tasks.size(), 74), tasks.stream().map(task -> (Panel) dots(task, DOTS)).toList(), Labels.PALETTE);
  }

  private PairedDots dots(String task, List<String> names) {
    PairedDots panel = PairedDots.of(TaskWords.title(task), Axis.log("Trials to criterion"));
    for (String name : names) {
      Optional<ArmResult> arm = results.arm(task, name);
      if (arm.isEmpty()) continue;
      Interval mean = arm.get().meanTrials();
      panel = panel.cappedAt(arm.get().cap()).with(new PairedDots.Group(
          arm.get().arm().label(), arm.get().trials(), mean.estimate(), Math.max(1, mean.low()), mean.high()));
    }
    return panel.note(note(task));
  }

  private String note(String task) {
    List<String> lines = new ArrayList<>();
    for (String psRnn : List.of(SPARSE, UNBOUNDED)) {
      results.compare(task, psRnn, BP_TUNED).ifPresent(c -> lines.add(
          c.a().arm().label() + " / " + c.b().arm().label() + ": " + c.text()));
    }
    return String.join("; ", lines);
  }

  private Figure switching(String task) {
    Axis trials = Axis.linear("Training trials");
    Curves strong = Curves.of("Strong synapses", trials, Axis.linear("Strong fraction").between(0, 1));
    Curves up = Curves.of("Weak to strong", trials, Axis.linear("Switches (fraction per update)"));
    Curves down = Curves.of("Strong to weak", trials, Axis.linear("Switches (fraction per update)"));
    for (String name : List.of(SPARSE, UNBOUNDED)) {
      Optional<ArmResult> arm = results.arm(task, name);
      if (arm.isEmpty()) continue;
      String label = arm.get().arm().label();
      strong = strong.with(Series.evaluations(arm.get(), label, Evaluation::strongFraction));
      up = up.with(Series.evaluations(arm.get(), label, Evaluation::switchedUp));
      down = down.with(Series.evaluations(arm.get(), label, Evaluation::switchedDown));
    }
    return Figure.of("switching",
        "Switching in training on " + TaskWords.of(task) + ": share of synapses that follow backpropagation, and share "
            + "that changes its rule per update, mean with 95 % confidence interval over networks.",
        Layout.doubleColumn(56, 3), strong, up, down).with(Labels.PALETTE);
  }

  private Figure controls(String task) {
    Bars bars = Bars.of(TaskWords.title(task), Axis.linear("Mean trials to criterion"));
    Optional<ArmResult> tuned = results.arm(task, BP_TUNED);
    if (tuned.isPresent()) {
      bars = bars.with(Reference.vertical("BP tuned (Adam)", tuned.get().meanTrials().estimate()));
    }
    List<ArmResult> arms = results.of(task).stream()
        .sorted(Comparator.comparingDouble(arm -> arm.meanTrials().estimate())).toList();
    for (ArmResult arm : arms) {
      Interval mean = arm.meanTrials();
      String label = arm.solved() == arm.seeds() ? arm.arm().label()
          : arm.arm().label() + " (" + arm.solved() + "/" + arm.seeds() + ")";
      bars = bars.with(new Bars.Bar(label, Labels.group(arm.name()), mean.estimate(), mean.low(), mean.high()));
    }
    return Figure.of("controls",
        "All conditions on " + TaskWords.of(task) + ", fastest first: mean trials to criterion with 95 % confidence "
            + "intervals. Networks that did not learn count with the cap of " + arms.getFirst().cap()
            + " trials; behind such conditions stands how many learned.",
        new Layout(150, List.of()).row(24 + 4.6 * arms.size(), 1), bars);
  }

  /** Two panels in a row; three when there are no more. */
  static Layout grid(int panels) {
    if (panels == 1) return Layout.singleColumn(HEIGHT_MM, 1);
    if (panels == 3) return new Layout(Layout.DOUBLE_COLUMN_MM, List.of()).row(HEIGHT_MM, 1.2, 1.2, 1);
    return rowsOf(panels, HEIGHT_MM, 2);
  }

  private static Layout rows(int panels, double height) {
    return rowsOf(panels, height, 1);
  }

  private static Layout rowsOf(int panels, double height, int perRow) {
    Layout layout = new Layout(Layout.DOUBLE_COLUMN_MM, List.of());
    for (int left = panels; left > 0; left -= perRow) {
      double[] shares = new double[Math.min(perRow, left)];
      Arrays.fill(shares, 1);
      layout = layout.row(height, shares);
    }
    return layout;
  }
}

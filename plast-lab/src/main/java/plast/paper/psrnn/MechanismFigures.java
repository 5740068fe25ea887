package plast.paper.psrnn;

import static plast.paper.psrnn.ReferenceConditions.BP_08;
import static plast.paper.psrnn.ReferenceConditions.FIXED_UNBOUNDED;
import static plast.paper.psrnn.ReferenceConditions.UNBOUNDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import plast.analyse.Interval;
import plast.analyse.Statistics;
import plast.figure.Axis;
import plast.figure.Bars;
import plast.figure.Curve;
import plast.figure.Curves;
import plast.figure.Figure;
import plast.figure.HeatMap;
import plast.figure.Layout;
import plast.figure.Palette;
import plast.figure.Panel;
import plast.figure.Reference;
import plast.learn.Evaluation;
import plast.paper.psrnn.GradientSampling.Sample;

/** Figures about why it works: gradients, windows of the rule, runaway; and maps over hyperparameters. */
final class MechanismFigures {
  private static final String WITH = "with switching", WITHOUT = "without switching";
  /** Labels past the seventh repeat colours, so those with strokes of their own come last. */
  private static final Palette PALETTE = Palette.of(WITH, WITHOUT, "rule acts", "random drift", "hstop, unbounded",
      "hstop, sparse", "preh, unbounded", "fixed weights", "one gradient");

  private final Findings findings;

  MechanismFigures(Findings findings) {
    this.findings = findings;
  }

  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    maps().ifPresent(figures::add);
    mechanisms().ifPresent(figures::add);
    return figures;
  }

  private Optional<Figure> maps() {
    Results results = findings.results();
    Optional<Maps.Grid> switching = Maps.switching(results), start = Maps.start(results);
    Optional<Maps.Grid> bp = Maps.startOfBackpropagation(results);
    if (switching.isEmpty() || start.isEmpty() || bp.isEmpty()) return Optional.empty();
    double best = bp.get().best();
    return Optional.of(Figure.of("maps",
        "Mean trials to criterion on delayed match to sample over pairs of hyperparameters, " + Maps.SEEDS
            + " networks per cell (networks that did not learn count with the cap). A: the unbounded psRNN over threshold and "
            + "Hebbian rate; the star is the preset. B: over initial gain and learning rate. C: backpropagation over the same. "
            + "The outline encloses what beats backpropagation's best cell of C. D: psRNN over backpropagation, cell by cell.",
        Layout.doubleColumn(60, 2, 2),
        map("psRNN unbounded", switching.get(), "Threshold θ", "Hebbian rate η", best)
            .with(new HeatMap.Mark("preset", 3, 3)),
        map("psRNN unbounded", start.get(), "Initial gain g", "Learning rate", best)
            .with(new HeatMap.Mark("preset", 2, 1)),
        map("Backpropagation", bp.get(), "Initial gain g", "Learning rate", best),
        HeatMap.of("psRNN / backpropagation", new HeatMap.Grid("Initial gain g", start.get().x(), "Learning rate",
            start.get().y(), start.get().over(bp.get())), Axis.log("Ratio of trials"))));
  }

  private static HeatMap map(String title, Maps.Grid grid, String x, String y, double best) {
    return HeatMap.of(title, new HeatMap.Grid(x, grid.x(), y, grid.y(), grid.trials()), Axis.log("Trials to criterion"))
        .with(new HeatMap.Contour("BP's best, " + Words.number(best, 0) + " trials", best));
  }

  private Optional<Figure> mechanisms() {
    List<Panel> panels = new ArrayList<>();
    findings.gradients().ifPresent(sampling -> panels.add(gradients(sampling)));
    windows().ifPresent(panels::add);
    panels.addAll(runaway());
    if (panels.isEmpty()) return Optional.empty();
    return Optional.of(new Figure("mechanisms",
        "Mechanisms, on delayed match to sample. Gradient sampling: cosine between the true gradient (1024 trials) and the "
            + "mean of 8 gradients, each taken after another step of the weak rule, against 8 at fixed weights, 8 under a "
            + "random drift of equal size, and one alone; strong synapses, averaged over moments after 10, 25 and 40 updates. "
            + "Windows: trials to criterion when the rule acts for the first n updates only, with switching psRNN "
            + "afterwards (hstop) or plain backpropagation (preh). Runaway: norm and accuracy with and without switching.",
        TrialFigures.grid(panels.size()), panels, PALETTE));
  }

  private static Panel gradients(GradientSampling sampling) {
    double[] rates = sampling.rates();
    if (rates.length < 3) return gradientBars(sampling);
    return Curves.of("Gradient sampling", Axis.log("Hebbian rate η"), Axis.linear("Cosine with the true gradient"))
        .with(cosine("rule acts", sampling, Sample::drift)).with(cosine("random drift", sampling, Sample::random))
        .with(cosine("fixed weights", sampling, Sample::fixed).dashed())
        .with(cosine("one gradient", sampling, Sample::one).dotted());
  }

  private static Panel gradientBars(GradientSampling sampling) {
    Bars bars = Bars.of("Gradient sampling", Axis.linear("Cosine with the true gradient").between(0, 1));
    double first = sampling.rates()[0];
    bars = bars.with(bar("fixed weights", "fixed", sampling.perSeed(first, Sample::fixed)))
        .with(bar("one gradient", "fixed", sampling.perSeed(first, Sample::one)));
    for (double rate : sampling.rates()) {
      bars = bars.with(bar("rule acts, η " + rate, "drifting", sampling.perSeed(rate, Sample::drift)))
          .with(bar("random drift, η " + rate, "drifting", sampling.perSeed(rate, Sample::random)));
    }
    return bars;
  }

  private static Bars.Bar bar(String label, String group, double[] values) {
    Interval mean = Statistics.tMean(values, ArmResult.LEVEL);
    return new Bars.Bar(label, group, mean.estimate(), mean.low(), mean.high());
  }

  private static Curve cosine(String label, GradientSampling sampling, ToDoubleFunction<Sample> value) {
    double[] rates = sampling.rates();
    List<double[]> rows = new ArrayList<>();
    for (int seed = 0; seed < sampling.networks(); seed++) {
      double[] row = new double[rates.length];
      for (int k = 0; k < rates.length; k++) row[k] = sampling.perSeed(rates[k], value)[seed];
      rows.add(row);
    }
    return Series.mean(label, rates, rows);
  }

  private Optional<Panel> windows() {
    Curves panel = Curves.of("Windows of the rule", Axis.linear("Updates n during which the rule acts").between(0, 42),
        Axis.linear("Mean trials to criterion").between(0, Double.NaN));
    List<Curve> curves = new ArrayList<>();
    window("hstop%d-unbounded", "hstop, unbounded").ifPresent(curves::add);
    window("hstop%d-sparse", "hstop, sparse").ifPresent(curves::add);
    window("preh%d", "preh, unbounded").ifPresent(curves::add);
    for (Curve curve : curves) panel = panel.with(curve);
    Optional<ArmResult> start = findings.results().arm("dms", BP_08);
    if (curves.isEmpty() || start.isEmpty()) return Optional.empty();
    return Optional.of(panel.with(Reference.horizontal("BP from the same start", start.get().meanTrials().estimate())));
  }

  private Optional<Curve> window(String name, String label) {
    int n = Mechanisms.WINDOWS.size();
    double[] x = new double[n], mean = new double[n], low = new double[n], high = new double[n];
    for (int k = 0; k < n; k++) {
      Optional<ArmResult> arm = findings.results().arm("dms", name.formatted(Mechanisms.WINDOWS.get(k)));
      if (arm.isEmpty()) return Optional.empty();
      Interval trials = arm.get().meanTrials();
      x[k] = Mechanisms.WINDOWS.get(k);
      mean[k] = trials.estimate();
      low[k] = trials.low();
      high[k] = trials.high();
    }
    return Optional.of(Curve.of(label, x, mean).band(low, high));
  }

  private List<Panel> runaway() {
    Optional<ArmResult> with = findings.results().arm("dms", UNBOUNDED);
    Optional<ArmResult> without = findings.results().arm("dms", FIXED_UNBOUNDED);
    if (with.isEmpty() || without.isEmpty()) return List.of();
    Bars growth = Bars.of("Growth of ‖W‖ in training", Axis.log("‖W‖ at the end / at the start").between(1, Double.NaN));
    for (String name : List.of(UNBOUNDED, FIXED_UNBOUNDED, ReferenceConditions.SPARSE, ReferenceConditions.FIXED_SPARSE,
        "hebb-all-unbounded", "hebb-all-sparse")) {
      Optional<ArmResult> arm = findings.results().arm("dms", name);
      if (arm.isEmpty()) continue;
      Interval g = arm.get().growth();
      growth = growth.with(new Bars.Bar(arm.get().arm().label(),
          name.startsWith("ps-") ? WITH : WITHOUT, g.estimate(), Math.max(1, g.low()), g.high()));
    }
    Curves accuracy = Curves.of("Accuracy, unbounded", Axis.linear("Training trials"), Axis.linear("Accuracy").between(0.4, 1))
        .with(Series.evaluations(with.get(), WITH, Evaluation::performance))
        .with(Series.evaluations(without.get(), WITHOUT, Evaluation::performance));
    return List.of(growth, accuracy);
  }
}

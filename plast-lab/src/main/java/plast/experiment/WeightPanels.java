package plast.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import plast.figure.Axis;
import plast.figure.Distributions;
import plast.figure.Distributions.Bins;
import plast.figure.Distributions.Histogram;
import plast.figure.Panel;
import plast.figure.Reference;
import plast.learn.Condition;
import plast.learn.Outcome;
import plast.learn.PlasticitySettings.Mode;
import plast.learn.WeightSnapshot;
import plast.rule.Threshold;

/** One panel per condition with the densities of ln|w| at the start, at the criterion and at the end. */
final class WeightPanels {
  private static final int BINS = 60;
  private static final double SMALLEST_SHARE = 0.005;

  private WeightPanels() {}

  static List<Panel> of(List<ConditionResult> conditions) {
    return conditions.stream().map(WeightPanels::panel).toList();
  }

  private static Panel panel(ConditionResult result) {
    List<double[]> start = logarithms(result, Outcome::initial);
    List<double[]> criterion = logarithms(result, Outcome::atCriterion);
    List<double[]> end = logarithms(result, Outcome::last);
    List<double[]> all = new ArrayList<>(start);
    all.addAll(end);
    Bins bins = bins(all);
    Distributions panel = Distributions.of(result.condition().name(), Axis.linear("ln|w|"))
        .with(density("start", start, bins))
        .with(density("criterion", criterion, bins));
    if (wentOn(result)) panel = panel.with(density("end", end, bins));
    double theta = theta(result.condition());
    return theta > 0 && Double.isFinite(theta) && result.condition().plasticity().mode() != Mode.BP
        ? panel.with(Reference.vertical("θ↑", Math.log(theta)))
        : panel;
  }

  private static boolean wentOn(ConditionResult result) {
    return result.seeds().stream().map(seed -> seed.outcome().get())
        .anyMatch(outcome -> outcome.last().update() > outcome.atCriterion().update());
  }

  /** θ↑ as a weight; NaN for a quantile, which differs from network to network. */
  private static double theta(Condition condition) {
    Threshold threshold = condition.plasticity().threshold();
    return switch (threshold.unit()) {
      case ABSOLUTE -> threshold.up();
      case INITIAL_SD -> threshold.up()
          * condition.network().initialisation().standardDeviation(condition.network().units());
      case QUANTILE -> Double.NaN;
    };
  }

  private static List<double[]> logarithms(ConditionResult result, Function<Outcome, WeightSnapshot> moment) {
    return result.seeds().stream()
        .map(seed -> Arrays.stream(moment.apply(seed.outcome().get()).weights().values())
            .filter(w -> w != 0 && Double.isFinite(w)).map(w -> Math.log(Math.abs(w))).toArray())
        .toList();
  }

  private static Bins bins(List<double[]> all) {
    double[] sorted = all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) return new Bins(-10, 2, BINS);
    return new Bins(sorted[(int) (SMALLEST_SHARE * sorted.length)], sorted[sorted.length - 1], BINS);
  }

  private static Histogram density(String label, List<double[]> seeds, Bins bins) {
    double[] mean = new double[bins.count()];
    double[] edges = new double[0];
    for (double[] seed : seeds) {
      Histogram one = Histogram.count(label, seed, bins);
      edges = one.edges();
      for (int k = 0; k < mean.length; k++) mean[k] += one.density()[k] / seeds.size();
    }
    return new Histogram(label, edges, mean);
  }
}

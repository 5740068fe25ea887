package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plast.analyse.GaussianMixture;
import plast.analyse.WeightDistribution;
import plast.figure.Axis;
import plast.figure.Curve;
import plast.figure.Distributions;
import plast.figure.Figure;
import plast.figure.Layout;
import plast.figure.Reference;
import plast.math.Matrix;

/** Distributions of ln |w| at the start, at the criterion and at the end, beside sizes of synapses. */
final class WeightFigure {
  /** Networks whose distributions are fitted and averaged: more change no line visibly. */
  private static final int NETWORKS = 8;
  private static final double LOW = -6.5, HIGH = 0.5;
  private static final int BINS = 56, POINTS = 200;

  private final ArmResult arm;

  private WeightFigure(ArmResult arm) {
    this.arm = arm;
  }

  static Figure of(ArmResult arm, Synapses synapses) {
    WeightFigure figure = new WeightFigure(arm);
    return Figure.of("weights",
        "Distribution of ln |w| over the recurrent synapses of " + arm.arm().label() + " on " + TaskWords.of(arm.task())
            + ": densities averaged over networks, with the averaged fits of one and two Gaussians; the vertical line is the "
            + "threshold θ. Bimodal means Ashman's D > 2 and a valley deeper than 0.1; plain Gaussian weights have D near 1.5. "
            + "Last panel: " + synapses.words() + ".",
        Layout.doubleColumn(60, 2, 2),
        figure.panel("before training", w -> w.initial().weights()),
        figure.panel("at criterion", w -> w.criterion().weights()),
        figure.panel("at the end", w -> w.last().weights()), synapses(synapses));
  }

  private Distributions panel(String title, Function<Wiring, Matrix> of) {
    List<WeightDistribution> all = arm.networks().stream().limit(NETWORKS)
        .map(n -> WeightDistribution.ofWeights(of.apply(n.wiring().orElseThrow()), true)).toList();
    double depth = all.stream().mapToDouble(WeightDistribution::valleyDepth).average().orElse(Double.NaN);
    double d = all.stream().mapToDouble(WeightDistribution::ashmanD).average().orElse(Double.NaN);
    Distributions.Histogram histogram = averaged(title, all);
    List<GaussianMixture> one = all.stream().map(WeightDistribution::one).toList();
    List<GaussianMixture> two = all.stream().map(WeightDistribution::two).toList();
    return Distributions.of("Weights " + title, Axis.linear("ln |w|").between(LOW, HIGH))
        .note("D " + Words.number(d, 2) + ", valley " + Words.number(depth, 2))
        .with(histogram)
        .with(fit("two Gaussians", two, LOW, HIGH)).with(fit("one Gaussian", one, LOW, HIGH).dashed())
        .with(Reference.vertical("threshold θ", Math.log(arm.condition().plasticity().threshold().up())));
  }

  private static Distributions.Histogram averaged(String label, List<WeightDistribution> all) {
    double[] density = new double[BINS], edges = new double[BINS + 1];
    for (WeightDistribution distribution : all) {
      var histogram = distribution.histogram(LOW, HIGH, BINS);
      double[] one = histogram.densities();
      for (int k = 0; k < BINS; k++) density[k] += one[k] / all.size();
      edges = histogram.edges();
    }
    return new Distributions.Histogram("weights", edges, density);
  }

  private static Distributions synapses(Synapses synapses) {
    WeightDistribution distribution = WeightDistribution.of(synapses.sizes());
    double[] x = distribution.logarithms();
    double low = x[0], high = Math.max(x[x.length - 1], low + 1);
    List<Distributions.Histogram> histograms = new ArrayList<>();
    histograms.add(Distributions.Histogram.count(synapses.label(), x, new Distributions.Bins(low, high, 40)));
    return Distributions.of("Synapses: " + synapses.label(), Axis.linear("ln size"))
        .note("D " + Words.number(distribution.ashmanD(), 2) + ", valley "
            + Words.number(distribution.valleyDepth(), 2))
        .with(histograms.getFirst())
        .with(fit("two Gaussians", List.of(distribution.two()), low, high))
        .with(fit("one Gaussian", List.of(distribution.one()), low, high).dashed());
  }

  private static Curve fit(String label, List<GaussianMixture> mixtures, double low, double high) {
    double[] x = new double[POINTS], y = new double[POINTS];
    for (int k = 0; k < POINTS; k++) {
      x[k] = low + (high - low) * k / (POINTS - 1);
      for (GaussianMixture mixture : mixtures) y[k] += mixture.density(x[k]) / mixtures.size();
    }
    return Curve.of(label, x, y);
  }
}

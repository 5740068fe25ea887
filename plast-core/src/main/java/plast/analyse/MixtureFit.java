package plast.analyse;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import plast.analyse.GaussianMixture.Component;

/**
 * Expectation maximisation of two Gaussians from fixed starts. Each start (the sorted values split in two at some
 * quantile) runs a little, the likeliest runs until it stands still.
 *
 * @see "Biernacki, Celeux & Govaert (2003), Choosing starting values for the EM algorithm, Comput. Stat. 41:561"
 */
final class MixtureFit {
  private static final double[] SPLITS = {0.05, 0.25, 0.5, 0.75, 0.95};
  private static final int SHORT_RUN = 30, LONG_RUN = 3000;
  /** Sum of the movements of both components, in standard deviations of all values. */
  private static final double STANDS_STILL = 1e-7;
  /** Smallest deviation of a component, in standard deviations of all values: no collapse onto repeated values. */
  private static final double NARROWEST = 1e-3;

  private final double[] x;
  private final double spread;

  /** A fit to ascending values with this standard deviation, which is positive. */
  MixtureFit(double[] sorted, double spread) {
    this.x = sorted;
    this.spread = spread;
  }

  /** The components in order of their means. */
  List<Component> components() {
    List<Component> best = List.of();
    double bestLikelihood = Double.NEGATIVE_INFINITY;
    for (double split : SPLITS) {
      List<Component> candidate = iterate(start(split), SHORT_RUN);
      double likelihood = new GaussianMixture(candidate, Double.NaN, x.length).logLikelihoodOf(x);
      if (likelihood > bestLikelihood) {
        best = candidate;
        bestLikelihood = likelihood;
      }
    }
    return iterate(best, LONG_RUN).stream().sorted(Comparator.comparingDouble(Component::mean)).toList();
  }

  private List<Component> start(double split) {
    int lower = Math.clamp(Math.round(split * x.length), 1, x.length - 1);
    return List.of(moments(Arrays.copyOf(x, lower)), moments(Arrays.copyOfRange(x, lower, x.length)));
  }

  private Component moments(double[] part) {
    double sum = 0, squares = 0;
    for (double value : part) {
      sum += value - part[0];
      squares += (value - part[0]) * (value - part[0]);
    }
    return component(part.length, sum, squares, part[0]);
  }

  private List<Component> iterate(List<Component> from, int iterations) {
    List<Component> now = from;
    for (int iteration = 0; iteration < iterations; iteration++) {
      List<Component> next = step(now.get(0), now.get(1));
      double moved = distance(now.get(0), next.get(0)) + distance(now.get(1), next.get(1));
      now = next;
      if (moved < STANDS_STILL) break;
    }
    return now;
  }

  /** One expectation and maximisation. */
  private List<Component> step(Component a, Component b) {
    double centre = (a.mean() + b.mean()) / 2, fromCentre = (b.mean() - a.mean()) / 2;
    double precisionA = 1 / (a.deviation() * a.deviation()), precisionB = 1 / (b.deviation() * b.deviation());
    // The log odds of a against b are a parabola in y = x - centre: one exponential a value.
    double quadratic = (precisionB - precisionA) / 2;
    double linear = -fromCentre * (precisionA + precisionB);
    double constant = fromCentre * fromCentre * quadratic
        + Math.log(a.weight() / a.deviation() * (b.deviation() / b.weight()));
    double shareOfB = 0, sumOfB = 0, squaresOfB = 0, sum = 0, squares = 0;
    for (double value : x) {
      double y = value - centre;
      double responsibilityOfB = 1 / (1 + Math.exp(constant + y * (linear + y * quadratic)));
      sum += y;
      squares += y * y;
      shareOfB += responsibilityOfB;
      sumOfB += responsibilityOfB * y;
      squaresOfB += responsibilityOfB * y * y;
    }
    double shareOfA = x.length - shareOfB;
    if (!(shareOfA > 1e-6 && shareOfB > 1e-6)) return List.of(a, b);  // one component has died out: nothing to move
    return List.of(component(shareOfA, sum - sumOfB, squares - squaresOfB, centre),
        component(shareOfB, sumOfB, squaresOfB, centre));
  }

  /** The Gaussian of {@code share} values whose distances from {@code origin} have this sum and sum of squares. */
  private Component component(double share, double sum, double squares, double origin) {
    double mean = sum / share;
    double deviation = Math.sqrt(Math.max(0, squares / share - mean * mean));
    return new Component(share / x.length, origin + mean, Math.max(NARROWEST * spread, deviation));
  }

  private double distance(Component before, Component after) {
    return Math.abs(after.weight() - before.weight())
        + (Math.abs(after.mean() - before.mean()) + Math.abs(after.deviation() - before.deviation())) / spread;
  }
}

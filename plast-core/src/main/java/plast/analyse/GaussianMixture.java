package plast.analyse;

import java.util.Arrays;
import java.util.List;

/**
 * A one-dimensional mixture of one or two Gaussians, fitted by maximum likelihood.
 *
 * @param components    in order of their means
 * @param logLikelihood of the values fitted; NaN when they allow no fit
 * @param values        how many were fitted
 */
public record GaussianMixture(List<Component> components, double logLikelihood, int values) {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final int PARAMETERS_OF_TWO = 5;

  public GaussianMixture {
    components = List.copyOf(components);
  }

  /** One Gaussian with its share of the values. */
  public record Component(double weight, double mean, double deviation) {

    private double logDensity(double x) {
      double z = (x - mean) / deviation;
      return Math.log(weight / deviation) - HALF_LOG_TWO_PI - 0.5 * z * z;
    }
  }

  /** One Gaussian: the mean and the standard deviation (divisor n). NaN when the values do not vary. */
  public static GaussianMixture one(double[] x) {
    Component whole = whole(x);
    return fitted(x, List.of(isFittable(whole) ? whole : new Component(1, Double.NaN, Double.NaN)));
  }

  /**
   * Two Gaussians by expectation maximisation from fixed starts. No deviation falls below 1/1000 of that of all values.
   * NaN when the values do not vary or are no more than the five parameters.
   */
  public static GaussianMixture two(double[] x) {
    Component whole = whole(x);
    if (!isFittable(whole) || x.length <= PARAMETERS_OF_TWO) {
      Component unknown = new Component(0.5, Double.NaN, Double.NaN);
      return fitted(x, List.of(unknown, unknown));
    }
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return fitted(sorted, new MixtureFit(sorted, whole.deviation()).components());
  }

  /** The density at {@code x}. */
  public double density(double x) {
    double density = 0;
    for (Component component : components) density += Math.exp(component.logDensity(x));
    return density;
  }

  /** The Bayesian information criterion k ln n − 2 ln L, k = 3 · components − 1; smaller is better. */
  public double bic() {
    return (3 * components.size() - 1) * Math.log(values) - 2 * logLikelihood;
  }

  /** √2 |μ₁ − μ₂| / √(s₁² + s₂²) of two components (Ashman, Bird and Zepf 1994); 0 for one. */
  public double ashmanD() {
    Component first = components.getFirst(), last = components.getLast();
    return Math.sqrt(2) * (last.mean - first.mean) / Math.hypot(first.deviation, last.deviation);
  }

  double logLikelihoodOf(double[] x) {
    double sum = 0;
    for (double value : x) {
      double highest = Double.NEGATIVE_INFINITY, density = 0;
      for (Component component : components) highest = Math.max(highest, component.logDensity(value));
      for (Component component : components) density += Math.exp(component.logDensity(value) - highest);
      sum += highest + Math.log(density);
    }
    return sum;
  }

  private static GaussianMixture fitted(double[] x, List<Component> components) {
    double logLikelihood = new GaussianMixture(components, Double.NaN, x.length).logLikelihoodOf(x);
    return new GaussianMixture(components, x.length == 0 ? Double.NaN : logLikelihood, x.length);
  }

  private static boolean isFittable(Component whole) {
    return whole.deviation() > 0 && Double.isFinite(whole.deviation());
  }

  private static Component whole(double[] x) {
    double mean = Arrays.stream(x).sum() / x.length, squares = 0;
    for (double value : x) squares += (value - mean) * (value - mean);
    return new Component(1, mean, Math.sqrt(squares / x.length));
  }
}

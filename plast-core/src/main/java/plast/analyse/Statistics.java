package plast.analyse;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import plast.math.RandomStream;

/**
 * Intervals and tests over seeds. Fewer than two values give an {@link Interval} with NaN bounds; a NaN among the
 * values makes the result NaN. Nothing is dropped silently.
 */
public final class Statistics {
  private static final double LEVEL = 0.95;

  private Statistics() {}

  /** mean ± t s/√n, with s the sample standard deviation and t the two-sided quantile of n − 1 degrees of freedom. */
  public static Interval tMean(double[] x, double level) {
    requireLevel(level);
    double mean = mean(x);
    if (x.length < 2 || !Double.isFinite(mean)) return Interval.unknown(mean);
    double squares = 0;
    for (double value : x) squares += (value - mean) * (value - mean);
    double error = Math.sqrt(squares / (x.length - 1) / x.length);
    double half = error * new TDistribution(x.length - 1).inverseCumulativeProbability((1 + level) / 2);
    return new Interval(mean, mean - half, mean + half);
  }

  /** The t interval of the mean of a − b, paired. */
  public static Interval tPairedDifference(double[] a, double[] b, double level) {
    requirePairs("difference", a, b);
    double[] differences = a.clone();
    for (int k = 0; k < a.length; k++) differences[k] -= b[k];
    return tMean(differences, level);
  }

  /** The geometric mean of a/b, paired, with the t interval of the log ratio taken back to ratios. */
  public static Interval tRatio(double[] a, double[] b, double level) {
    return exponential(tMean(logRatios(a, b), level));
  }

  /** The mean with its percentile bootstrap interval: quantiles of the means of {@code resamples} draws of n from x. */
  public static Interval bootstrapMean(double[] x, double level, RandomStream random, int resamples) {
    requireLevel(level);
    if (resamples < 1) throw new IllegalArgumentException("at least 1 resample is needed, got " + resamples);
    double mean = mean(x);
    if (x.length < 2 || !Double.isFinite(mean)) return Interval.unknown(mean);
    double[] means = new double[resamples];
    for (int k = 0; k < resamples; k++) {
      double sum = 0;
      for (int draw = 0; draw < x.length; draw++) sum += x[random.nextInt(x.length)];
      means[k] = sum / x.length;
    }
    Arrays.sort(means);
    return new Interval(mean, Quantile.ofSorted(means, (1 - level) / 2), Quantile.ofSorted(means, (1 + level) / 2));
  }

  /**
   * Compares a with b by the paired ratio a/b, at the 95 % level.
   *
   * @throws IllegalArgumentException if the lengths differ or a value is not positive
   */
  public static RatioComparison ratio(double[] a, double[] b, RandomStream random, int resamples) {
    double[] logRatios = logRatios(a, b);
    Interval bootstrap = exponential(bootstrapMean(logRatios, LEVEL, random, resamples));
    Interval t = exponential(tMean(logRatios, LEVEL));
    return new RatioComparison(t.estimate(), bootstrap, t, wilcoxonSignedRank(logRatios), logRatios.length);
  }

  /**
   * The two-sided p value of Wilcoxon's signed-rank test. Zeros are dropped, ties share their mean rank; exact up to
   * 100 non-zero differences, ties included, normal approximation above. All zero: 1. No difference at all, or
   * a NaN: NaN.
   */
  public static double wilcoxonSignedRank(double[] differences) {
    return SignedRank.test(differences);
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double value : x) sum += value;
    return sum / x.length;
  }

  private static double[] logRatios(double[] a, double[] b) {
    requirePairs("ratio", a, b);
    double[] logRatios = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      if (!(a[k] > 0 && b[k] > 0)) {
        throw new IllegalArgumentException(
            "a ratio needs positive values, got " + a[k] + " / " + b[k] + " in pair " + k);
      }
      logRatios[k] = Math.log(a[k] / b[k]);
    }
    return logRatios;
  }

  private static void requirePairs(String what, double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("a paired " + what + " needs as many values on both sides, got "
          + a.length + " and " + b.length);
    }
  }

  private static Interval exponential(Interval logarithm) {
    return new Interval(Math.exp(logarithm.estimate()), Math.exp(logarithm.low()), Math.exp(logarithm.high()));
  }

  private static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level lies between 0 and 1, for example 0.95, got " + level);
    }
  }
}

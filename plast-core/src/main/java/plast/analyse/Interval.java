package plast.analyse;

/**
 * An estimate with its confidence interval. The bounds are NaN when there were too few values for an interval.
 *
 * @param estimate mean, difference or ratio
 * @param low      lower bound
 * @param high     upper bound
 */
public record Interval(double estimate, double low, double high) {

  public Interval {
    if (low > high) throw new IllegalArgumentException("the lower bound " + low + " is above the upper bound " + high);
  }

  /** An estimate without an interval. */
  static Interval unknown(double estimate) {
    return new Interval(estimate, Double.NaN, Double.NaN);
  }

  /** Whether the bounds are numbers. */
  public boolean isKnown() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** (high − low) / 2, the number after ±. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** Whether the value lies outside; a bound counts as inside, and an unknown interval excludes nothing. */
  public boolean excludes(double value) {
    return value < low || value > high;
  }
}

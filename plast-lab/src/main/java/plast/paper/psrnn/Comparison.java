package plast.paper.psrnn;

import java.util.Locale;
import plast.analyse.Interval;
import plast.analyse.RatioComparison;
import plast.analyse.Statistics;
import plast.math.Seed;

/**
 * Trials to criterion of arm a over those of arm b, paired by seed. Networks that did not learn enter with the cap.
 *
 * @param ratio geometric mean with bootstrap interval; NaN when neither arm learned at all
 * @param bound what the cap makes of the ratio
 */
public record Comparison(ArmResult a, ArmResult b, RatioComparison ratio, Bound bound) {
  private static final int RESAMPLES = 10_000;

  /** What capped networks make of a ratio. */
  public enum Bound {
    /** all networks learned */
    EXACT(""),
    /** b has capped networks: the true ratio is smaller */
    AT_MOST("≤ "),
    /** a has capped networks: the true ratio is larger */
    AT_LEAST("≥ "),
    /** both have */
    UNCLEAR("~ "),
    /** neither arm learned within the cap: there is no ratio */
    NONE("");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }
  }

  static Comparison of(ArmResult a, ArmResult b) {
    Bound bound = bound(a.seeds() - a.solved(), b.seeds() - b.solved(), a.solved() + b.solved());
    RatioComparison ratio = bound == Bound.NONE ? nothing(a.seeds())
        : Statistics.ratio(a.trials(), b.trials(), new Seed(Stage.SEED).stream("bootstrap"), RESAMPLES);
    return new Comparison(a, b, ratio, bound);
  }

  private static Bound bound(int unlearnedA, int unlearnedB, int learned) {
    if (learned == 0) return Bound.NONE;
    if (unlearnedA > 0) return unlearnedB > 0 ? Bound.UNCLEAR : Bound.AT_LEAST;
    return unlearnedB > 0 ? Bound.AT_MOST : Bound.EXACT;
  }

  private static RatioComparison nothing(int pairs) {
    Interval unknown = new Interval(Double.NaN, Double.NaN, Double.NaN);
    return new RatioComparison(Double.NaN, unknown, unknown, Double.NaN, pairs);
  }

  public Interval interval() {
    return ratio.bootstrap();
  }

  /** {@code ≤ 0.20 [0.17, 0.24], p 0.0003}. */
  public String text() {
    if (bound == Bound.NONE) return "not learned within the cap";
    return ratioText() + ", " + Words.p(ratio.p());
  }

  String ratioText() {
    return bound == Bound.NONE ? "–" : bound.sign + Words.interval(interval(), 2);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s / %s on %s: %s", a.name(), b.name(), a.task(), text());
  }
}

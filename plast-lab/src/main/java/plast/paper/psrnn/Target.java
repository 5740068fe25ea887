package plast.paper.psrnn;

import plast.analyse.Interval;

/**
 * A number that an independent implementation of the study reached, and ours.
 *
 * @param id     A1 to A8 for the reference part, the preset for the atlas
 * @param what   what is measured
 * @param wanted the accepted range
 * @param got    ours
 */
public record Target(String id, String what, String wanted, String got, Outcome outcome) {

  /** Whether ours is accepted. */
  public enum Outcome {
    MET("met"), NOT_MET("not met"),
    /** outside the range, but the intervals of both overlap */
    OVERLAPS("intervals overlap"),
    /** beside a number without a range */
    SHOWN("–");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    static Outcome of(boolean met) {
      return met ? MET : NOT_MET;
    }

    /** Of an estimate against a range that is itself a confidence interval. */
    static Outcome of(Interval ours, Range range) {
      if (ours.estimate() >= range.low() && ours.estimate() <= range.high()) return MET;
      return ours.isKnown() && ours.low() <= range.high() && ours.high() >= range.low() ? OVERLAPS : NOT_MET;
    }
  }

  /** A value that must lie within two bounds, which count as inside. */
  static Target within(String id, String what, Range range, double value) {
    return new Target(id, what, range.text(), Words.number(value, range.digits()),
        Outcome.of(value >= range.low() && value <= range.high()));
  }

  /**
   * An accepted range.
   *
   * @param low    −∞ for none
   * @param high   ∞ for none
   * @param digits after the point
   */
  record Range(double low, double high, int digits) {
    String text() {
      if (Double.isInfinite(low)) return "at most " + Words.number(high, digits);
      if (Double.isInfinite(high)) return "at least " + Words.number(low, digits);
      return Words.number(low, digits) + " to " + Words.number(high, digits);
    }
  }
}

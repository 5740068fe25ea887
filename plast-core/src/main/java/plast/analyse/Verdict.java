package plast.analyse;

/** What the evidence says about a claim. */
public enum Verdict {
  REPRODUCED("reproduced"),
  NOT_REPRODUCED("not reproduced"),
  OPPOSITE("opposite"),
  INCONCLUSIVE("inconclusive");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** As a report prints it. */
  public String words() {
    return words;
  }

  @Override
  public String toString() {
    return words;
  }

  /**
   * The verdict of a confidence interval, by this rule:
   *
   * <ol>
   *   <li>an unknown interval: INCONCLUSIVE;
   *   <li>the whole interval on the claim's side of no effect: REPRODUCED, however small the effect (print its size);
   *   <li>the whole interval on the other side: OPPOSITE;
   *   <li>the interval includes no effect but stays short of the smallest interesting effect: NOT_REPRODUCED, since an
   *       effect worth the claim is excluded;
   *   <li>the interval includes both: INCONCLUSIVE, since there were too few seeds to tell.
   * </ol>
   * A bound that equals no effect includes it; a bound that equals the smallest interesting effect includes that.
   *
   * @param effect             a difference, a ratio, … with its interval
   * @param noEffect           its value without an effect: 0 for a difference, 1 for a ratio
   * @param smallerSupports    whether values below {@code noEffect} support the claim
   * @param smallestInteresting the value, on the effect's own scale and on the claim's side, that would just matter:
   *                           0.9 for a ratio that should be smaller
   * @throws IllegalArgumentException if the smallest interesting effect is not on the claim's side of no effect
   */
  public static Verdict of(Interval effect, double noEffect, boolean smallerSupports, double smallestInteresting) {
    double side = smallerSupports ? -1 : 1;
    if (!(side * (smallestInteresting - noEffect) > 0)) {
      throw new IllegalArgumentException("the smallest interesting effect must be "
          + (smallerSupports ? "below " : "above ") + noEffect + ", got " + smallestInteresting);
    }
    if (!effect.isKnown()) return INCONCLUSIVE;
    if (effect.excludes(noEffect)) return side * (effect.low() - noEffect) > 0 ? REPRODUCED : OPPOSITE;
    return effect.excludes(smallestInteresting) ? NOT_REPRODUCED : INCONCLUSIVE;
  }
}

package plast.paper.psrnn;

import java.util.List;
import plast.analyse.Interval;
import plast.analyse.Verdict;

/**
 * The rules by which numbers become verdicts. All but the combinations rest on {@link Verdict#of}: reproduced or opposite
 * only when the whole 95 % interval lies on one side of no effect, not reproduced when it includes no effect and excludes
 * the smallest effect of interest, inconclusive when it includes both.
 */
final class Verdicts {
  /** Above it nearly all synapses follow backpropagation. */
  static final double STRONG_FRACTION = 0.95;
  /** Smallest effects of interest. */
  static final double RATIO = 0.9, ANTISYMMETRY = 0.01, RANK = -0.5, NORMALITY = 0.005,
      INCOHERENCE = -0.005, COSINE = 0.01;
  /** A distribution is bimodal beyond both. */
  static final double ASHMAN_D = 2, VALLEY = 0.1;

  private Verdicts() {}

  /** Networks that did not reach the criterion, of both arms, and whether any of either did. */
  record Unlearned(int a, int b, boolean anyLearned) {}

  /**
   * C1, C7b: arm a needs fewer trials than b. A verdict that favours an arm stands only if that arm has no more unlearned
   * networks than the other, since the cap hides how much longer those would have taken; an absence of an effect stands
   * only if b learned always. Without any learning there is no verdict.
   */
  static Verdict fewerTrials(Interval ratio, Unlearned unlearned) {
    if (!unlearned.anyLearned()) return Verdict.INCONCLUSIVE;
    Verdict verdict = Verdict.of(ratio, 1, true, RATIO);
    boolean stands = switch (verdict) {
      case REPRODUCED -> unlearned.a() <= unlearned.b();
      case OPPOSITE -> unlearned.b() <= unlearned.a();
      case NOT_REPRODUCED -> unlearned.b() == 0;
      case INCONCLUSIVE -> true;
    };
    return stands ? verdict : Verdict.INCONCLUSIVE;
  }

  /**
   * C2: fewer trials although at least a twentieth of the synapses does not follow backpropagation at the criterion; what
   * C1 does not reproduce, C2 cannot. There is no opposite.
   */
  static Verdict fewerStrong(Verdict fewerTrials, Interval strongFraction) {
    if (fewerTrials == Verdict.INCONCLUSIVE) return fewerTrials;
    if (fewerTrials != Verdict.REPRODUCED) return Verdict.NOT_REPRODUCED;
    if (!strongFraction.isKnown()) return Verdict.INCONCLUSIVE;
    if (strongFraction.high() < STRONG_FRACTION) return Verdict.REPRODUCED;
    return strongFraction.low() > STRONG_FRACTION ? Verdict.NOT_REPRODUCED : Verdict.INCONCLUSIVE;
  }

  /** C3: two modes, with both measures' intervals above their thresholds; there is no opposite of bimodal. */
  static Verdict bimodal(Interval ashmanD, Interval valley) {
    return all(List.of(above(ashmanD, ASHMAN_D), above(valley, VALLEY)));
  }

  private static Verdict above(Interval value, double threshold) {
    if (!value.isKnown()) return Verdict.INCONCLUSIVE;
    if (value.low() > threshold) return Verdict.REPRODUCED;
    return value.high() < threshold ? Verdict.NOT_REPRODUCED : Verdict.INCONCLUSIVE;
  }

  /** C4: a higher antisymmetry index. */
  static Verdict moreAntisymmetric(Interval difference) {
    return Verdict.of(difference, 0, false, ANTISYMMETRY);
  }

  /** C5: a lower effective rank. */
  static Verdict lowerRank(Interval difference) {
    return Verdict.of(difference, 0, true, RANK);
  }

  /** C6: further from normal and less trophically incoherent, both. */
  static Verdict moreFeedforward(Interval departure, Interval incoherence) {
    return all(List.of(
        Verdict.of(departure, 0, false, NORMALITY), Verdict.of(incoherence, 0, true, INCOHERENCE)));
  }

  /** C7a: a higher cosine with the true gradient. */
  static Verdict betterGradient(Interval difference) {
    return Verdict.of(difference, 0, false, COSINE);
  }

  /** C7c: without switching the weights grow more, and learning takes longer or fails. */
  static Verdict preventsRunaway(Interval growthRatio, Verdict fewerTrials) {
    return all(List.of(Verdict.of(growthRatio, 1, false, 1 / RATIO), fewerTrials));
  }

  /**
   * A claim with several parts holds when all hold. Parts that point in opposite directions leave it open; otherwise an
   * opposite part makes it opposite, a part not reproduced makes it not reproduced, an open part leaves it open.
   */
  static Verdict all(List<Verdict> parts) {
    if (parts.contains(Verdict.OPPOSITE)) {
      return parts.contains(Verdict.REPRODUCED) ? Verdict.INCONCLUSIVE : Verdict.OPPOSITE;
    }
    if (parts.contains(Verdict.NOT_REPRODUCED)) return Verdict.NOT_REPRODUCED;
    return parts.contains(Verdict.INCONCLUSIVE) ? Verdict.INCONCLUSIVE : Verdict.REPRODUCED;
  }
}

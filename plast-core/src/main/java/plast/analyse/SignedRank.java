package plast.analyse;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Wilcoxon's signed-rank test. Zero differences are dropped, tied sizes share their mean rank. Up to 100 differences
 * the p value is exact, given the ties (the sum of the ranks of positive differences over all 2ⁿ signs, by
 * convolution); above, it comes from the normal approximation with the variance corrected for ties,
 * without continuity correction.
 *
 * @see "Wilcoxon (1945), Individual comparisons by ranking methods, Biometrics Bulletin 1:80"
 */
final class SignedRank {
  private static final int EXACT_UP_TO = 100;
  /** Relative: log(1/3) and log(6/2) are one size, whatever their last bits. */
  private static final double TIE = 1e-12;

  private SignedRank() {}

  /** The two-sided p value; 1 when all differences are zero, NaN when there is none or one is NaN. */
  static double test(double[] differences) {
    if (differences.length == 0 || Arrays.stream(differences).anyMatch(Double::isNaN)) return Double.NaN;
    double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
    if (nonZero.length == 0) return 1;
    int[] ranks = doubledRanks(nonZero);
    int positive = 0, total = 0;
    for (int k = 0; k < ranks.length; k++) {
      total += ranks[k];
      if (nonZero[k] > 0) positive += ranks[k];
    }
    int smaller = Math.min(positive, total - positive);
    return ranks.length <= EXACT_UP_TO ? exact(ranks, total, smaller) : approximate(ranks, total, smaller);
  }

  /** Twice the mean rank of each |d|, an integer even for ties. */
  private static int[] doubledRanks(double[] differences) {
    double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
    int[] ranks = new int[differences.length];
    for (int k = 0; k < ranks.length; k++) {
      double size = Math.abs(differences[k]);
      int first = 0;
      while (sizes[first] < size * (1 - TIE)) first++;
      int last = first;
      while (last + 1 < sizes.length && sizes[last + 1] <= size * (1 + TIE)) last++;
      ranks[k] = first + last + 2;
    }
    return ranks;
  }

  private static double exact(int[] ranks, int total, int smaller) {
    double[] probability = new double[total + 1];
    probability[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        probability[sum] = 0.5 * (probability[sum] + (sum >= rank ? probability[sum - rank] : 0));
      }
    }
    double tail = 0;
    for (int sum = 0; sum <= smaller; sum++) tail += probability[sum];
    return Math.min(1, 2 * tail);
  }

  private static double approximate(int[] ranks, int total, int smaller) {
    double squares = 0;
    for (int rank : ranks) squares += (double) rank * rank;
    double z = (smaller - total / 2.0) / (Math.sqrt(squares) / 2);
    return Math.min(1, 2 * new NormalDistribution().cumulativeProbability(z));
  }
}

package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import plast.math.RandomStream;
import plast.math.Seed;

class StatisticsTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  /** Depression scores before and after a tranquilliser (Hollander & Wolfe 1973, table 3.1). */
  private static final double[] BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
  private static final double[] AFTER = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

  private final RandomStream random = new Seed(6).stream("bootstrap");

  @Test
  void tIntervalsAgreeWithIndependentValues() {
    assertInterval(Statistics.tMean(BEFORE, 0.95), 1.7666666666666666, 1.2166123036181211, 2.316721029715212);
    assertInterval(Statistics.tPairedDifference(BEFORE, AFTER, 0.9), 0.43188888888888893, 0.16730279135896448,
        0.6964749864188133);
    assertInterval(Statistics.tRatio(BEFORE, AFTER, 0.95), 1.3744908777059444, 1.0176053642545027, 1.85654010804169);
  }

  @Test
  void tIntervalOfTwoValuesUsesTheCauchyQuantile() {
    // t(1) at 0.975 is tan(0.475 π) = 12.7062; mean 1, standard error 1.
    assertInterval(Statistics.tMean(new double[] {0, 2}, 0.95), 1, 1 - Math.tan(0.475 * Math.PI),
        1 + Math.tan(0.475 * Math.PI));
  }

  @Test
  void fewerThanTwoValuesHaveNoInterval() {
    for (Interval interval : new Interval[] {Statistics.tMean(new double[] {3}, 0.95),
        Statistics.bootstrapMean(new double[] {3}, 0.95, random, 10)}) {
      assertThat(interval.estimate()).isEqualTo(3);
      assertThat(interval.isKnown()).isFalse();
      assertThat(interval.halfWidth()).isNaN();
      assertThat(interval.excludes(100)).isFalse();
    }
    assertThat(Statistics.tMean(new double[0], 0.95).estimate()).isNaN();
    assertThat(Statistics.tMean(new double[] {1, Double.NaN, 2}, 0.95).isKnown()).isFalse();
    assertThat(Statistics.tMean(new double[] {1, Double.NaN, 2}, 0.95).estimate()).isNaN();
  }

  @Test
  void equalValuesHaveAnIntervalWithoutWidth() {
    assertThat(Statistics.tMean(new double[] {2, 2, 2}, 0.95)).isEqualTo(new Interval(2, 2, 2));
  }

  @Test
  void exactSignedRankAgreesWithTables() {
    assertThat(Statistics.wilcoxonSignedRank(differences(BEFORE, AFTER))).isCloseTo(0.0390625, CLOSE);
    assertThat(Statistics.wilcoxonSignedRank(new double[] {1, 2, 3, 4, 5, 6, 7, 8})).isCloseTo(2 / 256.0, CLOSE);
    double[] twenty = {1, 2, 3, 4, 5, 6, 7, 8, 9, -10, 11, 12, 13, 14, 15, -16, 17, 18, 19, 20};
    assertThat(Statistics.wilcoxonSignedRank(twenty)).isCloseTo(0.0019855499267578125, CLOSE);
  }

  @Test
  void exactSignedRankAgreesWithHipparchus() {
    for (int n = 3; n <= 12; n++) {
      double[] a = gaussian(n), b = gaussian(n);
      // Near the centre Hipparchus counts the middle sum in both tails: 1.25 for n = 3.
      double expected = Math.min(1, new WilcoxonSignedRankTest().wilcoxonSignedRankTest(a, b, true));
      assertThat(Statistics.wilcoxonSignedRank(differences(a, b))).as("n = %d", n).isCloseTo(expected, CLOSE);
    }
  }

  @Test
  void tiesShareTheirRankAndZerosAreDropped() {
    // 26 of the 1024 sign patterns of the ten non-zero differences are as extreme, counted one by one elsewhere.
    double[] tied = {1.5, -2, 2, 3, 0, 4, -1.5, 5, 6, 7, 0, 2};
    assertThat(Statistics.wilcoxonSignedRank(tied)).isCloseTo(0.025390625, CLOSE);
    double[] zerosGone = {1.5, -2, 2, 3, 4, -1.5, 5, 6, 7, 2};
    assertThat(Statistics.wilcoxonSignedRank(zerosGone)).isCloseTo(0.025390625, CLOSE);
  }

  @Test
  void manyPairsUseTheTieCorrectedNormalApproximation() {
    double[] differences = new double[150], tied = new double[200];
    for (int k = 0; k < 150; k++) differences[k] = (k % 7 - 2.5) * (1 + 0.01 * k);
    for (int k = 0; k < 200; k++) tied[k] = k % 5 - 1;
    assertThat(Statistics.wilcoxonSignedRank(differences)).isCloseTo(0.01530667511753248, CLOSE);
    assertThat(Statistics.wilcoxonSignedRank(tied) / 5.512898313452298e-17).isCloseTo(1, within(1e-6));
  }

  @Test
  void equalPairsHaveAProbabilityOfOne() {
    assertThat(Statistics.wilcoxonSignedRank(new double[5])).isEqualTo(1);
    assertThat(Statistics.ratio(BEFORE, BEFORE, random, 100).p()).isEqualTo(1);
    assertThat(Statistics.wilcoxonSignedRank(new double[] {1, -1})).isEqualTo(1);
    assertThat(Statistics.wilcoxonSignedRank(new double[0])).isNaN();
    assertThat(Statistics.wilcoxonSignedRank(new double[] {1, Double.NaN})).isNaN();
  }

  @Test
  void ratiosOfEqualSizeTieWhateverTheirLastBits() {
    // 1/3, 6/2 and 9/3 are one step on the log scale: p of ranks (2, 2, 2) with signs -, +, + is 1.
    double[] a = {128, 768, 1152}, b = {384, 256, 384};
    assertThat(Statistics.ratio(a, b, random, 10).p()).isEqualTo(1);
  }

  @Test
  void ratioComparisonCombinesBothIntervalsAndTheTest() {
    RatioComparison comparison = Statistics.ratio(BEFORE, AFTER, random, 4000);
    assertThat(comparison.pairs()).isEqualTo(9);
    assertThat(comparison.ratio()).isCloseTo(1.3744908777059444, CLOSE);
    assertThat(comparison.t()).isEqualTo(Statistics.tRatio(BEFORE, AFTER, 0.95));
    assertThat(comparison.bootstrap().estimate()).isCloseTo(comparison.ratio(), CLOSE);
    assertThat(comparison.bootstrap().low()).isBetween(1.06, 1.14);
    assertThat(comparison.bootstrap().high()).isBetween(1.66, 1.78);
  }

  @Test
  void bootstrapApproachesTheNormalIntervalOfManyValues() {
    double[] x = gaussian(400);
    Interval t = Statistics.tMean(x, 0.95), bootstrap = Statistics.bootstrapMean(x, 0.95, random, 2000);
    assertThat(bootstrap.low()).isCloseTo(t.low(), within(0.015));
    assertThat(bootstrap.high()).isCloseTo(t.high(), within(0.015));
    assertThat(Statistics.bootstrapMean(x, 0.95, new Seed(1).stream("a"), 50))
        .isEqualTo(Statistics.bootstrapMean(x, 0.95, new Seed(1).stream("a"), 50));
  }

  @Test
  void impossibleComparisonsSayWhy() {
    assertThatThrownBy(() -> Statistics.tRatio(new double[] {1, 0}, new double[] {1, 1}, 0.95))
        .hasMessageContaining("0.0 / 1.0 in pair 1");
    assertThatThrownBy(() -> Statistics.tPairedDifference(new double[2], new double[3], 0.95))
        .hasMessageContaining("2 and 3");
    assertThatThrownBy(() -> Statistics.tMean(BEFORE, 95)).hasMessageContaining("0.95, got 95");
    assertThatThrownBy(() -> Statistics.bootstrapMean(BEFORE, 0.95, random, 0)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> new Interval(0, 1, -1)).hasMessageContaining("above");
  }

  private double[] gaussian(int n) {
    double[] values = new double[n];
    for (int k = 0; k < n; k++) values[k] = random.nextGaussian();
    return values;
  }

  private static double[] differences(double[] a, double[] b) {
    double[] differences = a.clone();
    for (int k = 0; k < a.length; k++) differences[k] -= b[k];
    return differences;
  }

  private static void assertInterval(Interval interval, double estimate, double low, double high) {
    assertThat(interval.estimate()).isCloseTo(estimate, CLOSE);
    assertThat(interval.low()).isCloseTo(low, CLOSE);
    assertThat(interval.high()).isCloseTo(high, CLOSE);
    assertThat(interval.halfWidth()).isCloseTo((high - low) / 2, CLOSE);
    assertThat(interval.excludes(low - 1e-6)).isTrue();
    assertThat(interval.excludes(estimate)).isFalse();
  }
}

package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;

class StructureTest {
  private static final Offset<Double> EXACT = within(1e-12);
  /** The root of a difference of squares loses half the digits. */
  private static final Offset<Double> HALF_THE_DIGITS = within(1e-7);
  private static final double[] FOUR_UNITS = {
    0.5, -1.2, 0.3, 0.0, 0.7, 0.1, -0.4, 2.0, -0.6, 0.9, -0.8, 0.25, 1.5, -0.35, 0.05, 0.6
  };

  private final RandomStream random = new Seed(5).stream("weights");

  @Test
  void fourUnitsAgreeWithLapack() {
    assertValues(Structure.of(new Matrix(4, 4, FOUR_UNITS.clone()), true), 1.3052122724561255, 0.2602398732744965,
        2.159737335175036, 3.230927542483337, 0.5656121524971303, 0.9115491961058199, 0.7212121212121212,
        3.3237779709240507, 1.8226804424118985);
  }

  @Test
  void withoutAutapsesTheDiagonalIsLeftOut() {
    Matrix weights = new Matrix(4, 4, FOUR_UNITS.clone());
    assertValues(Structure.of(weights, false), 1.5694169102891802, 0.42247765006385696, 2.459427740146909,
        3.2524515291457026, 0.41742767235483047, 0.9115491961058199, 0.7212121212121212, 3.1284980421921316,
        1.8135957949058867);
    assertThat(weights.values()).containsExactly(FOUR_UNITS);
  }

  @Test
  void symmetricWeightsAreNormalAndWithoutDirection() {
    Matrix weights = gaussian(20);
    Matrix mirror = weights.transpose();
    for (int k = 0; k < 400; k++) weights.values()[k] += mirror.values()[k];
    Structure structure = Structure.of(weights, true);
    assertThat(structure.antisymmetryRatio()).isZero();
    assertThat(structure.antisymmetryIndex()).isEqualTo(-1);
    assertThat(structure.departureFromNormality()).isCloseTo(0, HALF_THE_DIGITS);
    assertThat(structure.trophicIncoherence()).isCloseTo(1, EXACT);
    assertThat(structure.upwardFraction()).isZero();
  }

  @Test
  void antisymmetricWeightsHaveIndexOneAndAreNormal() {
    Matrix weights = gaussian(21);
    Structure structure = Structure.of(weights.minus(weights.transpose()), true);
    assertThat(structure.antisymmetryRatio()).isInfinite();
    assertThat(structure.antisymmetryIndex()).isEqualTo(1);
    assertThat(structure.departureFromNormality()).isCloseTo(0, HALF_THE_DIGITS);
  }

  @Test
  void theIdentityHasFullRankAndNoConnections() {
    Matrix identity = Matrix.zeros(6, 6);
    for (int i = 0; i < 6; i++) identity.set(i, i, 1);
    Structure structure = Structure.of(identity, true);
    assertThat(structure.participationRatio()).isCloseTo(6, EXACT);
    assertThat(structure.effectiveRank()).isCloseTo(6, EXACT);
    assertThat(structure.departureFromNormality()).isZero();
    assertThat(structure.spectralRadius()).isEqualTo(1);
    assertThat(structure.trophicIncoherence()).isNaN();
    assertThat(structure.upwardFraction()).isNaN();
  }

  @Test
  void anOuterProductHasRankOne() {
    double[] post = {1, -2, 3, 0.5, 2}, pre = {2, 0.5, -1, 4, 1};
    Matrix weights = Matrix.zeros(5, 5);
    for (int i = 0; i < 5; i++) for (int j = 0; j < 5; j++) weights.set(i, j, post[i] * pre[j]);
    Structure structure = Structure.of(weights, true);
    double product = 2 - 1 - 3 + 2 + 2, norm = Math.sqrt(18.25 * 22.25);
    assertThat(structure.participationRatio()).isCloseTo(1, EXACT);
    assertThat(structure.effectiveRank()).isCloseTo(1, within(1e-10));
    assertThat(structure.frobeniusNorm()).isCloseTo(norm, EXACT);
    assertThat(structure.spectralRadius()).isCloseTo(product, EXACT);
    assertThat(structure.departureFromNormality()).isCloseTo(Math.sqrt(1 - product * product / (norm * norm)), EXACT);
  }

  @Test
  void aShuffledChainIsPerfectlyFeedforward() {
    int[] order = random.permutation(64);
    Matrix chain = Matrix.zeros(64, 64);
    for (int k = 1; k < 64; k++) chain.set(order[k], order[k - 1], random.uniform(-2, 2));
    Structure structure = Structure.of(chain, true);
    assertThat(structure.trophicIncoherence()).isCloseTo(0, EXACT);
    assertThat(structure.upwardFraction()).isEqualTo(1);
    assertThat(structure.departureFromNormality()).isEqualTo(1);
    assertThat(structure.spectralRadius()).isZero();
    assertThat(structure.antisymmetryIndex()).isCloseTo(0, EXACT);
  }

  @Test
  void aRingIsANormalPermutationWithoutDirection() {
    Structure ring = Structure.of(ring(64), true);
    assertThat(ring.departureFromNormality()).isCloseTo(0, HALF_THE_DIGITS);
    assertValues(ring, 1, 0, 64, 64, ring.departureFromNormality(), 1, 0, 8, 1);
  }

  @Test
  void scalingChangesNormAndRadiusOnly() {
    Matrix weights = gaussian(12);
    Structure expected = Structure.of(weights, true);
    for (double factor : new double[] {1e-200, 3, 1e200}) {
      Matrix scaled = weights.copy();
      for (int k = 0; k < 144; k++) scaled.values()[k] *= factor;
      Structure structure = Structure.of(scaled, true);
      assertValues(structure, expected.antisymmetryRatio(), expected.antisymmetryIndex(), expected.participationRatio(),
          expected.effectiveRank(), expected.departureFromNormality(), expected.trophicIncoherence(),
          expected.upwardFraction(), structure.frobeniusNorm(), structure.spectralRadius());
      assertThat(structure.frobeniusNorm() / factor).isCloseTo(expected.frobeniusNorm(), EXACT);
      assertThat(structure.spectralRadius() / factor).isCloseTo(expected.spectralRadius(), EXACT);
    }
  }

  @Test
  void zeroWeightsHaveNoStructureButASize() {
    for (Matrix weights : new Matrix[] {Matrix.zeros(3, 3), Matrix.zeros(0, 0)}) {
      double nan = Double.NaN;
      assertThat(Structure.of(weights, true)).isEqualTo(new Structure(nan, nan, nan, nan, nan, nan, nan, 0, 0));
    }
  }

  @Test
  void oneUnitIsSymmetricWithoutDirection() {
    Structure structure = Structure.of(new Matrix(1, 1, new double[] {-0.75}), true);
    assertThat(structure).isEqualTo(new Structure(0, -1, 1, 1, 0, Double.NaN, Double.NaN, 0.75, 0.75));
    assertThat(Structure.of(new Matrix(1, 1, new double[] {-0.75}), false).frobeniusNorm()).isZero();
  }

  @Test
  void aDivergedWeightMakesEveryMetricNaN() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Matrix weights = gaussian(5);
      weights.set(2, 3, bad);
      Structure structure = Structure.of(weights, true);
      assertThat(Arrays.stream(Metric.values()).mapToDouble(metric -> metric.of(structure))).allMatch(v -> v.isNaN());
    }
  }

  @Test
  void weightsMustBeSquare() {
    assertThatThrownBy(() -> Structure.of(Matrix.zeros(2, 3), true)).hasMessageContaining("2 x 3");
  }

  @Test
  void strongSynapsesAreMeasuredAlone() {
    Matrix weights = gaussian(8), kept = weights.copy();
    boolean[] strong = new boolean[64];
    for (int k = 0; k < 64; k++) {
      strong[k] = Math.abs(weights.values()[k]) > 0.5;
      if (!strong[k]) kept.values()[k] = 0;
    }
    assertThat(Structure.strong(weights, strong)).isEqualTo(Structure.of(kept, true));
    assertThatThrownBy(() -> Structure.strong(weights, new boolean[63])).hasMessageContaining("63");
  }

  @Test
  void differencesAreTakenValueByValue() {
    Structure a = Structure.of(gaussian(7), true), b = Structure.of(gaussian(7), true);
    for (Metric metric : Metric.values()) {
      assertThat(metric.of(a.minus(b))).as(metric.key()).isEqualTo(metric.of(a) - metric.of(b));
      assertThat(Metric.named(metric.key())).isEqualTo(metric);
    }
    assertThatThrownBy(() -> Metric.named("rank")).hasMessageContaining("effective_rank");
  }

  private static Matrix ring(int n) {
    Matrix ring = Matrix.zeros(n, n);
    for (int j = 0; j < n; j++) ring.set((j + 1) % n, j, 1);
    return ring;
  }

  private Matrix gaussian(int n) {
    return RandomReference.matrix(n, random);
  }

  private static void assertValues(Structure structure, double... expected) {
    for (Metric metric : Metric.values()) {
      double value = expected[metric.ordinal()];
      assertThat(metric.of(structure)).as(metric.key()).isCloseTo(value, within(1e-10 * Math.max(1, Math.abs(value))));
    }
  }
}

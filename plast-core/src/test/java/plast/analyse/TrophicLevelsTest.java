package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.math.Matrix;

class TrophicLevelsTest {

  @Test
  void levelsOfAFeedForwardTriangleHaveTheClosedForm() {
    // 0 -> 1, 1 -> 2 and the shortcut 0 -> 2, all of strength 1: h = (-2/3, 0, 2/3), misfits 1/9, 1/9, 1/9.
    TrophicLevels trophic = TrophicLevels.of(new Matrix(3, 3, new double[] {0, 0, 0, -1, 0, 0, 1, 1, 0}));
    assertThat(trophic.levels()).containsExactly(new double[] {-2 / 3.0, 0, 2 / 3.0}, within(1e-14));
    assertThat(trophic.incoherence()).isCloseTo(1 / 9.0, within(1e-14));
    assertThat(trophic.upwardFraction()).isEqualTo(1);
  }

  @Test
  void anUnequalPairPointsUpItsStrongerArc() {
    // Rise r between the two units minimises 3 (r - 1)² + (r + 1)²: r = 1/2, F0 = (3/4 + 9/4) / 4.
    TrophicLevels trophic = TrophicLevels.of(new Matrix(2, 2, new double[] {9, 1, 3, 9}));
    assertThat(trophic.levels()).containsExactly(new double[] {-0.25, 0.25}, within(1e-14));
    assertThat(trophic.incoherence()).isCloseTo(0.75, within(1e-14));
    assertThat(trophic.upwardFraction()).isCloseTo(0.75, within(1e-14));
  }

  @Test
  void partsWithoutAConnectionHaveTheirOwnMean() {
    Matrix weights = Matrix.zeros(5, 5);
    weights.set(3, 0, 2);
    weights.set(1, 2, 0.01);
    TrophicLevels trophic = TrophicLevels.of(weights);
    assertThat(trophic.levels()).containsExactly(new double[] {-0.5, 0.5, -0.5, 0.5, 0}, within(1e-12));
    assertThat(trophic.incoherence()).isCloseTo(0, within(1e-14));
  }

  @Test
  void aVanishingArcDoesNotJoinTwoParts() {
    Matrix weights = Matrix.zeros(4, 4);
    weights.set(1, 0, 1);
    weights.set(3, 2, 1);
    weights.set(2, 1, 1e-17);
    assertThat(TrophicLevels.of(weights).levels()).containsExactly(new double[] {-0.5, 0.5, -0.5, 0.5}, within(1e-12));
  }

  @Test
  void anInfiniteWeightLeavesNoLevels() {
    TrophicLevels trophic = TrophicLevels.of(new Matrix(2, 2, new double[] {0, 1, Double.POSITIVE_INFINITY, 0}));
    assertThat(trophic.levels()).containsOnly(Double.NaN);
    assertThat(trophic.incoherence()).isNaN();
    assertThat(trophic.upwardFraction()).isNaN();
  }
}

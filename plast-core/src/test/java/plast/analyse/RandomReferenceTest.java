package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.math.Seed;

/** The published references of random matrices of 64 units; tolerances are several standard errors of the draws. */
class RandomReferenceTest {
  private static final int UNITS = 64, DRAWS = 12;

  @Test
  void metricsOfRandomMatricesMatchTheReferences() {
    Structure reference = RandomReference.of(UNITS, true, new Seed(1).stream("reference"), DRAWS);
    assertThat(reference.antisymmetryRatio()).isCloseTo(0.98, within(0.02));
    assertThat(reference.antisymmetryIndex()).isCloseTo(-1.0 / UNITS, within(0.02));
    assertThat(reference.participationRatio()).isCloseTo(UNITS / 2.0, within(1.0));
    assertThat(reference.effectiveRank()).isCloseTo(51.3, within(0.3));
    assertThat(reference.departureFromNormality()).isCloseTo(0.71, within(0.01));
    assertThat(reference.trophicIncoherence()).isCloseTo(0.992, within(0.004));
    assertThat(reference.upwardFraction()).isCloseTo(0.540, within(0.01));
    assertThat(reference.frobeniusNorm()).isCloseTo(8, within(0.1));
    assertThat(reference.spectralRadius()).isCloseTo(1, within(0.15));
  }

  @Test
  void withoutAutapsesTheIndexIsZero() {
    Structure reference = RandomReference.of(UNITS, false, new Seed(1).stream("reference"), DRAWS);
    assertThat(reference.antisymmetryIndex()).isCloseTo(0, within(0.02));
  }

  @Test
  void weightDistributionsOfRandomMatricesMatchTheReferences() {
    double valley = 0, ashmanD = 0, deltaBic = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      var matrix = RandomReference.matrix(UNITS, new Seed(1).stream("weights", draw));
      WeightDistribution distribution = WeightDistribution.ofWeights(matrix, true);
      assertThat(distribution.bimodal()).isFalse();
      valley += distribution.valleyDepth() / DRAWS;
      ashmanD += distribution.ashmanD() / DRAWS;
      deltaBic += distribution.deltaBic() / DRAWS;
    }
    assertThat(valley).isCloseTo(0.03, within(0.04));
    assertThat(ashmanD).isCloseTo(1.55, within(0.1));
    assertThat(deltaBic).isCloseTo(1100, within(100.0));
  }

  @Test
  void aReferenceNeedsADraw() {
    assertThatThrownBy(() -> RandomReference.of(UNITS, true, new Seed(1).stream("reference"), 0))
        .hasMessageContaining("64 and 0");
  }
}

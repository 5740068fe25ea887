package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;

class SurrogateTest {
  private final RandomStream random = new Seed(3).stream("surrogate");

  @Test
  void shufflingKeepsTheDiagonalAndTheOtherEntriesAsASet() {
    Matrix weights = Matrix.zeros(9, 9);
    for (int k = 0; k < 81; k++) weights.values()[k] = k;
    Matrix shuffled = Surrogate.shuffled(weights, random);
    assertThat(shuffled.values()).containsExactlyInAnyOrder(weights.values()).isNotEqualTo(weights.values());
    for (int i = 0; i < 9; i++) assertThat(shuffled.get(i, i)).isEqualTo(weights.get(i, i));
  }

  @Test
  void everyEntryCanGoToEveryPlace() {
    Matrix weights = new Matrix(2, 2, new double[] {1, 2, 3, 4});
    int moved = 0;
    for (int draw = 0; draw < 1000; draw++) {
      if (Surrogate.shuffled(weights, random).get(0, 1) == 3) moved++;
    }
    assertThat(moved).isBetween(420, 580);  // five standard deviations
  }

  @Test
  void symmetricWeightsAreMoreSymmetricThanTheirSurrogates() {
    Matrix weights = RandomReference.matrix(20, random);
    Matrix mirror = weights.transpose();
    for (int k = 0; k < 400; k++) weights.values()[k] += mirror.values()[k];
    Structure excess = Surrogate.excess(weights, false, 20, random);
    assertThat(excess.antisymmetryIndex()).isCloseTo(-1, within(0.1));
    assertThat(excess.frobeniusNorm()).isCloseTo(0, within(1e-12));
    assertThat(excess.departureFromNormality()).isLessThan(-0.6);
  }

  @Test
  void independentWeightsHaveNoExcess() {
    Structure excess = Surrogate.excess(RandomReference.matrix(40, random), true, 20, random);
    assertThat(excess.antisymmetryIndex()).isCloseTo(0, within(0.15));
    assertThat(excess.effectiveRank()).isCloseTo(0, within(1.5));
  }

  @Test
  void oneSurrogateIsNeeded() {
    assertThatThrownBy(() -> Surrogate.mean(Matrix.zeros(2, 2), true, 0, random)).hasMessageContaining("got 0");
    assertThat(Surrogate.shuffled(Matrix.zeros(1, 1), random)).isEqualTo(Matrix.zeros(1, 1));
    assertThat(Surrogate.shuffled(Matrix.zeros(0, 0), random)).isEqualTo(Matrix.zeros(0, 0));
  }
}

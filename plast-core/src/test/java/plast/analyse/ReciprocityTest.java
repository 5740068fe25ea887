package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.math.RandomStream;
import plast.math.Seed;

class ReciprocityTest {

  @Test
  void aSinglePairAmongThreeUnitsIsThreeTimesChance() {
    boolean[] strong = new boolean[9];
    strong[1] = strong[3] = true;
    strong[4] = true;  // an autapse does not count
    assertThat(Reciprocity.ofMask(strong, 3)).isCloseTo(3, within(1e-14));
  }

  @Test
  void oneWayArcsHaveNone() {
    boolean[] strong = new boolean[9];
    strong[1] = strong[5] = true;
    assertThat(Reciprocity.ofMask(strong, 3)).isZero();
  }

  @Test
  void aRandomMaskIsNearChance() {
    RandomStream random = new Seed(4).stream("mask");
    boolean[] strong = new boolean[200 * 200];
    for (int k = 0; k < strong.length; k++) strong[k] = random.nextDouble() < 0.2;
    assertThat(Reciprocity.ofMask(strong, 200)).isCloseTo(1, within(0.1));
  }

  @Test
  void nothingStrongIsUndefined() {
    assertThat(Reciprocity.ofMask(new boolean[9], 3)).isNaN();
    assertThatThrownBy(() -> Reciprocity.ofMask(new boolean[8], 3)).hasMessageContaining("9 entries, got 8");
  }
}

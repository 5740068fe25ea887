package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GradientCosineTest {
  private static final boolean[] FIRST_TWO = {true, true, false};

  @Test
  void onlyStrongSynapsesCount() {
    double[] estimate = {3, 4, 100}, reference = {4, 3, -100};
    assertThat(GradientCosine.of(estimate, reference, FIRST_TWO)).isCloseTo(0.96, within(1e-15));
  }

  @Test
  void aZeroGradientOrAnEmptyMaskHasNoDirection() {
    assertThat(GradientCosine.of(new double[3], new double[] {1, 1, 1}, FIRST_TWO)).isNaN();
    assertThat(GradientCosine.of(new double[] {1, 1, 1}, new double[] {1, 1, 1}, new boolean[3])).isNaN();
    assertThatThrownBy(() -> GradientCosine.of(new double[2], new double[3], FIRST_TWO))
        .hasMessageContaining("2, 3 and 3");
  }
}

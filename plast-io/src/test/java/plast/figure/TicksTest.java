package plast.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void linearTicksStandAtRoundSteps() {
    Ticks ticks = Ticks.of(Scale.LINEAR, new Range(0.4, 1), 6);
    assertThat(ticks.labels()).containsExactly("0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0");
  }

  @Test
  void negativeNumbersHaveATrueMinusAndZeroHasNone() {
    Ticks ticks = Ticks.of(Scale.LINEAR, new Range(-0.1, 0.1), 4);
    assertThat(ticks.labels()).containsExactly("−0.10", "−0.05", "0.00", "0.05", "0.10");
  }

  @Test
  void logarithmicTicksFillShortRangesAndThinOutLongOnes() {
    assertThat(Ticks.of(Scale.LOG10, new Range(60, 3300), 7).labels())
        .containsExactly("100", "200", "500", "1000", "2000");
    assertThat(Ticks.of(Scale.LOG10, new Range(1e-6, 1), 7).labels())
        .containsExactly("10⁻⁶", "10⁻⁵", "10⁻⁴", "0.001", "0.01", "0.1", "1");
    assertThat(Ticks.of(Scale.LOG10, new Range(1e-12, 1), 4).positions()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void ticksStayInsideTheRange() {
    for (double low : new double[] {-7, 0, 0.003, 12}) {
      Range range = new Range(low, low + 9.7);
      assertThat(Ticks.of(Scale.LINEAR, range, 5).positions()).hasSizeBetween(2, 9)
          .allSatisfy(tick -> assertThat(range.contains(tick)).isTrue());
    }
  }

  @Test
  void threeSignificantDigitsAreNoLongerThanNeeded() {
    assertThat(Ticks.short3(0)).isEqualTo("0");
    assertThat(Ticks.short3(0.125)).isEqualTo("0.125");
    assertThat(Ticks.short3(3200)).isEqualTo("3200");
    assertThat(Ticks.short3(-0.5)).isEqualTo("−0.5");
    assertThat(Ticks.short3(2e-5)).isEqualTo("2·10⁻⁵");
    assertThat(Ticks.short3(Double.NaN)).isEqualTo("–");
  }
}

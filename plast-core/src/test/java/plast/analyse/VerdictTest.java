package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void aRatioWhollyBelowOneReproducesAClaimOfFewerTrials() {
    assertThat(ofRatio(0.51, 0.37, 0.74)).isEqualTo(Verdict.REPRODUCED);
    assertThat(ofRatio(0.97, 0.95, 0.99)).isEqualTo(Verdict.REPRODUCED);
  }

  @Test
  void anIntervalThatIncludesNoEffectIsNeverReproduced() {
    assertThat(ofRatio(0.5, 0.2, 1.01)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(ofRatio(0.9, 0.8, 1)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(ofRatio(1, 1, 1)).isEqualTo(Verdict.NOT_REPRODUCED);
  }

  @Test
  void aNarrowIntervalAroundNoEffectIsNotReproduced() {
    assertThat(ofRatio(1.0, 0.95, 1.05)).isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(ofRatio(1.2, 0.96, 3)).isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(ofRatio(1.0, 0.9, 1.05)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aRatioWhollyAboveOneIsOpposite() {
    assertThat(ofRatio(1.3, 1.1, 1.5)).isEqualTo(Verdict.OPPOSITE);
  }

  @Test
  void aClaimOfMoreTurnsTheSidesRound() {
    assertThat(Verdict.of(new Interval(0.1, 0.05, 0.15), 0, false, 0.02)).isEqualTo(Verdict.REPRODUCED);
    assertThat(Verdict.of(new Interval(-0.02, -0.03, -0.01), 0, false, 0.02)).isEqualTo(Verdict.OPPOSITE);
    assertThat(Verdict.of(new Interval(0, -0.01, 0.01), 0, false, 0.02)).isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(Verdict.of(new Interval(0, -0.03, 0.03), 0, false, 0.02)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void tooFewSeedsAreInconclusive() {
    assertThat(Verdict.of(Statistics.tMean(new double[] {0.4}, 0.95), 1, true, 0.9)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theSmallestInterestingEffectMustSupportTheClaim() {
    assertThatThrownBy(() -> Verdict.of(new Interval(1, 0.9, 1.1), 1, true, 1.1))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("below 1.0, got 1.1");
  }

  private static Verdict ofRatio(double ratio, double low, double high) {
    return Verdict.of(new Interval(ratio, low, high), 1, true, 0.9);
  }
}

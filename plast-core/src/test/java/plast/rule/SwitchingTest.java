package plast.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwitchingTest {
  @Test
  void aSynapseAtTheThresholdIsStrong() {
    Switching s = Switching.of(Threshold.absolute(0.2), new double[] {0.2, -0.2, 0.1999, 0}, 1);
    assertThat(s.strong()).containsExactly(1, 1, 0, 0);
    assertThat(s.strongCount()).isEqualTo(2);
    assertThat(s.switchedUp() + s.switchedDown()).isZero();
  }

  @Test
  void nothingSwitchesInsideTheHysteresis() {
    Threshold band = new Threshold(Threshold.Unit.ABSOLUTE, 0.2, 0.1);
    Switching s = Switching.of(band, new double[] {0.15, 0.25}, 1);
    assertThat(s.strong()).containsExactly(0, 1);
    s.update(new double[] {0.19, 0.1});
    assertThat(s.strong()).containsExactly(0, 1);
    s.update(new double[] {0.2, 0.0999});
    assertThat(s.strong()).containsExactly(1, 0);
    assertThat(s.switchedUp()).isOne();
    assertThat(s.switchedDown()).isOne();
    assertThat(s.strongCount()).isOne();
  }

  @Test
  void thresholdsComeInThreeUnits() {
    double[] w = {0.1, -0.2, 0.3, -0.4};
    assertThat(Switching.of(Threshold.initialSd(2), w, 0.15).up()).isEqualTo(0.3);
    Switching quantile = Switching.of(new Threshold(Threshold.Unit.QUANTILE, 0.5, 0.25), w, 1);
    assertThat(quantile.up()).isEqualTo(0.3);
    assertThat(quantile.down()).isEqualTo(0.2);
    assertThat(Switching.of(new Threshold(Threshold.Unit.QUANTILE, 1, 1), w, 1).strongCount()).isZero();
    assertThat(Switching.of(new Threshold(Threshold.Unit.QUANTILE, 0, 0), w, 1).strongCount()).isEqualTo(4);
  }
}

package plast.task.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.math.RandomStream;
import plast.math.Seed;

class DurationTest {

  @Test
  void truncatedExponentialHasTheMeanOfItsClosedForm() {
    Duration duration = new Duration.TruncatedExponential(600, 300, 3000);
    RandomStream random = new Seed(1).stream("durations");
    double sum = 0;
    int draws = 20_000;
    for (int n = 0; n < draws; n++) {
      double drawn = duration.draw(random);
      assertThat(drawn >= 300 && drawn <= 3000).isTrue();
      sum += drawn;
    }
    // low + mean - span / (exp(span / mean) - 1), span = high - low
    double wanted = 300 + 600 - 2700 / Math.expm1(2700 / 600.0);
    assertThat(sum / draws).isCloseTo(wanted, within(4 * 570 / Math.sqrt(draws)));
  }

  @Test
  void stepsAreRoundedButNeverVanish() {
    assertThat(Timeline.steps(0, 100)).isZero();
    assertThat(Timeline.steps(83, 80)).isEqualTo(1);
    assertThat(Timeline.steps(20, 100)).isEqualTo(1);
    assertThat(Timeline.steps(750, 100)).isEqualTo(8);
    assertThat(Timeline.steps(1150, 100)).isEqualTo(12);
  }
}

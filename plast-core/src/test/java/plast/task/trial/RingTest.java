package plast.task.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RingTest {

  @Test
  void angularDistanceIsTheShorterWayAround() {
    assertThat(Ring.distance(0.1, 2 * Math.PI - 0.1)).isCloseTo(0.2, within(1e-12));
    assertThat(Ring.distance(-3, 3)).isCloseTo(2 * Math.PI - 6, within(1e-12));
    assertThat(Ring.distance(1, 1 + Math.PI)).isCloseTo(Math.PI, within(1e-12));
  }

  @Test
  void preferredAnglesDivideTheCircle() {
    Ring ring = new Ring(1, 8);
    assertThat(ring.angle(0)).isZero();
    assertThat(ring.angle(2)).isCloseTo(Math.PI / 2, within(1e-12));
    assertThat(ring.angle(7)).isCloseTo(7 * Math.PI / 4, within(1e-12));
  }
}

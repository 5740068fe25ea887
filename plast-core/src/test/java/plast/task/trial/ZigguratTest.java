package plast.task.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.math.RandomStream;
import plast.math.Seed;

class ZigguratTest {
  private static final int DRAWS = 400_000;

  @Test
  void momentsAreThoseOfTheStandardNormal() {
    RandomStream random = new Seed(3).stream("normal");
    double[] moment = new double[5];
    for (int n = 0; n < DRAWS; n++) {
      double x = Ziggurat.next(random), power = 1;
      for (int k = 1; k <= 4; k++) moment[k] += power *= x;
    }
    // four standard deviations of the sample moments: 4 sqrt(1, 2, 15, 96) / sqrt(n)
    assertThat(moment[1] / DRAWS).isCloseTo(0, within(0.0063));
    assertThat(moment[2] / DRAWS).isCloseTo(1, within(0.0089));
    assertThat(moment[3] / DRAWS).isCloseTo(0, within(0.0245));
    assertThat(moment[4] / DRAWS).isCloseTo(3, within(0.062));
  }

  @Test
  void sharesBeyondOneTwoThreeAndTheLastEdgeAreThoseOfTheStandardNormal() {
    RandomStream random = new Seed(4).stream("normal");
    double[] edge = {0.5, 1, 2, 3, 3.6541528853610088};
    double[] share = {0.6170751, 0.3173105, 0.0455003, 0.0026998, 0.00025803};
    int[] beyond = new int[edge.length];
    for (int n = 0; n < DRAWS; n++) {
      double x = Math.abs(Ziggurat.next(random));
      for (int k = 0; k < edge.length; k++) if (x > edge[k]) beyond[k]++;
    }
    for (int k = 0; k < edge.length; k++) {
      double four = 4 * Math.sqrt(share[k] * (1 - share[k]) / DRAWS);
      assertThat(beyond[k] / (double) DRAWS).isCloseTo(share[k], within(four));
    }
  }
}

package plast.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  /** The known answers published with the generator. */
  @Test
  void philoxGivesItsKnownAnswers() {
    int[] words = new int[4];
    Philox.block(0, 0, 0, 0, 0, words);
    assertThat(words).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    Philox.block(-1, -1, -1, -1, -1L, words);
    assertThat(words).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    Philox.block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0x299f31d0_a4093822L, words);
    assertThat(words).containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  @Test
  void equalNamesGiveEqualStreamsAndOtherNamesOthers() {
    Seed seed = new Seed(42);
    assertThat(seed.stream("a").nextLong()).isEqualTo(seed.stream("a").nextLong());
    Set<Long> firsts = new HashSet<>();
    for (int k = 0; k < 1000; k++) {
      firsts.add(seed.stream("a", k).nextLong());
      firsts.add(seed.stream("b" + k).nextLong());
      firsts.add(seed.child("c", k).stream("a").nextLong());
    }
    assertThat(firsts).hasSize(3000);
  }

  @Test
  void uniformsAndGaussiansHaveTheirMoments() {
    RandomStream random = new Seed(1).stream("moments");
    int n = 200_000;
    double u = 0, g = 0, g2 = 0, g4 = 0;
    for (int k = 0; k < n; k++) {
      u += random.nextDouble();
      double z = random.nextGaussian();
      g += z;
      g2 += z * z;
      g4 += z * z * z * z;
    }
    // Five standard errors each.
    assertThat(u / n).isCloseTo(0.5, within(5 * 0.2887 / Math.sqrt(n)));
    assertThat(g / n).isCloseTo(0, within(5 / Math.sqrt(n)));
    assertThat(g2 / n).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
    assertThat(g4 / n).isCloseTo(3, within(5 * Math.sqrt(96.0 / n)));
  }

  @Test
  void permutationsHoldEveryNumberOnce() {
    assertThat(new Seed(9).stream("p").permutation(100)).doesNotHaveDuplicates().hasSize(100);
  }

  @Test
  void blocksOfGaussiansFollowThePublishedGeneratorAndTheNormalLaw() {
    int n = 400_000;
    float[] z = new float[n];
    new GaussianBlock().fill(new Seed(3).stream("bulk"), z, n);
    double[] moment = new double[5];
    double lag = 0, inside = 0;
    for (int k = 0; k < n; k++) {
      double power = 1;
      for (int m = 1; m <= 4; m++) moment[m] += (power *= z[k]) / n;
      if (k > 0) lag += z[k] * z[k - 1] / n;
      if (Math.abs(z[k]) < 1) inside += 1.0 / n;
    }
    // Five standard errors each.
    assertThat(moment[1]).isCloseTo(0, within(5 / Math.sqrt(n)));
    assertThat(moment[2]).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
    assertThat(moment[3]).isCloseTo(0, within(5 * Math.sqrt(15.0 / n)));
    assertThat(moment[4]).isCloseTo(3, within(5 * Math.sqrt(96.0 / n)));
    assertThat(lag).isCloseTo(0, within(5 / Math.sqrt(n)));
    assertThat(inside).isCloseTo(0.682689, within(5 * Math.sqrt(0.6827 * 0.3173 / n)));

    RandomStream stream = new Seed(3).stream("bulk", 7);
    float[] once = new float[300], again = new float[300];
    new GaussianBlock().fill(stream, once, 300);
    int[] words = new int[4];
    Philox.block(5, 1 << 30, 7, 0, stream.key(), words); // counter 2^62 + 5
    double u = ((words[0] >>> 8) + 1) * 0x1p-24, v = (words[1] >>> 8) * 0x1p-24 - 0.5, s = 1 - 2 * (words[0] & 1);
    assertThat(once[5]).isCloseTo((float) (s * Math.sqrt(-2 * Math.log(u)) * Math.cos(Math.PI * v)), within(2e-5f));
    assertThat(once[133]).isCloseTo((float) (s * Math.sqrt(-2 * Math.log(u)) * Math.sin(Math.PI * v)), within(2e-5f));
    new GaussianBlock().fill(stream, again, 300);
    assertThat(again).isNotEqualTo(once);
  }
}

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
}

package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.math.RandomStream;
import plast.math.Seed;

class DecodingTest {
  private static final int TRIALS = 4000;

  private static boolean[] classes() {
    boolean[] second = new boolean[TRIALS];
    RandomStream random = new Seed(1).stream("classes");
    for (int k = 0; k < TRIALS; k++) second[k] = random.nextBoolean();
    return second;
  }

  /** Two Gaussian features, means 0 and {@code shift}, the second on a scale of 1000 that says nothing. */
  private static double[] features(boolean[] second, double shift) {
    RandomStream random = new Seed(2).stream("features");
    double[] features = new double[3 * TRIALS];
    for (int k = 0; k < TRIALS; k++) {
      features[3 * k] = random.nextGaussian() + (second[k] ? shift : 0);
      features[3 * k + 1] = 1000 * random.nextGaussian();
      features[3 * k + 2] = 7;
    }
    return features;
  }

  @Test
  void separateClassesAreDecodedWithoutError() {
    assertThat(Decoding.accuracy(features(classes(), 40), classes())).isEqualTo(1);
  }

  /** The error of the best decoder of two Gaussians d apart is Φ(−d/2); 0.1587 at d = 2. */
  @Test
  void overlappingClassesAreDecodedAsOftenAsTheoryAllows() {
    assertThat(Decoding.accuracy(features(classes(), 2), classes())).isEqualTo(1 - 0.1587, within(0.02));
  }

  @Test
  void noiseIsDecodedAtChance() {
    assertThat(Decoding.accuracy(features(classes(), 0), classes())).isEqualTo(0.5, within(0.03));
    assertThat(Decoding.accuracy(new double[2 * TRIALS], classes())).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void oneClassAloneCannotBeTold() {
    assertThat(Decoding.accuracy(new double[] {1, 2, 3, 4}, new boolean[4])).isNaN();
  }

  @Test
  void featuresMustComeInRows() {
    assertThatIllegalArgumentException().isThrownBy(() -> Decoding.accuracy(new double[5], new boolean[2]))
        .withMessageContaining("5 features");
  }
}

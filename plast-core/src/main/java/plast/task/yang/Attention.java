package plast.task.yang;

import java.util.Arrays;
import plast.math.RandomStream;

/** Which modalities show the two stimuli of a decision, and which of them counts. */
enum Attention {
  FIRST_ALONE("", "1", "in modality 1"),
  SECOND_ALONE("", "2", "in modality 2"),
  FIRST_OF_TWO("context", "1", "in modality 1 of two"),
  SECOND_OF_TWO("context", "2", "in modality 2 of two"),
  BOTH("multi", "", "in both modalities together");

  private final String prefix;
  private final String suffix;
  private final String where;

  Attention(String prefix, String suffix, String where) {
    this.prefix = prefix;
    this.suffix = suffix;
    this.where = where;
  }

  String rule(String decision) {
    return prefix + decision + suffix;
  }

  String where() {
    return where;
  }

  /**
   * Draws the strengths of both stimuli: mean U(0.8, 1.2) plus or minus a coherence. When both modalities count, each
   * stimulus is split unevenly between them: s ± s · U(0.2, 0.8) / 2.
   *
   * @param strength (stimulus, modality), 2 x 2; modified
   * @return whether the first stimulus is the one to choose
   */
  boolean draw(double[] coherences, double[] strength, RandomStream random) {
    return switch (this) {
      case FIRST_ALONE, SECOND_ALONE -> {
        Arrays.fill(strength, 0);
        yield pair(coherences, strength, this == FIRST_ALONE ? 0 : 1, random);
      }
      case FIRST_OF_TWO, SECOND_OF_TWO -> {
        boolean inFirst = pair(coherences, strength, 0, random), inSecond = pair(coherences, strength, 1, random);
        yield this == FIRST_OF_TWO ? inFirst : inSecond;
      }
      case BOTH -> {
        boolean first = pair(coherences, strength, 0, random);
        for (int stimulus = 0; stimulus < 2; stimulus++) {
          double mean = strength[2 * stimulus];
          double difference = mean * random.uniform(0.2, 0.8) * (random.nextBoolean() ? 1 : -1);
          strength[2 * stimulus] = mean + difference / 2;
          strength[2 * stimulus + 1] = mean - difference / 2;
        }
        yield first;
      }
    };
  }

  private static boolean pair(double[] coherences, double[] strength, int modality, RandomStream random) {
    double mean = random.uniform(0.8, 1.2);
    double coherence = coherences[random.nextInt(coherences.length)];
    boolean first = random.nextBoolean();
    strength[modality] = mean + (first ? coherence : -coherence);
    strength[2 + modality] = mean - (first ? coherence : -coherence);
    return first;
  }
}

package plast.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KEYS =
      List.of("units", "learning-rate", "batch", "activation", "tau", "recurrent", "threshold", "seed", "seeds");

  @ParameterizedTest
  @CsvSource({"unitz, units", "unit, units", "lerning_rate, learning-rate", "LearningRate, learning-rate",
      "btach, batch", "activ, activation", "tua, tau", "sed, seed", "recurent, recurrent"})
  void misspeltNamesFindTheirNeighbour(String given, String expected) {
    assertThat(Nearest.of(given, KEYS)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"banana", "x", "''", "rate", "un"})
  void strangersFindNone(String given) {
    assertThat(Nearest.of(given, KEYS)).isEmpty();
  }

  @Test
  void distanceCountsSwapsOnce() {
    assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void unknownNamesWithoutNeighbourListWhatThereIs() {
    Problem.Named given = new Problem.Named("task", "zzzzzz", List.of("dms", "pwm"));
    Problem problem = Problem.unknown(new Position(3, 1), "task", given);
    assertThat(problem.describe("f")).isEqualTo("f:3:1: task: unknown task 'zzzzzz' (try: one of dms, pwm)");
  }
}

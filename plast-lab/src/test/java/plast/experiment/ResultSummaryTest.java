package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plast.io.NpyArray;
import plast.io.Npz;
import plast.learn.Outcome;

class ResultSummaryTest {
  @TempDir
  Path folder;

  private ResultSummary summary(String json) throws IOException {
    return ResultSummary.read(Files.writeString(folder.resolve("bp__1.json"), json));
  }

  @Test
  void absentNumbersAreThoseOfANetworkThatNeverSolvedTheTask() throws IOException {
    ResultSummary capped = summary("""
        {"state": "capped", "trialsToCriterion": null, "trials": 640, "strongFraction": null, "notices": ["a"]}""");
    assertThat(capped.state()).isEqualTo(Outcome.State.CAPPED);
    assertThat(capped.trialsToCriterion()).isEmpty();
    assertThat(capped.trials()).isEqualTo(640);
    assertThat(capped.strongFraction()).isNaN();
    assertThat(capped.notices()).containsExactly("a");
  }

  @Test
  void whatIsMissingOrWrongIsNamedWithItsFile() throws IOException {
    ResultSummary damaged = summary("{\"trials\": \"many\"}");
    assertThatThrownBy(damaged::state).isInstanceOf(IOException.class)
        .hasMessageContaining("bp__1.json: it has no 'state'");
    assertThatThrownBy(damaged::trials).isInstanceOf(IOException.class)
        .hasMessageContaining("its 'trials' is 'many'");
  }

  @Test
  void arraysThatLackOneAreRefusedByName() throws IOException {
    Path arrays = folder.resolve("bp__1.npz");
    Npz.write(arrays, Map.of("initial_at", NpyArray.of(new long[] {0, 0})));
    ResultSummary summary = summary("{\"state\": \"capped\", \"notices\": []}");
    assertThatThrownBy(() -> OutcomeFile.read(arrays, summary)).isInstanceOf(IOException.class)
        .hasMessageContaining("bp__1.npz: it has no array 'evaluations', only initial_at");
  }
}

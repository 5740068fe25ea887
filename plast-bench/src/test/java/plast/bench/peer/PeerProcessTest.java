package plast.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerProcessTest {
  @Test
  void repliesAreReadAsNumbers() {
    assertThat(PeerProcess.numbers("times 1.5 2 0.25", "times")).containsExactly(1.5, 2, 0.25);
  }

  @Test
  void anUnexpectedReplyIsQuoted() {
    assertThatThrownBy(() -> PeerProcess.numbers("hello 1", "times"))
        .isInstanceOf(PeerFailure.class).hasMessageContaining("'hello 1'");
    assertThatThrownBy(() -> PeerProcess.numbers("times", "times")).isInstanceOf(PeerFailure.class);
  }

  @Test
  void thePeerRunsOnOneThreadWithoutTheVariablesThatSlowIt() {
    assertThat(prepared(PeerProcess.Environment.CLEANED)).isEqualTo(Map.of("OMP_NUM_THREADS", "1", "HOME", "h"));
  }

  @Test
  void anInheritedEnvironmentKeepsThem() {
    assertThat(prepared(PeerProcess.Environment.INHERITED))
        .containsEntry("OPENBLAS_CORETYPE", "Haswell").containsEntry("OMP_NUM_THREADS", "1");
  }

  private static Map<String, String> prepared(PeerProcess.Environment environment) {
    Map<String, String> variables =
        new HashMap<>(Map.of("OPENBLAS_CORETYPE", "Haswell", "OPENBLAS_L2_SIZE", "512", "HOME", "h"));
    PeerProcess.prepare(variables, environment);
    return variables;
  }
}

package plast.task.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  @Test
  void nearestNameHasTheFewestChangedLetters() {
    List<String> names = List.of("sample", "delay", "response", "criterion");
    assertThat(NearestName.of("dely", names)).isEqualTo("delay");
    assertThat(NearestName.of("Respnse", names)).isEqualTo("response");
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
  }
}

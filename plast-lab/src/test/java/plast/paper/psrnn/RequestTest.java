package plast.paper.psrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RequestTest {

  @Test
  void wordsReadBackAsTheSameRequest() {
    Request request = new Request(
        EnumSet.of(Part.ATLAS), true, Optional.of("cdm-short"), OptionalInt.of(3), OptionalInt.of(640));
    assertThat(RequestWords.parse(request.words())).isEqualTo(request);
    Request plain = Request.of(EnumSet.allOf(Part.class), false);
    assertThat(RequestWords.parse(plain.words())).isEqualTo(plain);
  }

  @Test
  void anUnknownTaskNamesTheKnownOnes() {
    assertThatThrownBy(() -> new Request(
        EnumSet.of(Part.REFERENCE), false, Optional.of("dmz"), OptionalInt.empty(), OptionalInt.empty()))
        .hasMessage("the study has no task 'dmz'; its tasks are dms, pwm, cdm, ff3");
  }

  @Test
  void oneSeedIsNoComparison() {
    assertThatThrownBy(() -> new Request(
        EnumSet.of(Part.REFERENCE), false, Optional.empty(), OptionalInt.of(1), OptionalInt.empty()))
        .hasMessageContaining("at least 2 seeds, got 1");
  }

  @Test
  void aTaskAloneTrainsThatTaskAlone() {
    Request request = new Request(
        EnumSet.allOf(Part.class), false, Optional.of("pwm"), OptionalInt.empty(), OptionalInt.empty());
    assertThat(Stages.stages(request)).extracting(Stage::name).containsExactly("pwm");
  }
}

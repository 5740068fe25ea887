package plast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimesTest {
  @Test
  void medianAndMinimumRunOverAllBlocks() {
    assertThat(StepTimes.of(List.of(new double[] {5, 1}, new double[] {3}))).isEqualTo(new StepTimes(3, 1));
  }

  @Test
  void medianOfAnEvenCountIsTheMeanOfTheMiddleTwo() {
    assertThat(StepTimes.of(List.of(new double[] {8, 2, 4, 3}))).isEqualTo(new StepTimes(3.5, 2));
  }
}

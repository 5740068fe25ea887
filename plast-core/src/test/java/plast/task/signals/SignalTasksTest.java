package plast.task.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plast.task.Batches.draw;
import static plast.task.Batches.input;
import static plast.task.Batches.target;
import static plast.task.Batches.task;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import plast.task.Batch;
import plast.task.Score;
import plast.task.Task;

class SignalTasksTest {

  @Test
  void sineHasTheFrequencyOfItsInput() {
    Batch batch = draw(task("sine"), 10, 0);
    assertThat(batch.steps()).isEqualTo(75);
    for (int b = 0; b < 10; b++) {
      double frequency = 1 + 2 * input(batch, 7, b, 0);
      for (int t = 0; t < 75; t++) {
        double wanted = Math.sin(2 * Math.PI * frequency * 0.02 * t);
        assertThat(target(batch, t, b, 0)).isCloseTo((float) wanted, within(1e-5f));
      }
    }
  }

  @Test
  void halfTheAmplitudeExplainsThreeQuarters() {
    Task task = task("sine");
    Batch batch = draw(task, 200, 0);
    float[] output = batch.target().clone();
    double mean = 0;
    for (float y : output) mean += y / output.length;
    for (int k = 0; k < output.length; k++) output[k] = (float) (mean + 0.5 * (output[k] - mean));
    assertThat(task.score(batch, output).performance()).isCloseTo(0.75, within(1e-6));
    Arrays.fill(output, 7);
    assertThat(task.score(batch, output).performance()).isZero();
  }

  @Test
  void frequenciesBeyondHalfTheSamplingRateAreRefused() {
    assertThatThrownBy(() -> task("sine", "frequencies", new double[] {1, 30})).hasMessageContaining("25.0 Hz");
    assertThatThrownBy(() -> task("sine", "frequencies", new double[] {3, 1})).hasMessageContaining("lower one first");
  }

  @Test
  void rampReachesOneAfterTheMeasuredInterval() {
    double[] interval = {600, 600};
    Task task = task("rsg", "interval", interval, "noiseSd", 0);
    Batch batch = draw(task, 1, 0);
    // 20 ms steps: fixation 5, interval 30, ramp 30 and half as much again
    assertThat(input(batch, 5, 0, 0)).isEqualTo(1);
    assertThat(input(batch, 35, 0, 1)).isEqualTo(1);
    assertThat(target(batch, 34, 0, 0)).isZero();
    assertThat(target(batch, 50, 0, 0)).isCloseTo(0.5f, within(1e-6f));
    assertThat(target(batch, 65, 0, 0)).isEqualTo(1);
    assertThat(batch.steps()).isEqualTo(35 + 45 + 1);
  }

  @Test
  void rampIsRightWhenItCrossesWithinATenthAndAStep() {
    Task task = task("rsg", "interval", new double[] {600, 600});
    Batch batch = draw(task, 1, 0);
    for (int crossing = 55; crossing < 76; crossing++) {
      float[] output = new float[batch.target().length];
      for (int t = crossing; t < batch.steps(); t++) output[t] = 1;
      Score score = task.score(batch, output);
      assertThat(score.correct()).isEqualTo(Math.abs(crossing - 65) <= 4 ? 1 : 0);
    }
  }
}

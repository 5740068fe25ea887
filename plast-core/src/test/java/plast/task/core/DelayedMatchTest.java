package plast.task.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plast.task.Batches.draw;
import static plast.task.Batches.input;
import static plast.task.Batches.mask;
import static plast.task.Batches.options;
import static plast.task.Batches.period;
import static plast.task.Batches.target;
import static plast.task.Batches.task;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plast.task.Batch;
import plast.task.Score;
import plast.task.Task;
import plast.task.Tasks;

class DelayedMatchTest {

  @Test
  void periodsHaveTheirLengthsInSteps() {
    Batch batch = draw(task("dms"), 4, 0);
    assertThat(period(batch, "fixation").to()).isEqualTo(5);
    assertThat(period(batch, "sample").to()).isEqualTo(15);
    int delay = period(batch, "delay").to() - period(batch, "delay").from();
    assertThat(delay).isBetween(20, 40);
    assertThat(batch.steps()).isEqualTo(5 + 10 + delay + 10 + 10);
  }

  @Test
  void aBatchSharesItsDelayAndBatchesDiffer() {
    TreeSet<Integer> steps = new TreeSet<>();
    for (int n = 0; n < 300; n++) steps.add(draw(task("dms"), 1, n).steps());
    assertThat(steps.first()).isEqualTo(55);
    assertThat(steps.last()).isEqualTo(75);
    assertThat(steps).hasSize(21);
  }

  @Test
  void maskIsOneThenZeroForSixtyMillisecondsThenFive() {
    Batch batch = draw(task("dms"), 3, 1);
    int response = period(batch, "response").from();
    for (int b = 0; b < 3; b++) {
      for (int t = 0; t < batch.steps(); t++) {
        assertThat(mask(batch, t, b)).isEqualTo(t < response ? 1 : t < response + 3 ? 0 : 5);
      }
      assertThat(batch.trial()[b].from()).isEqualTo(response + 3);
      assertThat(batch.trial()[b].to()).isEqualTo(batch.steps());
    }
  }

  @Test
  void withoutNoiseTheAnswerFollowsFromTheStimuli() {
    Batch batch = draw(task("dms", "noise", 0), 50, 2);
    int sample = period(batch, "sample").from(), test = period(batch, "test").from();
    int response = period(batch, "response").from();
    for (int b = 0; b < 50; b++) {
      int first = input(batch, sample, b, 1) == 1 ? 1 : 2, second = input(batch, test, b, 1) == 1 ? 1 : 2;
      assertThat(input(batch, sample, b, 3 - first)).isZero();
      int answer = first == second ? 1 : 2;
      assertThat(batch.trial()[b].answer()).isEqualTo(answer);
      for (int t = 0; t < batch.steps(); t++) {
        assertThat(input(batch, t, b, 0)).isEqualTo(t < response ? 1 : 0);
        assertThat(target(batch, t, b, t < response ? 0 : answer)).isEqualTo(1);
      }
    }
  }

  @Test
  void halfOfTheTrialsMatch() {
    Batch batch = draw(task("dms"), 4000, 3);
    long matches = Arrays.stream(batch.trial()).filter(trial -> trial.answer() == 1).count();
    // 4000 coin tosses: four standard deviations are 0.032
    assertThat(matches / 4000.0).isCloseTo(0.5, within(0.032));
    Batch always = draw(task("dms", "matchProbability", 1), 100, 3);
    assertThat(always.trial()).allMatch(trial -> trial.answer() == 1);
  }

  @Test
  void everyChannelHasTheNoiseOfTheScaledOption() {
    // 0.3 * 0.1 * sqrt(2 * 100 / 20)
    assertThat(noiseSd(task("dms"))).isCloseTo(0.0948683, within(0.001));
    assertThat(noiseSd(Tasks.named("dms").with(options(), 10, 100))).isCloseTo(0.1341641, within(0.001));
    assertThat(noiseSd(task("dms-short"))).isCloseTo(0.1, within(0.001));
    assertThat(noiseSd(task("pwm"))).isCloseTo(0.0474342, within(0.001));
  }

  /** The spread of all channels in the fixation period around their noise-free values. */
  private static double noiseSd(Task task) {
    double sum = 0;
    int count = 0;
    Batch batch = draw(task, 2000 * task.inputs(), 4);
    for (int t = 0; t < period(batch, "fixation").to(); t++) {
      for (int b = 0; b < batch.trials(); b++) {
        for (int k = 0; k < batch.inputs(); k++) {
          double noise = input(batch, t, b, k) - (k == 0 ? 1 : 0);
          sum += noise * noise;
          count++;
        }
      }
    }
    return Math.sqrt(sum / count);
  }

  @Test
  void shortTaskHasTheStepsOfTheAtlas() {
    int[] counts = new int[16];
    for (int n = 0; n < 1000; n++) {
      Batch batch = draw(task("dms-short"), 1, n);
      counts[batch.steps()]++;
      assertThat(mask(batch, batch.steps() - 2, 0)).isEqualTo(5);
      assertThat(mask(batch, batch.steps() - 3, 0)).isEqualTo(1);
    }
    // delays of 4 to 8 steps, each two times in ten: four standard deviations are 51
    for (int delay = 4; delay <= 8; delay++) assertThat(counts[7 + delay]).isBetween(149, 251);
  }

  @Test
  void choiceIsTheLargestMeanAfterTheGraceTime() {
    Task task = task("dms");
    Batch batch = draw(task, 1, 5);
    int answer = batch.trial()[0].answer(), other = 3 - answer, from = batch.trial()[0].from();
    float[] output = new float[batch.target().length];
    for (int t = 0; t < batch.steps(); t++) output[batch.targetIndex(t, 0, 0)] = 9;
    for (int t = from - 3; t < from; t++) output[batch.targetIndex(t, 0, other)] = 100;
    output[batch.targetIndex(from, 0, answer)] = 3;
    output[batch.targetIndex(from + 1, 0, other)] = 2;
    assertThat(task.score(batch, output)).isEqualTo(new Score(1, 1, 1));
    output[batch.targetIndex(from + 2, 0, other)] = 2;
    assertThat(task.score(batch, output)).isEqualTo(new Score(0, 0, 1));
  }

  @Test
  void strictScoreAsksForFixationInEveryStepBeforeTheResponse() {
    Task task = task("dms");
    Batch batch = draw(task, 1, 6);
    float[] output = batch.target().clone();
    output[batch.targetIndex(2, 0, 1)] = 2;
    assertThat(task.score(batch, output)).isEqualTo(new Score(1, 0, 1));
  }

  @Test
  void graceThatLeavesNothingToScoreIsRefused() {
    assertThatThrownBy(() -> task("dms", "grace", 200))
        .hasMessageContaining("grace").hasMessageContaining("200").hasMessageContaining("response");
    assertThatThrownBy(() -> task("dms", "response", 0)).hasMessageContaining("response");
  }

  @Test
  void wrongOptionsAreExplained() {
    assertThatThrownBy(() -> task("dms", "delay", new double[] {800, 400}))
        .hasMessage("task dms: option delay is [800.0, 400.0], it must be low <= high");
    assertThatThrownBy(() -> task("dms", "delay", 400)).hasMessageContaining("two durations");
    assertThatThrownBy(() -> task("dms", "sample", -20)).hasMessageContaining("sample is -20.0");
    assertThatThrownBy(() -> task("dms", "noiseSd", -0.5)).hasMessageContaining("noiseSd is -0.5");
    assertThatThrownBy(() -> task("dms", "perTrialTiming", 2)).hasMessageContaining("0 or 1");
    assertThatThrownBy(() -> Tasks.named("dms").with(options(), 0, 100)).hasMessageContaining("dt is 0.0");
    assertThatThrownBy(() -> Tasks.named("dms").with(options(), 20, Double.NaN)).hasMessageContaining("tau");
  }

  @Test
  void durationsPerTrialDifferInsideABatch() {
    Batch batch = draw(task("dms", "perTrialTiming", 1), 40, 7);
    TreeSet<Integer> ends = new TreeSet<>();
    for (Batch.Trial trial : batch.trial()) ends.add(trial.to());
    assertThat(ends.size()).isGreaterThan(8);
    assertThat(ends.last()).isEqualTo(batch.steps());
  }
}

package plast.task.neurogym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plast.task.Batches.draw;
import static plast.task.Batches.input;
import static plast.task.Batches.period;
import static plast.task.Batches.target;
import static plast.task.Batches.task;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Score;
import plast.task.Task;

class NeurogymTasksTest {

  @Test
  void matchToSampleHasThePeriodsAndRingOfTheOriginal() {
    Batch batch = draw(task("delay-match-sample", "sigma", 0), 60, 0);
    assertThat(batch.steps()).isEqualTo(3 + 5 + 10 + 5 + 9);
    for (int b = 0; b < 60; b++) {
      float[] sample = {input(batch, 4, b, 1), input(batch, 4, b, 2)};
      float[] test = {input(batch, 20, b, 1), input(batch, 20, b, 2)};
      assertThat(sample[0] + sample[1]).isCloseTo(1, within(1e-6f));
      assertThat(Math.max(sample[0], sample[1])).isCloseTo(1, within(1e-6f));
      boolean match = Math.abs(sample[0] - test[0]) < 0.5;
      assertThat(batch.trial()[b]).isEqualTo(new Trial(match ? 1 : 2, 23, 32, 23));
    }
  }

  @Test
  void stimulusNoiseScalesWithTheStepAndStaysInTheStimulus() {
    Batch batch = draw(task("delay-match-sample"), 3000, 0);
    double sum = 0;
    for (int b = 0; b < 3000; b++) {
      assertThat(input(batch, 0, b, 1)).isZero();
      assertThat(input(batch, 4, b, 0)).isEqualTo(1);
      double noise = input(batch, 4, b, 1) - Math.rint(input(batch, 4, b, 1));
      sum += noise * noise;
    }
    // 1 / sqrt(100 ms); four standard deviations of the sd of 3000 draws are 0.0052
    assertThat(Math.sqrt(sum / 3000)).isCloseTo(0.1, within(0.0052));
  }

  @Test
  void firstActionOfTheResponseDecides() {
    Task task = task("delay-match-sample");
    Batch batch = draw(task, 1, 1);
    int answer = batch.trial()[0].answer(), other = 3 - answer;
    float[] output = new float[batch.target().length];
    assertThat(task.score(batch, output)).isEqualTo(new Score(0, 0, 1));
    output[batch.targetIndex(26, 0, answer)] = 1;
    output[batch.targetIndex(27, 0, other)] = 5;
    assertThat(task.score(batch, output)).isEqualTo(new Score(1, 1, 1));
    output[batch.targetIndex(10, 0, other)] = 1;
    assertThat(task.score(batch, output)).isEqualTo(new Score(1, 0, 1));
    output[batch.targetIndex(24, 0, other)] = 1;
    assertThat(task.score(batch, output)).isEqualTo(new Score(0, 0, 1));
  }

  @Test
  void categoryIsTheHalfCircle() {
    Batch batch = draw(task("delay-match-category", "sigma", 0, "ring", 4), 100, 0);
    int sample = period(batch, "sample").from(), test = period(batch, "test").from();
    for (int b = 0; b < 100; b++) {
      // channel 2 of the ring prefers π/2: above one half in the upper half circle
      boolean same = input(batch, sample, b, 2) > 0.5 == input(batch, test, b, 2) > 0.5;
      assertThat(batch.trial()[b].answer()).isEqualTo(same ? 1 : 2);
      assertThat(input(batch, test, b, 0)).isZero();
      assertThat(input(batch, test - 1, b, 0)).isEqualTo(1);
    }
  }

  @Test
  void distractorTaskWantsTheMatchingTestAndNothingBefore() {
    Task task = task("delay-match-sample-distractor-1d");
    Batch batch = draw(task, 50, 0);
    assertThat(batch.steps()).isEqualTo(3 + 5 + 3 * 15);
    for (int b = 0; b < 50; b++) {
      int matching = (int) batch.trial()[b].value();
      for (int test = 18; test < 53; test += 15) {
        boolean same = true;
        for (int k = 1; k <= 32; k++) same &= input(batch, 4, b, k) == input(batch, test, b, k);
        assertThat(same).isEqualTo(test == matching);
      }
    }
    float[] eager = new float[batch.target().length];
    for (int k = 1; k < eager.length; k += 2) eager[k] = 1;
    assertThat(task.score(batch, eager).correct()).isZero();
  }

  @Test
  void pairedAssociationGoesForEvenDifferences() {
    Batch batch = draw(task("delay-paired-association"), 80, 0);
    for (int b = 0; b < 80; b++) {
      int first = input(batch, 0, b, 1) == 1 ? 1 : 2, second = input(batch, 20, b, 3) == 1 ? 3 : 4;
      assertThat(input(batch, 0, b, first)).isEqualTo(1);
      assertThat(input(batch, 20, b, second)).isEqualTo(1);
      assertThat(batch.trial()[b].answer()).isEqualTo((second - first) % 2 == 0 ? 1 : 0);
    }
  }

  @Test
  void dualMatchScoresBothDecisions() {
    Task task = task("dual-delay-match-sample", "sigma", 0);
    Batch batch = draw(task, 100, 0);
    for (int b = 0; b < 100; b++) {
      int cued = input(batch, 15, b, 5) == 1 ? 0 : 1;
      assertThat(input(batch, 30, b, 6 - cued)).isEqualTo(1);
      int first = 1 + 2 * cued, second = 1 + 2 * (1 - cued);
      assertThat(target(batch, 20, b, input(batch, 5, b, first) == input(batch, 20, b, first) ? 1 : 2)).isEqualTo(1);
      assertThat(target(batch, 35, b, input(batch, 5, b, second) == input(batch, 35, b, second) ? 1 : 2)).isEqualTo(1);
    }
    float[] onlyFirst = batch.target().clone();
    for (int t = 35; t < 40; t++) {
      for (int b = 0; b < 100; b++) {
        for (int o = 0; o < 3; o++) onlyFirst[batch.targetIndex(t, b, o)] = o == 0 ? 1 : 0;
      }
    }
    assertThat(task.score(batch, onlyFirst)).isEqualTo(new Score(100, 100, 200));
  }

  @Test
  void intervalsAreNeverEqualAndTheLongerOneWins() {
    Batch batch = draw(task("interval-discrimination"), 200, 0);
    for (int b = 0; b < 200; b++) {
      int first = 0, second = 0;
      for (int t = 0; t < batch.steps(); t++) {
        first += (int) input(batch, t, b, 1);
        second += (int) input(batch, t, b, 2);
      }
      assertThat(first).isNotEqualTo(second).isBetween(4, 8);
      assertThat(batch.trial()[b].answer()).isEqualTo(first > second ? 1 : 2);
    }
    double[] always = {400, 400};
    assertThatThrownBy(() -> task("interval-discrimination", "stim1", always, "stim2", always))
        .hasMessageContaining("stim1");
  }

  @Test
  void readySetGoToleratesAFifthOfTheIntervalPlusTwentyFiveMilliseconds() {
    double[] interval = {1200, 1200};
    Task task = task("ready-set-go", "measure", interval);
    Batch batch = draw(task, 1, 0);
    // 80 ms steps: fixation 1, measure 15 from the ready pulse on, set 1, production 30
    assertThat(batch.steps()).isEqualTo(1 + 15 + 1 + 30);
    assertThat(input(batch, 1, 0, 1)).isEqualTo(1);
    assertThat(input(batch, 2, 0, 1)).isZero();
    assertThat(input(batch, 16, 0, 2)).isEqualTo(1);
    assertThat(target(batch, 31, 0, 1)).isEqualTo(1);
    for (int t = 17; t < 47; t++) {
      float[] output = new float[batch.target().length];
      output[batch.targetIndex(t, 0, 1)] = 1;
      boolean right = Math.abs(t - 31) * 80 <= 0.2 * 1200 + 25;
      assertThat(task.score(batch, output).correct()).isEqualTo(right ? 1 : 0);
    }
  }

  @Test
  void readySetGoScalesWithItsGain() {
    Batch batch = draw(task("ready-set-go", "measure", new double[] {800, 800}, "gain", 1.5), 1, 0);
    assertThat(batch.trial()[0].value()).isEqualTo(1 + 10 + 15);
    assertThat(batch.steps()).isEqualTo(1 + 10 + 1 + 30);
    assertThatThrownBy(() -> task("ready-set-go", "set", 5000)).hasMessageContaining("set");
  }

  @Test
  void contextChoiceFollowsTheNamedModality() {
    Batch batch = draw(task("context-decision-making", "sigma", 0), 200, 0);
    assertThat(batch.inputs()).isEqualTo(7);
    for (int b = 0; b < 200; b++) {
      int context = input(batch, 0, b, 5) == 1 ? 0 : 1;
      assertThat(input(batch, batch.trial()[b].to() - 1, b, 5 + context)).isEqualTo(1);
      float left = input(batch, 4, b, 1 + 2 * context), right = input(batch, 4, b, 2 + 2 * context);
      assertThat(left + right).isCloseTo(1, within(1e-6f));
      // 0.5 + coherence / 200: 0.525, 0.575 or 0.75
      assertThat(Math.round(1000 * Math.max(left, right))).isIn(525, 575, 750);
      assertThat(batch.trial()[b].answer()).isEqualTo(left > right ? 1 : 2);
    }
    assertThat(task("context-decision-making", "explicitContext", 0).inputs()).isEqualTo(5);
  }

  @Test
  void perceptualChoiceShowsItsCoherence() {
    Batch batch = draw(task("perceptual-decision-making", "sigma", 0, "coherences", 51.2), 50, 0);
    assertThat(batch.steps()).isEqualTo(22);
    for (int b = 0; b < 50; b++) {
      assertThat(input(batch, 5, b, batch.trial()[b].answer())).isCloseTo(0.756f, within(1e-6f));
      assertThat(input(batch, 5, b, 3 - batch.trial()[b].answer())).isCloseTo(0.244f, within(1e-6f));
    }
  }

  @Test
  void antiReachAnswersOppositeToTheStimulus() {
    Batch batch = draw(task("anti-reach"), 40, 0);
    for (int b = 0; b < 40; b++) {
      int opposite = 1 + (batch.trial()[b].answer() - 1 + 16) % 32;
      assertThat(input(batch, 6, b, opposite)).isCloseTo(1, within(1e-6f));
      assertThat(input(batch, 6, b, batch.trial()[b].answer())).isCloseTo(-1, within(1e-6f));
    }
  }

  @Test
  void goNogoIsRightWhenItStaysAfterNogoAndActsAfterGo() {
    Task task = task("go-nogo");
    Batch batch = draw(task, 400, 0);
    Score still = task.score(batch, new float[batch.target().length]);
    long nogo = Arrays.stream(batch.trial()).filter(trial -> trial.answer() == 0).count();
    assertThat(still.correct()).isEqualTo(nogo);
    for (int b = 0; b < 400; b++) assertThat(input(batch, 2, b, 1 + batch.trial()[b].answer())).isEqualTo(1);
  }

  @Test
  void multiSensoryCoherencesAddUp() {
    Batch batch = draw(task("multi-sensory-integration", "sigma", 0, "coherences", 50), 40, 0);
    for (int b = 0; b < 40; b++) {
      int answer = batch.trial()[b].answer();
      float first = input(batch, 5, b, answer) - 0.5f, second = input(batch, 5, b, 2 + answer) - 0.5f;
      assertThat(first).isBetween(0f, 0.25f);
      assertThat(first + second).isCloseTo(0.25f, within(1e-6f));
    }
  }
}

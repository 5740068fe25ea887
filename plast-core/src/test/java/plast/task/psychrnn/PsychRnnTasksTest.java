package plast.task.psychrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plast.task.Batches.draw;
import static plast.task.Batches.input;
import static plast.task.Batches.mask;
import static plast.task.Batches.target;
import static plast.task.Batches.task;

import org.junit.jupiter.api.Test;
import plast.task.Batch;
import plast.task.Batch.Trial;

class PsychRnnTasksTest {

  @Test
  void discriminationCountsTheDecisionOnly() {
    Batch batch = draw(task("delayed-discrimination", "stimulusNoise", 0), 40, 0);
    for (int b = 0; b < 40; b++) {
      Trial trial = batch.trial()[b];
      for (int t = 0; t < batch.steps(); t++) {
        boolean decision = t >= trial.from() && t < trial.to();
        assertThat(mask(batch, t, b)).isEqualTo(decision ? 1 : 0);
        assertThat(target(batch, t, b, trial.answer())).isEqualTo(decision ? 1 : 0);
        assertThat(target(batch, t, b, 1 - trial.answer())).isEqualTo(decision ? 0.2f : 0);
      }
    }
  }

  @Test
  void noiseOfTheInputsIsThatOfTheOriginal() {
    Batch batch = draw(task("perceptual-discrimination"), 400, 0);
    double sum = 0;
    int count = 0;
    for (int b = 0; b < 400; b++) {
      for (int t = batch.trial()[b].from(); t < batch.steps(); t++) {
        sum += Math.pow(input(batch, t, b, 0), 2);
        count++;
      }
    }
    // sqrt(2 · 0.01 · √10 · √10 · 0.1²) at dt 10 ms
    assertThat(Math.sqrt(sum / count)).isCloseTo(0.0447214, within(0.0006));
  }

  @Test
  void categoryIsTheArcOfTheAngle() {
    Batch batch = draw(task("match-to-category", "stimulusNoise", 0, "categories", 4), 60, 0);
    assertThat(batch.steps()).isEqualTo(200);
    for (int b = 0; b < 60; b++) {
      float first = input(batch, 30, b, 0);
      int best = 0;
      for (int k = 1; k < 16; k++) if (input(batch, 30, b, k) > input(batch, 30, b, best)) best = k;
      assertThat(input(batch, 30, b, best)).isBetween(0.39f, 0.3990f);
      // the nearest channel lies in the arc or on its border, four channels apart
      assertThat(Math.floorMod(best - 4 * batch.trial()[b].answer(), 16)).isBetween(0, 4);
      assertThat(first).isPositive();
    }
  }

  @Test
  void perceptualTargetsComeAfterThePause() {
    Batch batch = draw(task("perceptual-discrimination", "stimulusNoise", 0, "coherences", 0.5), 30, 0);
    assertThat(batch.steps()).isEqualTo(200);
    for (int b = 0; b < 30; b++) {
      int from = batch.trial()[b].from(), answer = batch.trial()[b].answer();
      assertThat(mask(batch, from - 2, b)).isEqualTo(1);
      assertThat(mask(batch, from - 3, b)).isZero();
      assertThat(target(batch, from - 1, b, answer)).isZero();
      assertThat(target(batch, from, b, answer)).isEqualTo(1);
      assertThat(input(batch, from - 3, b, answer)).isEqualTo(1.5f);
      assertThat(input(batch, from - 3, b, 1 - answer)).isEqualTo(1);
    }
    assertThatThrownBy(() -> task("perceptual-discrimination", "pause", 500)).hasMessageContaining("pause");
  }
}

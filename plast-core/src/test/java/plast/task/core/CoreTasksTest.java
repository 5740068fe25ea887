package plast.task.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plast.task.Batches.draw;
import static plast.task.Batches.input;
import static plast.task.Batches.mask;
import static plast.task.Batches.period;
import static plast.task.Batches.target;
import static plast.task.Batches.task;

import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plast.task.Batch;
import plast.task.Task;

class CoreTasksTest {

  @Test
  void criteriaAndChanceAreThoseOfTheReferenceTable() {
    assertThat(task("dms").criterion()).isEqualTo(0.9);
    assertThat(task("pwm").criterion()).isEqualTo(0.85);
    assertThat(task("cdm").criterion()).isEqualTo(0.85);
    assertThat(task("ff3").criterion()).isEqualTo(0.95);
    for (String name : new String[] {"dms", "pwm", "cdm", "ff3"}) assertThat(task(name).chance()).isEqualTo(0.5);
    assertThat(task("pwm", "criterion", 0.7).criterion()).isEqualTo(0.7);
  }

  @Test
  void parametricMemoryShowsFrequenciesAndAsksForTheFasterOne() {
    Batch batch = draw(task("pwm", "noise", 0), 400, 0);
    int first = period(batch, "first").from(), second = period(batch, "second").from();
    TreeSet<Integer> seen = new TreeSet<>();
    for (int b = 0; b < batch.trials(); b++) {
      double v1 = input(batch, first, b, 1), v2 = input(batch, second, b, 1);
      assertThat(input(batch, first, b, 2)).isCloseTo((float) (1 - v1), within(1e-6f));
      // all five pairs are 8 Hz apart, 8 / 24 on the scale
      assertThat(Math.abs(v1 - v2)).isCloseTo(1 / 3.0, within(1e-6));
      assertThat(batch.trial()[b].answer()).isEqualTo(v1 > v2 ? 1 : 2);
      seen.add((int) Math.round(1000 * Math.max(v1, v2)));
    }
    assertThat(seen).containsExactly(333, 500, 667, 833, 1000);
  }

  @Test
  void parametricMemoryLastsBetweenFiftyAndSixtyFiveSteps() {
    TreeSet<Integer> steps = new TreeSet<>();
    for (int n = 0; n < 300; n++) steps.add(draw(task("pwm"), 1, n).steps());
    assertThat(steps.first()).isEqualTo(50);
    assertThat(steps.last()).isEqualTo(65);
    TreeSet<Integer> coarse = new TreeSet<>();
    for (int n = 0; n < 100; n++) coarse.add(draw(task("pwm-short"), 1, n).steps());
    assertThat(coarse).containsExactly(10, 11, 12, 13);
  }

  @Test
  void frequencyPairsMustBePairsOfDifferentFrequencies() {
    assertThatThrownBy(() -> task("pwm", "pairs", new double[] {18, 10, 22})).hasMessageContaining("even number");
    assertThatThrownBy(() -> task("pwm", "pairs", new double[] {18, 18})).hasMessageContaining("different");
  }

  @Test
  void contextDecisionFollowsTheCuedModality() {
    Batch batch = draw(task("cdm", "noise", 0), 600, 0);
    assertThat(batch.steps()).isEqualTo(50);
    int stimulus = period(batch, "stimulus").from(), response = period(batch, "response").from();
    assertThat(response).isEqualTo(40);
    TreeMap<Integer, Integer> strengths = new TreeMap<>();
    int congruent = 0;
    for (int b = 0; b < batch.trials(); b++) {
      int context = input(batch, 0, b, 1) == 1 ? 0 : 1;
      double[] c = new double[2];
      for (int k = 0; k < 2; k++) {
        double up = input(batch, stimulus, b, 3 + 2 * k), down = input(batch, stimulus, b, 4 + 2 * k);
        assertThat(up + down).isCloseTo(1, within(1e-6));
        c[k] = up - down;
        strengths.merge((int) Math.round(1000 * c[k]), 1, Integer::sum);
      }
      assertThat(batch.trial()[b].answer()).isEqualTo(c[context] > 0 ? 1 : 2);
      assertThat(input(batch, response - 1, b, 1 + context)).isEqualTo(1);
      assertThat(input(batch, response, b, 1 + context)).isZero();
      assertThat(input(batch, response - 1, b, 3)).isZero();
      if (c[0] * c[1] > 0) congruent++;
    }
    assertThat(strengths.keySet()).containsExactly(-800, -400, -200, -100, 100, 200, 400, 800);
    // 1200 draws of eight values: four standard deviations are 46
    assertThat(strengths.values()).allMatch(count -> count > 104 && count < 196);
    assertThat(congruent / 600.0).isCloseTo(0.5, within(0.082));
  }

  @Test
  void contextDecisionMasksGraceAndWeighsTheRest() {
    Batch batch = draw(task("cdm"), 1, 1);
    for (int t = 0; t < 50; t++) assertThat(mask(batch, t, 0)).isEqualTo(t < 40 ? 1 : t < 43 ? 0 : 5);
    Batch coarse = draw(task("cdm-short"), 1, 1);
    assertThat(coarse.steps()).isEqualTo(10);
    for (int t = 0; t < 10; t++) assertThat(mask(coarse, t, 0)).isEqualTo(t < 8 ? 1 : 5);
  }

  @Test
  void flipFlopTargetsHoldTheSignOfTheLastEvent() {
    Batch batch = draw(task("ff3"), 100, 0);
    assertThat(batch.steps()).isEqualTo(60);
    int events = 0;
    for (int b = 0; b < 100; b++) {
      for (int k = 0; k < 3; k++) {
        assertThat(Math.abs(target(batch, 0, b, k))).isEqualTo(1);
        assertThat(input(batch, 0, b, k)).isEqualTo(target(batch, 0, b, k));
        for (int t = 1; t < 60; t++) {
          if (target(batch, t, b, k) == target(batch, t - 1, b, k)) continue;
          events++;
          for (int s = t; s < Math.min(60, t + 5); s++) assertThat(mask(batch, s, b)).isZero();
        }
      }
    }
    // half of the events change the sign: 17700 chances of 0.03, four standard deviations are 91
    assertThat(events).isBetween(531 - 91, 531 + 91);
  }

  @Test
  void flipFlopMaskIsZeroAfterEventsAndOneElsewhere() {
    Batch batch = draw(task("ff3"), 400, 1);
    double scored = 0;
    for (int b = 0; b < 400; b++) {
      for (int t = 0; t < 60; t++) {
        assertThat(mask(batch, t, b)).isIn(0f, 1f);
        if (t < 5) assertThat(mask(batch, t, b)).isZero();
        scored += mask(batch, t, b);
      }
    }
    // from step 5 on a step counts when none of 3 channels had an event in it or the 4 steps before: 0.94^15
    assertThat(scored / (400 * 55)).isCloseTo(Math.pow(0.94, 15), within(0.03));
  }

  @Test
  void flipFlopPulsesLastThreeStepsAndAddUpToOneAtMost() {
    Batch quiet = draw(task("ff3", "eventProbability", 0), 5, 2);
    for (int b = 0; b < 5; b++) {
      for (int t = 0; t < 60; t++) assertThat(Math.abs(input(quiet, t, b, 1))).isEqualTo(t < 3 ? 1 : 0);
    }
    Batch busy = draw(task("ff3", "eventProbability", 0.3, "ignore", 0), 50, 3);
    for (float value : busy.stimulus()) assertThat(value).isIn(-1f, 0f, 1f);
  }

  @Test
  void flipFlopScoreIsTheShareOfRightSigns() {
    Task task = task("ff3");
    Batch batch = draw(task, 30, 4);
    float[] output = batch.target().clone();
    for (int k = 0; k < output.length; k += 3) output[k] = -output[k];
    assertThat(task.score(batch, output).performance()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void flipFlopThatIsNeverScoredIsRefused() {
    assertThatThrownBy(() -> task("flip-flop", "bits", 8, "eventProbability", 0.5))
        .hasMessageContaining("eventProbability is 0.5");
    assertThat(task("flip-flop", "bits", 5).inputs()).isEqualTo(5);
  }
}

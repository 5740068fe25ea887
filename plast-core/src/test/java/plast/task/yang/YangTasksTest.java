package plast.task.yang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plast.task.Batches.draw;
import static plast.task.Batches.input;
import static plast.task.Batches.mask;
import static plast.task.Batches.period;
import static plast.task.Batches.target;
import static plast.task.Batches.task;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Score;
import plast.task.Task;
import plast.task.TaskFamily;

class YangTasksTest {

  @Test
  void allTwentyRulesExistAndHaveTheirOwnChannel() {
    TreeSet<Integer> channels = new TreeSet<>();
    for (TaskFamily family : YangTasks.all()) {
      assertThat(YangTasks.RULES).contains(family.name().substring(5));
      Batch batch = draw(task(family.name(), "sigma", 0), 2, 0);
      assertThat(batch.inputs()).isEqualTo(85);
      assertThat(batch.outputs()).isEqualTo(33);
      for (int k = 65; k < 85; k++) {
        if (input(batch, 0, 0, k) == 0) continue;
        channels.add(k);
        assertThat(input(batch, batch.steps() - 1, 1, k)).isEqualTo(1);
      }
    }
    assertThat(channels).hasSize(20);
  }

  @Test
  void theFixationOutputWeighsTwice() {
    Batch batch = draw(task("yang-delaygo"), 1, 0);
    assertThat(batch.outputWeight()[0]).isEqualTo(2);
    for (int o = 1; o < 33; o++) assertThat(batch.outputWeight()[o]).isEqualTo(1);
  }

  @Test
  void maskSkipsTheStartAndTheFirstHundredMillisecondsOfTheResponse() {
    Batch batch = draw(task("yang-delaygo"), 2, 0);
    int response = period(batch, "response").from();
    assertThat(batch.steps() - response).isEqualTo(25);
    for (int t = 0; t < batch.steps(); t++) {
      assertThat(mask(batch, t, 1)).isEqualTo(t < 5 ? 0 : t < response ? 1 : t < response + 5 ? 0 : 5);
    }
  }

  @Test
  void stimulusIsABumpInOneRingAndTheTargetABumpAtTheAngle() {
    for (String rule : new String[] {"delaygo", "delayanti"}) {
      Batch batch = draw(task("yang-" + rule, "sigma", 0), 20, 0);
      int shown = period(batch, "stimulus").from(), last = batch.steps() - 1;
      for (int b = 0; b < 20; b++) {
        double angle = batch.trial()[b].value(), stimulus = rule.equals("delaygo") ? angle : angle + Math.PI;
        double inFirst = 0, inSecond = 0;
        for (int k = 0; k < 32; k++) {
          double wanted = 0.8 * Math.exp(-0.5 * Math.pow(arc(2 * Math.PI * k / 32, stimulus) / (Math.PI / 8), 2));
          float both = input(batch, shown, b, 1 + k) + input(batch, shown, b, 33 + k);
          assertThat(both).isCloseTo((float) wanted, within(1e-6f));
          inFirst += input(batch, shown, b, 1 + k);
          inSecond += input(batch, shown, b, 33 + k);
          double response = 0.05 + 0.8 * Math.exp(-0.5 * Math.pow(arc(2 * Math.PI * k / 32, angle) / (Math.PI / 8), 2));
          assertThat(target(batch, last, b, 1 + k)).isCloseTo((float) response, within(1e-6f));
          assertThat(target(batch, shown, b, 1 + k)).isEqualTo(0.05f);
        }
        assertThat(Math.min(inFirst, inSecond)).isZero();
        assertThat(target(batch, shown, b, 0)).isEqualTo(0.8f);
        assertThat(target(batch, last, b, 0)).isEqualTo(0.05f);
      }
    }
  }

  private static double arc(double a, double b) {
    return Math.abs(Math.IEEEremainder(a - b, 2 * Math.PI));
  }

  @Test
  void inputNoiseFollowsTheTimeStep() {
    Batch batch = draw(task("yang-reactgo"), 20, 0);
    double sum = 0;
    for (int b = 0; b < 20; b++) for (int k = 1; k < 65; k++) sum += Math.pow(input(batch, 3, b, k), 2);
    // 0.01 sqrt(2 / 0.2); four standard deviations of 1280 draws are 8 %
    assertThat(Math.sqrt(sum / 1280)).isCloseTo(0.0316228, within(0.0025));
  }

  @Test
  void reactionRuleKeepsTheFixationInputOn() {
    Batch react = draw(task("yang-reactgo", "sigma", 0), 1, 0), fixed = draw(task("yang-fdgo", "sigma", 0), 1, 0);
    assertThat(input(react, react.steps() - 1, 0, 0)).isEqualTo(1);
    assertThat(input(fixed, fixed.steps() - 1, 0, 0)).isZero();
    float stays = 0;
    for (int k = 1; k < 65; k++) stays += input(fixed, fixed.steps() - 1, 0, k);
    assertThat(stays).isGreaterThan(3);
  }

  @Test
  void decisionGoesToTheStrongerStimulusOfTheAttendedModality() {
    for (int attended = 0; attended < 2; attended++) {
      Batch batch = draw(task("yang-contextdm" + (attended + 1), "sigma", 0, "easy", 1), 60, 0);
      int shown = period(batch, "stimulus").from();
      for (int b = 0; b < 60; b++) {
        double angle = batch.trial()[b].value();
        int chosen = (int) Math.round(angle / (2 * Math.PI / 32)) % 32;
        float atChosen = input(batch, shown, b, 1 + 32 * attended + chosen), largest = 0;
        for (int k = 0; k < 32; k++) largest = Math.max(largest, input(batch, shown, b, 1 + 32 * attended + k));
        // a bump sampled up to half a channel off its centre keeps 97 % of its height
        assertThat(atChosen).isGreaterThan(0.96f * largest);
      }
    }
  }

  @Test
  void multimodalSplitKeepsTheSumOfTheModalities() {
    RandomStream random = new Seed(2).stream("evidence");
    double[] strength = new double[4];
    for (int n = 0; n < 200; n++) {
      boolean first = Attention.BOTH.draw(new double[] {0.08}, strength, random);
      double one = strength[0] + strength[1], two = strength[2] + strength[3];
      assertThat(one > two).isEqualTo(first);
      assertThat(Math.abs(one - two)).isCloseTo(4 * 0.08, within(1e-12));
      assertThat(Math.abs(strength[0] - strength[1]) / (one / 2)).isBetween(0.2, 0.8);
    }
  }

  @Test
  void easyMultipliesTheCoherences() {
    Batch hard = draw(task("yang-dm1", "sigma", 0), 40, 3), easy = draw(task("yang-dm1", "sigma", 0, "easy", 1), 40, 3);
    assertThat(hard.trial()).isEqualTo(easy.trial());
    assertThat(hard.stimulus()).isNotEqualTo(easy.stimulus());
  }

  @Test
  void halfOfTheMatchTrialsAskToStay() {
    for (String rule : new String[] {"dmsgo", "dmsnogo", "dmcgo", "dmcnogo"}) {
      Batch batch = draw(task("yang-" + rule), 400, 0);
      long stays = Arrays.stream(batch.trial()).filter(trial -> trial.answer() == 0).count();
      assertThat(stays).isBetween(160L, 240L);
    }
  }

  @Test
  void responseIsRightWithinAFifthOfHalfATurnAtTheLastStep() {
    Task task = task("yang-delaygo");
    Batch batch = draw(task, 1, 0);
    double angle = batch.trial()[0].value();
    for (double off : new double[] {0, 0.19 * Math.PI, -0.19 * Math.PI, 0.21 * Math.PI, Math.PI}) {
      float[] output = batch.target().clone();
      for (int k = 0; k < 32; k++) {
        output[batch.targetIndex(batch.steps() - 1, 0, 1 + k)] = (float) Math.cos(2 * Math.PI * k / 32 - angle - off);
      }
      assertThat(task.score(batch, output).correct()).isEqualTo(Math.abs(off) < 0.2 * Math.PI ? 1 : 0);
    }
    float[] fixating = batch.target().clone();
    fixating[batch.targetIndex(batch.steps() - 1, 0, 0)] = 0.6f;
    assertThat(task.score(batch, fixating).correct()).isZero();
    float[] early = batch.target().clone();
    early[batch.targetIndex(8, 0, 0)] = 0.3f;
    assertThat(task.score(batch, early)).isEqualTo(new Score(1, 0, 1));
  }

  @Test
  void stayingIsRightWhenTheFixationOutputIsHighAtTheLastStep() {
    Task task = task("yang-dmsgo");
    Batch batch = draw(task, 30, 0);
    float[] output = new float[batch.target().length];
    for (int k = 0; k < output.length; k += 33) output[k] = 0.8f;
    long stays = Arrays.stream(batch.trial()).filter((Trial trial) -> trial.answer() == 0).count();
    assertThat(task.score(batch, output)).isEqualTo(new Score(stays, stays, 30));
  }
}

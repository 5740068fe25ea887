package plast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.learn.Learner;
import plast.task.Batch;

class PsrnnStepTest {
  @Test
  void operationsAreThoseOfNineProducts() {
    int n = 2, b = 3, t = 5, i = PsrnnStep.INPUTS, o = PsrnnStep.OUTPUTS;
    double perStepAndTrial = 4 * (2 * n * n) + 3 * (2 * n * o) + 2 * (2 * n * i);
    assertThat(new PsrnnStep(n, b, t).flops()).isEqualTo(t * b * perStepAndTrial);
  }

  @Test
  void everyLearnerIsTheSame() {
    PsrnnStep step = new PsrnnStep(8, 2, 3);
    assertThat(losses(step)).isEqualTo(losses(step)).doesNotContain(Double.NaN);
  }

  @Test
  void learningLowersTheLoss() {
    double[] losses = losses(new PsrnnStep(32, 2, 5));
    assertThat(losses[19]).isLessThan(losses[0]);
  }

  @Test
  void rulesInOneTextLearnTheSame() {
    PsrnnStep step = new PsrnnStep(16, 2, 5);
    double[] expected = losses(step, step.newLearner());
    assertThat(losses(step, step.newLearnerOfEquations())).containsExactly(expected, within(1e-6));
    assertThat(losses(step, step.newLearnerOfOneRule())).containsExactly(expected, within(1e-6));
  }

  private static double[] losses(PsrnnStep step) {
    return losses(step, step.newLearner());
  }

  private static double[] losses(PsrnnStep step, Learner learner) {
    Batch batch = step.newBatch();
    double[] losses = new double[20];
    for (int k = 0; k < losses.length; k++) losses[k] = learner.update(batch, k);
    return losses;
  }
}

package plast.task.trial;

import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Score;

/**
 * The choice by the mean output: outputs are averaged over the scored steps of a trial and the largest choice output
 * wins. A tie, or an output that is not a number, is wrong. Strictly right is a trial that is right and in which output
 * 0, the fixation, was the largest of all outputs in every step before the response window, whose first step is the
 * trial's {@code value}.
 *
 * @param firstChoice 1 when output 0 is fixation and no choice, 0 when the task has no fixation output (then strict is
 *                    the same as right)
 */
public record MeanChoice(int firstChoice) implements Scoring {

  @Override
  public Score score(Batch batch, float[] output) {
    int correct = 0, strict = 0;
    for (int b = 0; b < batch.trials(); b++) {
      if (!right(batch, output, b)) continue;
      correct++;
      if (firstChoice == 0 || FirstAction.fixates(batch, output, b, (int) batch.trial()[b].value())) strict++;
    }
    return new Score(correct, strict, batch.trials());
  }

  private boolean right(Batch batch, float[] output, int b) {
    int answer = batch.trial()[b].answer();
    double answerSum = sum(batch, output, b, answer);
    for (int o = firstChoice; o < batch.outputs(); o++) {
      if (o != answer && !(answerSum > sum(batch, output, b, o))) return false;
    }
    return true;
  }

  private static double sum(Batch batch, float[] output, int b, int channel) {
    Trial trial = batch.trial()[b];
    double sum = 0;
    for (int t = trial.from(); t < trial.to(); t++) sum += output[batch.targetIndex(t, b, channel)];
    return sum;
  }
}

package plast.task.trial;

import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Score;

/**
 * The first action: in each step the largest output acts, output 0 means fixation and holds when nothing is larger. A
 * trial is right if the first action in its scored steps is the answer and does not come before the step {@code value};
 * where the answer is 0, if there is no action. Strictly right is a right trial in which fixation held in every step
 * before the scored ones.
 */
public record FirstAction() implements Scoring {

  @Override
  public Score score(Batch batch, float[] output) {
    int correct = 0, strict = 0;
    for (int b = 0; b < batch.trials(); b++) {
      Trial trial = batch.trial()[b];
      int t = firstAction(batch, output, b, trial.from(), trial.to());
      boolean acted = t < trial.to();
      boolean right = trial.answer() == 0
          ? !acted
          : acted && t >= trial.value() && action(batch, output, b, t) == trial.answer();
      if (!right) continue;
      correct++;
      if (fixates(batch, output, b, trial.from())) strict++;
    }
    return new Score(correct, strict, batch.trials());
  }

  /** The first step from {@code from} on whose largest output is not 0; {@code to} if there is none before it. */
  public static int firstAction(Batch batch, float[] output, int b, int from, int to) {
    int t = from;
    while (t < to && action(batch, output, b, t) == 0) t++;
    return t;
  }

  /** Whether fixation holds in every step before {@code end}. */
  public static boolean fixates(Batch batch, float[] output, int b, int end) {
    return firstAction(batch, output, b, 0, end) >= end;
  }

  /** The largest output of one step, the first of equals. */
  public static int action(Batch batch, float[] output, int b, int t) {
    int first = batch.targetIndex(t, b, 0), best = 0;
    for (int o = 1; o < batch.outputs(); o++) {
      if (output[first + o] > output[first + best]) best = o;
    }
    return best;
  }
}

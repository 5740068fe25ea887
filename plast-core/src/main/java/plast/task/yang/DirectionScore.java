package plast.task.yang;

import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Score;
import plast.task.trial.Ring;
import plast.task.trial.Scoring;

/**
 * Judges the last step of a trial: where the network should stay, the fixation output must exceed 0.5; otherwise it
 * must not, and the population vector of the output ring must lie within 0.2 π of the wanted direction. Strictly right
 * is a right trial whose fixation output exceeded 0.5 in every step from the settling time to the response.
 *
 * @param settle steps at the start that the strict score passes over
 */
record DirectionScore(int settle) implements Scoring {
  private static final double FIXATES = 0.5, TOLERANCE = 0.2 * Math.PI;
  private static final double[] COSINE = new double[Layout.RING], SINE = new double[Layout.RING];

  static {
    Ring ring = new Ring(1, Layout.RING);
    for (int k = 0; k < Layout.RING; k++) {
      COSINE[k] = StrictMath.cos(ring.angle(k));
      SINE[k] = StrictMath.sin(ring.angle(k));
    }
  }

  @Override
  public Score score(Batch batch, float[] output) {
    int correct = 0, strict = 0;
    for (int b = 0; b < batch.trials(); b++) {
      if (!right(batch, output, b)) continue;
      correct++;
      if (fixated(batch, output, b)) strict++;
    }
    return new Score(correct, strict, batch.trials());
  }

  private static boolean right(Batch batch, float[] output, int b) {
    Trial trial = batch.trial()[b];
    int last = batch.targetIndex(trial.to() - 1, b, 0);
    if (trial.answer() == 0) return output[last] > FIXATES;
    double x = 0, y = 0;
    for (int k = 0; k < Layout.RING; k++) {
      x += output[last + 1 + k] * COSINE[k];
      y += output[last + 1 + k] * SINE[k];
    }
    return output[last] <= FIXATES && Ring.distance(StrictMath.atan2(y, x), trial.value()) < TOLERANCE;
  }

  private boolean fixated(Batch batch, float[] output, int b) {
    for (int t = settle; t < batch.trial()[b].from(); t++) {
      if (!(output[batch.targetIndex(t, b, 0)] > FIXATES)) return false;
    }
    return true;
  }
}

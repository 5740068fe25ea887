package plast.task.neurogym;

import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Score;
import plast.task.trial.FirstAction;
import plast.task.trial.Scoring;

/**
 * Right is a first action within margin · target + slack of the target, both measured from the end of the measured
 * interval, which lies {@code setSteps} before the scored steps. The trial's value is the step of the target, fractions
 * included.
 *
 * @param setSteps steps of the set pulse
 * @param dt       time step, ms
 * @param margin   tolerated fraction of the target
 * @param slack    tolerated error besides, ms
 */
record ProducedInterval(int setSteps, double dt, double margin, double slack) implements Scoring {

  @Override
  public Score score(Batch batch, float[] output) {
    int correct = 0, strict = 0;
    for (int b = 0; b < batch.trials(); b++) {
      Trial trial = batch.trial()[b];
      int t = FirstAction.firstAction(batch, output, b, trial.from(), trial.to());
      double target = (trial.value() - (trial.from() - setSteps)) * dt;
      boolean right = t < trial.to() && Math.abs((t - trial.value()) * dt) <= margin * target + slack;
      if (!right) continue;
      correct++;
      if (FirstAction.fixates(batch, output, b, trial.from())) strict++;
    }
    return new Score(correct, strict, batch.trials());
  }
}

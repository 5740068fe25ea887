package plast.task.trial;

import plast.task.Batch;
import plast.task.Score;

/** The share of (trial, step, output) triples with mask above 0 whose output has the sign of its target. */
public record SignAgreement() implements Scoring {

  @Override
  public Score score(Batch batch, float[] output) {
    int right = 0, total = 0, outputs = batch.outputs();
    for (int k = 0; k < batch.mask().length; k++) {
      if (batch.mask()[k] == 0) continue;
      for (int o = k * outputs; o < (k + 1) * outputs; o++) {
        if (output[o] * batch.target()[o] > 0) right++;
      }
      total += outputs;
    }
    return new Score(right, right, total);
  }
}

package plast.task.signals;

import plast.task.Batch;
import plast.task.Score;
import plast.task.trial.Scoring;

/**
 * Explained variance: R² = 1 − Σ (y − y*)² / Σ (y* − ȳ*)², sums over all steps, trials and outputs with mask above 0
 * and ȳ* the mean target of the batch. The score counts the explained sum of squares out of the total one, so that
 * adding scores of batches pools them; a batch that explains less than nothing, or whose output is not finite, counts
 * 0.
 */
record ExplainedVariance() implements Scoring {

  @Override
  public Score score(Batch batch, float[] output) {
    int outputs = batch.outputs(), count = 0;
    double sum = 0;
    for (int k = 0; k < output.length; k++) {
      if (batch.mask()[k / outputs] == 0) continue;
      sum += batch.target()[k];
      count++;
    }
    double mean = sum / Math.max(1, count), residual = 0, total = 0;
    for (int k = 0; k < output.length; k++) {
      if (batch.mask()[k / outputs] == 0) continue;
      double error = output[k] - batch.target()[k], spread = batch.target()[k] - mean;
      residual += error * error;
      total += spread * spread;
    }
    double explained = residual < total ? total - residual : 0;
    return new Score(explained, explained, total);
  }
}

package plast.experiment;

import plast.task.Batch;

/**
 * Two classes of trials by the first thing that differs between them: whether an input channel, averaged over a period,
 * was above its mean. Of all periods the first in which a channel differs clearly counts, and of its channels the one that
 * differs most.
 *
 * @param second whether a trial belongs to the second class
 * @param period where they differ first; empty where trials do not differ
 */
record TrialClasses(boolean[] second, String period) {
  /** Variance between trials over that of a mean of noise within them, from which on a difference is clear. */
  private static final double CLEAR = 8;

  static TrialClasses of(Batch batch) {
    for (Batch.Period period : batch.periods()) {
      double best = CLEAR;
      boolean[] classes = {};
      for (int channel = 0; channel < batch.inputs(); channel++) {
        double[] means = new double[batch.trials()];
        double ratio = ratio(batch, period, channel, means);
        if (ratio <= best) continue;
        best = ratio;
        classes = aboveMean(means);
      }
      if (classes.length > 0) return new TrialClasses(classes, period.name());
    }
    return new TrialClasses(new boolean[batch.trials()], "");
  }

  /** F: the variance of trials' means over that expected from the noise within trials. */
  private static double ratio(Batch batch, Batch.Period period, int channel, double[] means) {
    int steps = Math.min(period.to(), batch.steps()) - period.from();
    if (steps < 1) return 0;
    double within = 0, mean = 0;
    for (int k = 0; k < means.length; k++) {
      double sum = 0, squares = 0;
      for (int t = period.from(); t < period.from() + steps; t++) {
        double u = batch.stimulus()[batch.stimulusIndex(t, k, channel)];
        sum += u;
        squares += u * u;
      }
      means[k] = sum / steps;
      mean += means[k] / means.length;
      within += Math.max(0, squares / steps - means[k] * means[k]) / means.length;
    }
    double between = 0;
    for (double m : means) between += (m - mean) * (m - mean) / means.length;
    // Where nothing varies within a trial, any difference between trials is clear, and rounding is none.
    return between / (within / steps + 1e-6);
  }

  private static boolean[] aboveMean(double[] means) {
    double mean = 0;
    for (double m : means) mean += m / means.length;
    boolean[] above = new boolean[means.length];
    for (int k = 0; k < means.length; k++) above[k] = means[k] > mean;
    return above;
  }
}

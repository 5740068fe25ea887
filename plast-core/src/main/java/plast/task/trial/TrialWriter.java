package plast.task.trial;

import java.util.Arrays;
import plast.math.RandomStream;
import plast.task.Batch;
import plast.task.Batch.Trial;

/**
 * Writes one trial after the other into the arrays of a batch. A window of steps is chosen first ({@link #during}),
 * then inputs, targets and weights are set in it. Fresh trials have input 0 and weight 1 in every step.
 */
public final class TrialWriter {
  private final Batch batch;
  private final int[] start;
  private int trial;
  private int from;
  private int to;

  TrialWriter(Batch batch, int periods) {
    this.batch = batch;
    this.start = new int[periods + 1];
  }

  /** Turns to a trial whose periods have the given lengths; the window is all of it. */
  void begin(int trial, int[] lengths, int offset) {
    this.trial = trial;
    for (int k = 0; k + 1 < start.length; k++) start[k + 1] = start[k] + lengths[offset + k];
    throughout().weight(1);
  }

  /** First step of a period. */
  public int start(int period) {
    return start[period];
  }

  /** Step after the last one of a period. */
  public int end(int period) {
    return start[period + 1];
  }

  /** Number of steps in the trial. */
  public int steps() {
    return start[start.length - 1];
  }

  /** Chooses all steps of a period. */
  public TrialWriter during(int period) {
    return window(start[period], start[period + 1]);
  }

  /** Chooses all steps before a period. */
  public TrialWriter before(int period) {
    return window(0, start[period]);
  }

  /** Chooses a period and everything after it. */
  public TrialWriter since(int period) {
    return window(start[period], steps());
  }

  /** Chooses the whole trial. */
  public TrialWriter throughout() {
    return window(0, steps());
  }

  /** Chooses steps {@code from} (included) to {@code to} (excluded), cut at the ends of the trial. */
  public TrialWriter window(int from, int to) {
    this.from = Math.max(0, from);
    this.to = Math.min(to, steps());
    return this;
  }

  /** Adds a value to an input channel. */
  public TrialWriter input(int channel, double value) {
    float added = (float) value;
    for (int t = from; t < to; t++) batch.stimulus()[batch.stimulusIndex(t, trial, channel)] += added;
    return this;
  }

  /** Sets an output's target. */
  public TrialWriter target(int output, double value) {
    float wanted = (float) value;
    for (int t = from; t < to; t++) batch.target()[batch.targetIndex(t, trial, output)] = wanted;
    return this;
  }

  /** Makes the target one-hot at {@code output}. */
  public TrialWriter choose(int output) {
    for (int t = from; t < to; t++) {
      int first = batch.targetIndex(t, trial, 0);
      Arrays.fill(batch.target(), first, first + batch.outputs(), 0);
      batch.target()[first + output] = 1;
    }
    return this;
  }

  /** Sets the weight in the loss. */
  public TrialWriter weight(double value) {
    float weight = (float) value;
    for (int t = from; t < to; t++) batch.mask()[batch.maskIndex(t, trial)] = weight;
    return this;
  }

  /** Adds independent normal noise to {@code channels} input channels from {@code first} on. */
  public TrialWriter noise(double sd, int first, int channels, RandomStream random) {
    if (sd == 0) return this;
    float[] stimulus = batch.stimulus();
    for (int t = from; t < to; t++) {
      int start = batch.stimulusIndex(t, trial, first);
      for (int k = start; k < start + channels; k++) stimulus[k] += (float) (sd * Ziggurat.next(random));
    }
    return this;
  }

  /** Clips every input to [-limit, limit]. */
  public TrialWriter clip(float limit) {
    for (int t = from; t < to; t++) {
      int end = batch.stimulusIndex(t, trial, batch.inputs());
      for (int k = batch.stimulusIndex(t, trial, 0); k < end; k++) {
        batch.stimulus()[k] = Math.clamp(batch.stimulus()[k], -limit, limit);
      }
    }
    return this;
  }

  /** Says how the trial is scored. */
  public void answer(Trial facts) {
    batch.trial()[trial] = facts;
  }
}

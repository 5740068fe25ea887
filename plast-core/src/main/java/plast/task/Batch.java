package plast.task;

import java.util.Arrays;
import java.util.List;

/**
 * A batch of trials. All arrays are row-major with the step first: stimulus (steps, trials, inputs), target (steps,
 * trials, outputs; one-hot for cross-entropy), mask (steps, trials; 0 where the loss ignores the output, padding
 * included).
 *
 * @param periods      the named parts of the first trial, for drawing, in steps
 * @param trial        what the score needs to know of each trial, one entry per trial
 * @param outputWeight the weight of each output in the mean squared error, one entry per output, all ones for most
 *                     tasks; cross-entropy does not use it; shared by all batches of a task, not to be modified
 */
public record Batch(
    int steps,
    int trials,
    int inputs,
    int outputs,
    float[] stimulus,
    float[] target,
    float[] mask,
    List<Period> periods,
    Trial[] trial,
    float[] outputWeight) {

  /** A batch whose outputs weigh the same. */
  public Batch(
      int steps,
      int trials,
      int inputs,
      int outputs,
      float[] stimulus,
      float[] target,
      float[] mask,
      List<Period> periods,
      Trial[] trial) {
    this(steps, trials, inputs, outputs, stimulus, target, mask, periods, trial, ones(outputs));
  }

  /** A named part of a trial: steps {@code from} (included) to {@code to} (excluded). */
  public record Period(String name, int from, int to) {}

  /**
   * The facts by which one trial is scored.
   *
   * @param answer the correct choice (an output index for choice tasks)
   * @param from   first scored step
   * @param to     step after the last scored one
   * @param value  a number some scores need (first step of the response window, a target angle in radians, a target
   *               time in steps), 0 otherwise
   */
  public record Trial(int answer, int from, int to, double value) {}

  /** A batch of zeros. */
  public static Batch zeros(int steps, int trials, int inputs, int outputs) {
    return new Batch(
        steps, trials, inputs, outputs,
        new float[steps * trials * inputs], new float[steps * trials * outputs], new float[steps * trials],
        List.of(), new Trial[trials]);
  }

  private static float[] ones(int count) {
    float[] values = new float[count];
    Arrays.fill(values, 1);
    return values;
  }

  public int stimulusIndex(int step, int trial, int channel) {
    return (step * trials + trial) * inputs + channel;
  }

  public int targetIndex(int step, int trial, int channel) {
    return (step * trials + trial) * outputs + channel;
  }

  public int maskIndex(int step, int trial) {
    return step * trials + trial;
  }
}

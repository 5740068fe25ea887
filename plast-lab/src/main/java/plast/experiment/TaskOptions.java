package plast.experiment;

import plast.task.TaskOption;

/** Options of tasks as they stand in experiment files. */
public final class TaskOptions {
  private TaskOptions() {}

  /** The text for a value: {@code 200 ms}, {@code [400 ms, 800 ms]}, {@code true}. */
  public static String text(TaskOption option, double[] value) {
    return new TaskValue(option).write(value);
  }
}

package plast.task;

import java.util.Arrays;

/**
 * One option of a task.
 *
 * @param name        the key in experiment files
 * @param kind        what its values are
 * @param defaults    the default; one value, two for a range (low, high), more for a list
 * @param description one line: what it is, and what the values mean
 */
public record TaskOption(String name, Kind kind, double[] defaults, String description) {

  /** What the values of an option are; durations are in ms. */
  public enum Kind { DURATION, DURATION_RANGE, DURATION_LIST, NUMBER, NUMBER_LIST, COUNT, SWITCH }

  @Override
  public String toString() {
    return name + " = " + Arrays.toString(defaults);
  }
}

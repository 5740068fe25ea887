package plast.task.trial;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import plast.task.TaskFamily;
import plast.task.TaskOption;

/**
 * The checked options of one task together with the time step and the time constant, ms. Every message names the task,
 * the option, the value and what would be right.
 */
public final class Settings {
  /** Longest duration that is accepted, ms: nearly three hours. */
  private static final double LONGEST = 1e7;

  private final String task;
  private final double dt;
  private final double tau;
  private final Map<String, TaskOption> known = new HashMap<>();
  private final Map<String, double[]> values = new HashMap<>();

  private Settings(String task, double dt, double tau) {
    this.task = task;
    this.dt = dt;
    this.tau = tau;
  }

  /**
   * The family's defaults with the given values in their place.
   *
   * @throws IllegalArgumentException when an option is unknown, has the wrong number of values or one out of range
   */
  public static Settings of(TaskFamily family, Map<String, double[]> given, double dt, double tau) {
    Settings settings = new Settings(family.name(), dt, tau);
    settings.checkTime("dt", dt);
    settings.checkTime("tau", tau);
    for (TaskOption option : family.options()) {
      settings.known.put(option.name(), option);
      settings.values.put(option.name(), option.defaults());
    }
    given.forEach(settings::put);
    return settings;
  }

  private void put(String name, double[] value) {
    TaskOption option = known.get(name);
    if (option == null) {
      throw new IllegalArgumentException(
          "task " + task + " has no option " + name + "; the nearest is " + NearestName.of(name, known.keySet()));
    }
    check(option, value);
    values.put(name, value.clone());
  }

  private void check(TaskOption option, double[] value) {
    for (double v : value) {
      if (!Double.isFinite(v)) throw wrong(option, value, "finite numbers");
    }
    switch (option.kind()) {
      case DURATION -> {
        count(option, value, 1, "one duration in ms");
        checkDurations(option, value);
      }
      case DURATION_RANGE -> {
        count(option, value, 2, "two durations in ms, low and high");
        checkDurations(option, value);
        if (value[0] > value[1]) throw wrong(option, value, "low <= high");
      }
      case DURATION_LIST -> {
        if (value.length == 0) throw wrong(option, value, "at least one duration in ms");
        checkDurations(option, value);
      }
      case NUMBER -> count(option, value, 1, "one number");
      case NUMBER_LIST -> {
        if (value.length == 0) throw wrong(option, value, "at least one number");
      }
      case COUNT -> {
        count(option, value, 1, "one whole number");
        if (value[0] < 0 || value[0] != Math.rint(value[0]) || value[0] > 1e6) {
          throw wrong(option, value, "a whole number from 0 to 1000000");
        }
      }
      case SWITCH -> {
        count(option, value, 1, "0 or 1");
        if (value[0] != 0 && value[0] != 1) throw wrong(option, value, "0 or 1");
      }
    }
  }

  private void count(TaskOption option, double[] value, int wanted, String right) {
    if (value.length != wanted) throw wrong(option, value, right);
  }

  private void checkDurations(TaskOption option, double[] value) {
    for (double v : value) {
      if (v < 0 || v > LONGEST) throw wrong(option, value, "durations from 0 to " + (long) LONGEST + " ms");
    }
  }

  private void checkTime(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException("task " + task + ": " + name + " is " + value + " ms, it must be positive");
    }
  }

  private IllegalArgumentException wrong(TaskOption option, double[] value, String right) {
    String shown = value.length == 1 ? Double.toString(value[0]) : Arrays.toString(value);
    return new IllegalArgumentException(
        "task " + task + ": option " + option.name() + " is " + shown + ", it must be " + right);
  }

  /** The error of an option whose value passes the general checks but does not fit the task. */
  public IllegalArgumentException wrong(String name, String right) {
    return wrong(option(name), value(name), right);
  }

  public String task() {
    return task;
  }

  /** Time step, ms. */
  public double dt() {
    return dt;
  }

  /** Membrane time constant, ms. */
  public double tau() {
    return tau;
  }

  /** The values of an option; not to be modified. */
  public double[] list(String name) {
    return value(name);
  }

  public double number(String name) {
    return value(name)[0];
  }

  /** A number that must be at least {@code low}. */
  public double atLeast(String name, double low) {
    double value = number(name);
    if (value < low) throw wrong(name, "at least " + low);
    return value;
  }

  /** A number that must lie in [low, high]. */
  public double within(String name, double low, double high) {
    double value = number(name);
    if (value < low || value > high) throw wrong(name, "between " + low + " and " + high);
    return value;
  }

  /** A whole number that must be at least {@code least}. */
  public int count(String name, int least) {
    int value = (int) number(name);
    if (value < least) throw wrong(name, "a whole number of at least " + least);
    return value;
  }

  public boolean on(String name) {
    return number(name) == 1;
  }

  /** The duration that an option describes: fixed, a range or a list, as its kind says. */
  public Duration duration(String name) {
    double[] v = value(name);
    return switch (option(name).kind()) {
      case DURATION -> new Duration.Fixed(v[0]);
      case DURATION_RANGE -> new Duration.Uniform(v[0], v[1]);
      case DURATION_LIST -> new Duration.OneOf(v);
      case NUMBER, NUMBER_LIST, COUNT, SWITCH -> throw new IllegalStateException(name + " is not a duration");
    };
  }

  private double[] value(String name) {
    return Objects.requireNonNull(values.get(name), () -> "task " + task + " has no option " + name);
  }

  private TaskOption option(String name) {
    return Objects.requireNonNull(known.get(name), () -> "task " + task + " has no option " + name);
  }

  /** A duration that must be longer than nothing. */
  public Duration positive(String name) {
    Duration duration = duration(name);
    if (duration.shortest() <= 0) throw wrong(name, "longer than 0 ms");
    return duration;
  }

  /** Whole steps of a duration: round(ms / dt), but at least one step for anything longer than nothing. */
  public int steps(double milliseconds) {
    return Timeline.steps(milliseconds, dt);
  }
}

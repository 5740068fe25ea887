package plast.task.trial;

import java.util.ArrayList;
import java.util.List;
import plast.task.TaskOption;
import plast.task.TaskOption.Kind;

/** Collects the options of a task family, in the order in which a person should read them. */
public final class OptionList {
  private final List<TaskOption> options = new ArrayList<>();

  /** A fixed duration, ms. */
  public OptionList duration(String name, double milliseconds, String description) {
    return add(name, Kind.DURATION, description, milliseconds);
  }

  /** A duration drawn uniformly between two bounds, ms. */
  public OptionList range(String name, double low, double high, String description) {
    return add(name, Kind.DURATION_RANGE, description, low, high);
  }

  /** A duration drawn from a list, ms. */
  public OptionList oneOf(String name, String description, double... milliseconds) {
    return add(name, Kind.DURATION_LIST, description, milliseconds);
  }

  public OptionList number(String name, double value, String description) {
    return add(name, Kind.NUMBER, description, value);
  }

  public OptionList numbers(String name, String description, double... values) {
    return add(name, Kind.NUMBER_LIST, description, values);
  }

  public OptionList count(String name, int value, String description) {
    return add(name, Kind.COUNT, description, value);
  }

  public OptionList toggle(String name, boolean on, String description) {
    return add(name, Kind.SWITCH, description, on ? 1 : 0);
  }

  /** Whether each trial draws its own durations. */
  public OptionList perTrialTiming(boolean on) {
    return toggle("perTrialTiming", on, "1: each trial draws its own durations and is padded, 0: a batch shares them");
  }

  public OptionList criterion(double performance) {
    return number("criterion", performance, "performance in [0, 1] at which the task counts as learned");
  }

  public List<TaskOption> list() {
    return List.copyOf(options);
  }

  private OptionList add(String name, Kind kind, String description, double... defaults) {
    options.add(new TaskOption(name, kind, defaults, description));
    return this;
  }
}

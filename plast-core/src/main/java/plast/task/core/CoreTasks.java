package plast.task.core;

import java.util.List;
import plast.task.TaskFamily;
import plast.task.trial.OptionList;
import plast.task.trial.Response;
import plast.task.trial.Settings;

/** The core battery, and the options its choice tasks share. */
public final class CoreTasks {
  static final String BATTERY = "core";

  private CoreTasks() {}

  public static List<TaskFamily> all() {
    return List.of(
        DelayedMatch.family(), ParametricMemory.family(), ContextDecision.family(), FlipFlop.threeBits(),
        DelayedMatch.shortFamily(), ParametricMemory.shortFamily(), ContextDecision.shortFamily());
  }

  /** Appends grace, weight, noise, criterion and timing of a task at dt 20 ms. */
  static OptionList common(OptionList options, double noise, double criterion) {
    return shared(Response.options(options, 60, 5), noise, -1, criterion);
  }

  /** The same at dt 100 ms: no grace time, input noise of sd 0.1 whatever the step. */
  static OptionList commonShort(OptionList options, double noise, double criterion) {
    return shared(Response.options(options, 0, 5), noise, 0.1, criterion);
  }

  private static OptionList shared(OptionList options, double noise, double noiseSd, double criterion) {
    return options
        .number("noise", noise, "input noise k: sd k * 0.1 * sqrt(2 tau / dt) in every channel and step")
        .number("noiseSd", noiseSd, "sd of the input noise in every channel and step; -1: as noise says")
        .criterion(criterion)
        .perTrialTiming(false);
  }

  /** Standard deviation of the input noise of every channel and step. */
  static double noiseSd(Settings settings) {
    double absolute = settings.number("noiseSd");
    double scaled = settings.atLeast("noise", 0) * 0.1 * Math.sqrt(2 * settings.tau() / settings.dt());
    if (absolute == -1) return scaled;
    if (absolute < 0) throw settings.wrong("noiseSd", "0 or more, or -1 for the sd that noise gives");
    return absolute;
  }
}

package plast.task.psychrnn;

import java.util.List;
import java.util.function.Function;
import plast.task.Batch.Trial;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Family;
import plast.task.trial.Family.About;
import plast.task.trial.MeanChoice;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.TrialTask;
import plast.task.trial.TrialWriter;

/**
 * The PsychRNN battery, and what its tasks share: no fixation, durations drawn per trial, the largest mean output wins.
 */
public final class PsychRnnTasks {
  private PsychRnnTasks() {}

  public static List<TaskFamily> all() {
    return List.of(DelayedDiscrimination.family(), MatchToCategory.family(), PerceptualDiscrimination.family());
  }

  static TaskFamily family(
      String name, String title, String source, OptionList options, Function<Settings, Task> design) {
    options
        .number("stimulusNoise", 0.1, "size of the input noise, see the task's description")
        .criterion(0.9)
        .perTrialTiming(true);
    return new Family(new About(name, title, "psychrnn", "PsychRNN; " + source), 10, 100, options.list(), design);
  }

  /** Standard deviation of the input noise of one step: 0.1 · 10^¼ · √2 · dt^¼ · size, dt in ms. */
  static double noiseSd(Settings settings) {
    double size = settings.atLeast("stimulusNoise", 0);
    return size * Math.sqrt(2 * 0.01 * Math.sqrt(10) * Math.sqrt(settings.dt()));
  }

  static Task task(Settings settings, int inputs, int choices, Protocol protocol) {
    return TrialTask.of(
        settings, Profile.regression(settings, inputs, choices, 1.0 / choices), protocol, new MeanChoice(0));
  }

  /** Writes targets, high for the answer and low for the rest, and scores them, from one step to another. */
  static void decide(TrialWriter trial, double high, double low, Trial facts, int outputs) {
    trial.window(facts.from(), facts.to());
    for (int o = 0; o < outputs; o++) trial.target(o, o == facts.answer() ? high : low);
    trial.answer(facts);
  }
}

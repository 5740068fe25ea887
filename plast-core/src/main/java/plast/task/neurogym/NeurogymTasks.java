package plast.task.neurogym;

import java.util.List;
import java.util.function.Function;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Family;
import plast.task.trial.Family.About;
import plast.task.trial.FirstAction;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.TrialTask;

/**
 * The NeuroGym battery. Everywhere: fixation input 1 outside the response period, cross-entropy with weight 1 in every
 * step, durations drawn per trial, and a trial is right when the first action of the response period is.
 */
public final class NeurogymTasks {
  private NeurogymTasks() {}

  public static List<TaskFamily> all() {
    return List.of(
        MatchToSample.family(), MatchAmongDistractors.family(), MatchToCategory.family(), PairedAssociation.family(),
        DualMatch.family(), DelayComparison.family(), IntervalDiscrimination.family(), ReadySetGo.family(),
        ContextChoice.family(), PerceptualChoice.family(), PerceptualChoice.delayedFamily(), GoNogo.family(),
        AntiReach.family(), MultiSensoryIntegration.family());
  }

  /** A family of this battery at the time step {@code dt}, ms; {@code criterion}, timing and weight are appended. */
  static TaskFamily family(About about, double dt, OptionList options, Function<Settings, Task> design) {
    options
        .number("responseWeight", 1, "weight of the response period in the loss; 1 elsewhere")
        .criterion(0.9)
        .perTrialTiming(true);
    return new Family(about, dt, 100, options.list(), design);
  }

  static About about(String name, String title, String source) {
    return new About(name, title, "neurogym", "NeuroGym; " + source);
  }

  /** Appends the size of the stimulus noise. */
  static OptionList sigma(OptionList options, double sigma) {
    return options.number(
        "sigma", sigma, "stimulus noise: sd sigma / sqrt(dt in ms) in every stimulus channel and step of a stimulus");
  }

  /** Standard deviation of the stimulus noise of one step. */
  static double noiseSd(Settings settings) {
    return settings.atLeast("sigma", 0) / Math.sqrt(settings.dt());
  }

  /** The task whose first action counts. */
  static Task firstAction(Settings settings, int inputs, int choices, Protocol protocol, double chance) {
    Profile profile = Profile.choice(settings, inputs, 1 + choices, chance);
    return TrialTask.of(settings, profile, protocol, new FirstAction());
  }
}

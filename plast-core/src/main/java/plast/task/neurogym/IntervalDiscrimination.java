package plast.task.neurogym;

import plast.math.RandomStream;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Duration;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Response;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Interval discrimination: which of two stimuli lasted longer? Durations are drawn again while both have the same
 * number of steps, so that every trial has an answer.
 *
 * <p>Inputs: 0 fixation, 1 first stimulus on, 2 second stimulus on. Outputs: 0 fixate, 1 the first, 2 the second.
 */
record IntervalDiscrimination(Timeline timeline, Response response, double noiseSd) implements Protocol {
  private static final int FIRST = 1, SECOND = 3, DECISION = 5;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 300, "before the first stimulus")
        .range("stim1", 300, 600, "first stimulus, uniform between the two bounds")
        .range("delay1", 800, 1500, "between the stimuli, uniform between the two bounds")
        .range("stim2", 300, 600, "second stimulus, uniform between the two bounds")
        .duration("delay2", 500, "between the second stimulus and the decision")
        .duration("decision", 300, "time to answer");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "interval-discrimination", "which of two stimuli lasted longer", "Genovesio, Tsujimoto & Wise (2009)"),
        80, NeurogymTasks.sigma(options, 0), IntervalDiscrimination::design);
  }

  private static Task design(Settings settings) {
    Duration first = settings.duration("stim1"), second = settings.duration("stim2");
    int shortest = Math.min(settings.steps(first.shortest()), settings.steps(second.shortest()));
    int longest = Math.max(settings.steps(first.longest()), settings.steps(second.longest()));
    if (shortest == longest) {
      throw settings.wrong(
          "stim1", "of a range that differs from stim2 by at least one step of " + settings.dt() + " ms");
    }
    IntervalDiscrimination protocol = new IntervalDiscrimination(
        Timeline.of(settings, "fixation", "stim1", "delay1", "stim2", "delay2", "decision"),
        Response.whole(settings, DECISION, "decision"),
        NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 3, 2, protocol, 0.5);
  }

  @Override
  public void time(RandomStream random, int[] lengths) {
    do timeline.draw(random, lengths);
    while (lengths[FIRST] == lengths[SECOND]);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    trial.before(DECISION).input(0, 1);
    trial.during(FIRST).input(1, 1).noise(noiseSd, 1, 2, random);
    trial.during(SECOND).input(2, 1).noise(noiseSd, 1, 2, random);
    int first = trial.end(FIRST) - trial.start(FIRST), second = trial.end(SECOND) - trial.start(SECOND);
    response.write(trial, first > second ? 1 : 2);
  }
}

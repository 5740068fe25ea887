package plast.task.neurogym;

import plast.math.RandomStream;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.FrequencyPairs;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Response;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Delayed comparison of two frequencies, each shown as (1 + v) / 2 in one channel, v the scaled frequency.
 *
 * <p>Inputs: 0 fixation, 1 stimulus. Outputs: 0 fixate, 1 the first was faster, 2 the second.
 */
record DelayComparison(Timeline timeline, Response response, FrequencyPairs pairs, double noiseSd) implements Protocol {
  private static final int FIRST = 1, SECOND = 3, DECISION = 4;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 500, "before the first stimulus")
        .duration("stim1", 500, "first stimulus")
        .duration("delay", 1000, "between the stimuli")
        .duration("stim2", 500, "second stimulus")
        .duration("decision", 100, "time to answer");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "delay-comparison", "compare two frequencies across a delay", "Barak, Tsodyks & Romo (2010)"),
        100, NeurogymTasks.sigma(FrequencyPairs.options(options), 1), DelayComparison::design);
  }

  private static Task design(Settings settings) {
    DelayComparison protocol = new DelayComparison(
        Timeline.of(settings, "fixation", "stim1", "delay", "stim2", "decision"),
        Response.whole(settings, DECISION, "decision"),
        FrequencyPairs.of(settings), NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 2, 2, protocol, 0.5);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int pair = random.nextInt(pairs.count());
    boolean firstFaster = random.nextBoolean();
    trial.before(DECISION).input(0, 1);
    trial.during(FIRST).input(1, 0.5 * (1 + pairs.scaled(pair, firstFaster))).noise(noiseSd, 1, 1, random);
    trial.during(SECOND).input(1, 0.5 * (1 + pairs.scaled(pair, !firstFaster))).noise(noiseSd, 1, 1, random);
    response.write(trial, firstFaster ? 1 : 2);
  }
}

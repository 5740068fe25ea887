package plast.task.core;

import plast.math.RandomStream;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Family;
import plast.task.trial.Family.About;
import plast.task.trial.MeanChoice;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Response;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialTask;
import plast.task.trial.TrialWriter;

/**
 * Delayed match to sample. One of two stimuli is shown, and after a delay one of two again; was it the same?
 *
 * <p>Inputs: 0 fixation (1 until the response), 1 and 2 one-hot stimulus. Outputs: 0 fixate, 1 match, 2 no match.
 */
record DelayedMatch(Timeline timeline, Response response, double matchProbability, double noiseSd) implements Protocol {
  private static final int SAMPLE = 1, TEST = 3, RESPONSE = 4;
  private static final int INPUTS = 3, OUTPUTS = 3, MATCH = 1, NO_MATCH = 2;
  private static final String SOURCE = "after DelayMatchSample of NeuroGym; Miller, Erickson & Desimone (1996)";

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 100, "before the sample")
        .duration("sample", 200, "first stimulus")
        .range("delay", 400, 800, "between the stimuli, uniform between the two bounds")
        .duration("test", 200, "second stimulus")
        .duration("response", 200, "time to answer");
    return new Family(
        new About("dms", "delayed match to sample", CoreTasks.BATTERY, SOURCE),
        20, 100, CoreTasks.common(matching(options), 0.3, 0.9).list(), DelayedMatch::design);
  }

  static TaskFamily shortFamily() {
    OptionList options = new OptionList()
        .duration("fixation", 100, "before the sample")
        .duration("sample", 200, "first stimulus")
        .oneOf("delay", "between the stimuli, one of these, all equally likely", 400, 500, 600, 700, 800)
        .duration("test", 200, "second stimulus")
        .duration("response", 200, "time to answer");
    return new Family(
        new About("dms-short", "delayed match to sample in steps of 100 ms", CoreTasks.BATTERY, SOURCE),
        100, 100, CoreTasks.commonShort(matching(options), 0.3, 0.9).list(), DelayedMatch::design);
  }

  private static OptionList matching(OptionList options) {
    return options.number("matchProbability", 0.5, "probability that the second stimulus is the first one again");
  }

  private static Task design(Settings settings) {
    settings.positive("sample");
    settings.positive("test");
    DelayedMatch protocol = new DelayedMatch(
        Timeline.of(settings, "fixation", "sample", "delay", "test", "response"),
        Response.of(settings, RESPONSE, "response"),
        settings.within("matchProbability", 0, 1),
        CoreTasks.noiseSd(settings));
    return TrialTask.of(settings, Profile.choice(settings, INPUTS, OUTPUTS, 0.5), protocol, new MeanChoice(1));
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int sample = random.nextInt(2);
    boolean match = random.nextDouble() < matchProbability;
    trial.before(RESPONSE).input(0, 1);
    trial.during(SAMPLE).input(1 + sample, 1);
    trial.during(TEST).input(1 + (match ? sample : 1 - sample), 1);
    trial.throughout().noise(noiseSd, 0, INPUTS, random);
    response.write(trial, match ? MATCH : NO_MATCH);
  }
}

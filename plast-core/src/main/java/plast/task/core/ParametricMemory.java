package plast.task.core;

import plast.math.RandomStream;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Family;
import plast.task.trial.Family.About;
import plast.task.trial.FrequencyPairs;
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
 * Parametric working memory. Two vibrations are felt one after the other; was the first one faster?
 *
 * <p>Inputs: 0 fixation (1 until the response), 1 and 2 the scaled frequency v and 1 - v. Outputs: 0 fixate, 1 the
 * first was faster, 2 the second.
 */
record ParametricMemory(Timeline timeline, Response response, FrequencyPairs pairs, double noiseSd)
    implements Protocol {
  private static final int FIRST = 1, SECOND = 3, RESPONSE = 4;
  private static final int INPUTS = 3, OUTPUTS = 3;
  private static final String SOURCE = "after DelayComparison of NeuroGym; Romo, Brody, Hernández & Lemus (1999)";

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 100, "before the first stimulus")
        .duration("first", 200, "first stimulus")
        .range("delay", 300, 600, "between the stimuli, uniform between the two bounds")
        .duration("second", 200, "second stimulus")
        .duration("response", 200, "time to answer");
    return new Family(
        new About("pwm", "parametric working memory: compare two frequencies", CoreTasks.BATTERY, SOURCE),
        20, 100, CoreTasks.common(FrequencyPairs.options(options), 0.15, 0.85).list(), ParametricMemory::design);
  }

  static TaskFamily shortFamily() {
    OptionList options = new OptionList()
        .duration("fixation", 100, "before the first stimulus")
        .duration("first", 200, "first stimulus")
        .oneOf("delay", "between the stimuli, one of these, all equally likely", 300, 400, 500, 600)
        .duration("second", 200, "second stimulus")
        .duration("response", 200, "time to answer");
    return new Family(
        new About("pwm-short", "parametric working memory in steps of 100 ms", CoreTasks.BATTERY, SOURCE),
        100, 100, CoreTasks.commonShort(FrequencyPairs.options(options), 0.15, 0.85).list(), ParametricMemory::design);
  }

  private static Task design(Settings settings) {
    settings.positive("first");
    settings.positive("second");
    ParametricMemory protocol = new ParametricMemory(
        Timeline.of(settings, "fixation", "first", "delay", "second", "response"),
        Response.of(settings, RESPONSE, "response"),
        FrequencyPairs.of(settings),
        CoreTasks.noiseSd(settings));
    return TrialTask.of(settings, Profile.choice(settings, INPUTS, OUTPUTS, 0.5), protocol, new MeanChoice(1));
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int pair = random.nextInt(pairs.count());
    boolean firstFaster = random.nextBoolean();
    double first = pairs.scaled(pair, firstFaster), second = pairs.scaled(pair, !firstFaster);
    trial.before(RESPONSE).input(0, 1);
    trial.during(FIRST).input(1, first).input(2, 1 - first);
    trial.during(SECOND).input(1, second).input(2, 1 - second);
    trial.throughout().noise(noiseSd, 0, INPUTS, random);
    response.write(trial, firstFaster ? 1 : 2);
  }
}

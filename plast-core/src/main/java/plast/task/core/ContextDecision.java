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
 * Context-dependent decision. Two modalities each give evidence of some strength and sign; the context says whose sign
 * counts.
 *
 * <p>Inputs: 0 fixation and 1, 2 one-hot context (until the response); modality k has channels 3 + 2k and 4 + 2k at
 * (1 + c) / 2 and (1 - c) / 2 during the stimulus, c its signed coherence. Outputs: 0 fixate, 1 positive, 2 negative.
 */
record ContextDecision(Timeline timeline, Response response, double[] coherences, double noiseSd) implements Protocol {
  private static final int STIMULUS = 1, RESPONSE = 3;
  private static final int MODALITIES = 2, INPUTS = 7, OUTPUTS = 3;
  private static final String SOURCE =
      "after ContextDecisionMaking of NeuroGym; Mante, Sussillo, Shenoy & Newsome (2013)";

  static TaskFamily family() {
    return new Family(
        new About("cdm", "context-dependent decision between two modalities", CoreTasks.BATTERY, SOURCE),
        20, 100, CoreTasks.common(options(), 0.3, 0.85).list(), ContextDecision::design);
  }

  static TaskFamily shortFamily() {
    return new Family(
        new About("cdm-short", "context-dependent decision in steps of 100 ms", CoreTasks.BATTERY, SOURCE),
        100, 100, CoreTasks.commonShort(options(), 0.3, 0.85).list(), ContextDecision::design);
  }

  private static OptionList options() {
    return new OptionList()
        .duration("fixation", 100, "before the stimulus")
        .duration("stimulus", 500, "evidence of both modalities")
        .duration("delay", 200, "between stimulus and response")
        .duration("response", 200, "time to answer")
        .numbers("coherences", "strengths of the evidence in (0, 1], each modality draws its own", 0.1, 0.2, 0.4, 0.8);
  }

  private static Task design(Settings settings) {
    settings.positive("stimulus");
    for (double c : settings.list("coherences")) {
      if (c <= 0 || c > 1) throw settings.wrong("coherences", "numbers above 0 and up to 1");
    }
    ContextDecision protocol = new ContextDecision(
        Timeline.of(settings, "fixation", "stimulus", "delay", "response"),
        Response.of(settings, RESPONSE, "response"),
        settings.list("coherences"),
        CoreTasks.noiseSd(settings));
    return TrialTask.of(settings, Profile.choice(settings, INPUTS, OUTPUTS, 0.5), protocol, new MeanChoice(1));
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int context = random.nextInt(MODALITIES);
    trial.before(RESPONSE).input(0, 1).input(1 + context, 1);
    int answer = 0;
    for (int k = 0; k < MODALITIES; k++) {
      boolean positive = random.nextBoolean();
      double coherence = coherences[random.nextInt(coherences.length)] * (positive ? 1 : -1);
      trial.during(STIMULUS).input(3 + 2 * k, 0.5 * (1 + coherence)).input(4 + 2 * k, 0.5 * (1 - coherence));
      if (k == context) answer = positive ? 1 : 2;
    }
    trial.throughout().noise(noiseSd, 0, INPUTS, random);
    response.write(trial, answer);
  }
}

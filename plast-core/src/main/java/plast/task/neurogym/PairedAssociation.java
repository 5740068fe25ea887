package plast.task.neurogym;

import plast.math.RandomStream;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Response;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Delayed paired association: of the pairs (1,3), (1,4), (2,3), (2,4) those with an even difference ask for an action.
 *
 * <p>Inputs: 0 fixation, 1 to 4 one-hot stimulus. Outputs: 0 stay, 1 go.
 */
record PairedAssociation(Timeline timeline, Response response, double noiseSd) implements Protocol {
  private static final int FIRST = 1, SECOND = 3, DECISION = 5, STIMULI = 4;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 0, "before the first stimulus")
        .duration("stim1", 1000, "first stimulus")
        .duration("delay1", 1000, "between the stimuli")
        .duration("stim2", 1000, "second stimulus")
        .duration("delay2", 1000, "between the second stimulus and the decision")
        .duration("decision", 500, "time to answer");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "delay-paired-association", "delayed paired association, go or stay", "Zhang et al. (2019)"),
        100, NeurogymTasks.sigma(options, 0), PairedAssociation::design);
  }

  private static Task design(Settings settings) {
    PairedAssociation protocol = new PairedAssociation(
        Timeline.of(settings, "fixation", "stim1", "delay1", "stim2", "delay2", "decision"),
        Response.whole(settings, DECISION, "decision"),
        NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 1 + STIMULI, 1, protocol, 0.5);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int first = 1 + random.nextInt(2), second = 3 + random.nextInt(2);
    trial.before(DECISION).input(0, 1);
    trial.during(FIRST).input(first, 1).noise(noiseSd, 1, STIMULI, random);
    trial.during(SECOND).input(second, 1).noise(noiseSd, 1, STIMULI, random);
    response.write(trial, (second - first) % 2 == 0 ? 1 : 0);
  }
}

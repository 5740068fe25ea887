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
 * Go or no-go: act after one stimulus, stay after the other.
 *
 * <p>Inputs: 0 fixation, 1 no-go, 2 go. Outputs: 0 stay, 1 go.
 */
record GoNogo(Timeline timeline, Response response, double noiseSd) implements Protocol {
  private static final int STIMULUS = 1, DECISION = 3;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 0, "before the stimulus")
        .duration("stimulus", 500, "go or no-go")
        .duration("delay", 500, "between stimulus and decision")
        .duration("decision", 500, "time to act");
    return NeurogymTasks.family(
        NeurogymTasks.about("go-nogo", "act after one stimulus, stay after the other", "Zhang et al. (2019)"),
        100, NeurogymTasks.sigma(options, 0), GoNogo::design);
  }

  private static Task design(Settings settings) {
    GoNogo protocol = new GoNogo(
        Timeline.of(settings, "fixation", "stimulus", "delay", "decision"),
        Response.whole(settings, DECISION, "decision"),
        NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 3, 1, protocol, 0.5);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int go = random.nextInt(2);
    trial.before(DECISION).input(0, 1);
    trial.during(STIMULUS).input(1 + go, 1).noise(noiseSd, 1, 2, random);
    response.write(trial, go);
  }
}

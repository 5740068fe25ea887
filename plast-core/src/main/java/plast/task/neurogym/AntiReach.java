package plast.task.neurogym;

import plast.math.RandomStream;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Response;
import plast.task.trial.Ring;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Anti-reach: a ring shows cos(θ_k − θ); respond at the opposite location.
 *
 * <p>Inputs: 0 fixation, then the ring. Outputs: 0 fixate, then one per location.
 */
record AntiReach(Timeline timeline, Response response, Ring ring, boolean anti, double noiseSd) implements Protocol {
  private static final int STIMULUS = 1, DECISION = 3;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 500, "before the stimulus")
        .duration("stimulus", 500, "the location")
        .duration("delay", 0, "between stimulus and decision")
        .duration("decision", 500, "time to respond")
        .count("ring", 32, "stimulus channels, and locations to choose from")
        .toggle("anti", true, "1: respond opposite to the stimulus, 0: at it");
    return NeurogymTasks.family(
        NeurogymTasks.about("anti-reach", "respond opposite to a location", "Munoz & Everling (2004)"),
        100, NeurogymTasks.sigma(options, 0), AntiReach::design);
  }

  private static Task design(Settings settings) {
    Ring ring = new Ring(1, settings.count("ring", 2));
    AntiReach protocol = new AntiReach(
        Timeline.of(settings, "fixation", "stimulus", "delay", "decision"),
        Response.whole(settings, DECISION, "decision"),
        ring, settings.on("anti"), NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 1 + ring.channels(), ring.channels(), protocol, 1.0 / ring.channels());
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int location = random.nextInt(ring.channels());
    double stimulus = ring.angle(location) + (anti ? Math.PI : 0);
    trial.before(DECISION).input(0, 1);
    trial.during(STIMULUS).noise(noiseSd, 1, ring.channels(), random);
    ring.cosine(trial, stimulus, 1, 0);
    response.write(trial, 1 + location);
  }
}

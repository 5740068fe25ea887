package plast.task.psychrnn;

import plast.math.RandomStream;
import plast.task.Batch.Trial;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Ring;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Match to category: a ring of channels shows the normal density of width 1 around a random angle; which of n equal
 * arcs holds it?
 *
 * <p>Inputs: exp(−d_k² / 2) / √(2π), d_k the distance of channel k in radians; the channels divide the circle evenly,
 * where the original places the first and the last on the same angle. Outputs: one per arc, target 1 in the response, 0
 * elsewhere. Input noise of every channel and step: stimulusNoise / (2 dt), dt in ms.
 */
record MatchToCategory(Timeline timeline, Ring ring, int categories, double noiseSd) implements Protocol {
  private static final int STIMULUS = 1, RESPONSE = 2;
  private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("onset", 200, "before the stimulus")
        .duration("stimulus", 1000, "the angle is shown")
        .duration("response", 800, "time to answer")
        .count("ring", 16, "stimulus channels")
        .count("categories", 2, "number of equal arcs");
    return PsychRnnTasks.family(
        "match-to-category", "which arc holds an angle", "Freedman & Assad (2006)", options, MatchToCategory::design);
  }

  private static Task design(Settings settings) {
    settings.positive("stimulus");
    settings.positive("response");
    int categories = settings.count("categories", 2);
    Ring ring = new Ring(0, settings.count("ring", 2));
    double noiseSd = settings.atLeast("stimulusNoise", 0) / (2 * settings.dt());
    MatchToCategory protocol = new MatchToCategory(
        Timeline.of(settings, "onset", "stimulus", "response"), ring, categories, noiseSd);
    return PsychRnnTasks.task(settings, ring.channels(), categories, protocol);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    double turn = random.nextDouble();
    trial.throughout().noise(noiseSd, 0, ring.channels(), random);
    trial.during(STIMULUS);
    for (int k = 0; k < ring.channels(); k++) {
      double d = Ring.distance(ring.angle(k), 2 * Math.PI * turn);
      trial.input(k, PEAK * StrictMath.exp(-0.5 * d * d));
    }
    trial.before(RESPONSE).weight(0);
    int category = (int) (turn * categories);
    PsychRnnTasks.decide(
        trial, 1, 0, new Trial(category, trial.start(RESPONSE), trial.end(RESPONSE), 0), categories);
  }
}

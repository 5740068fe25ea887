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
 * Delayed match to category: a category is a half circle and the angle is uniform inside it. The answer is given during
 * the test, in which the fixation input is off.
 *
 * <p>Inputs: 0 fixation, then the ring. Outputs: 0 fixate, 1 same category, 2 another.
 */
record MatchToCategory(Timeline timeline, Response response, Ring ring, double noiseSd) implements Protocol {
  private static final int SAMPLE = 1, TEST = 3;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 500, "before the sample")
        .duration("sample", 650, "first stimulus")
        .duration("delay", 1000, "between the stimuli")
        .duration("test", 650, "second stimulus and time to answer")
        .count("ring", 2, "stimulus channels");
    return NeurogymTasks.family(
        NeurogymTasks.about("delay-match-category", "delayed match to category", "Freedman & Assad (2006)"),
        100, NeurogymTasks.sigma(options, 1), MatchToCategory::design);
  }

  private static Task design(Settings settings) {
    Ring ring = new Ring(1, settings.count("ring", 2));
    MatchToCategory protocol = new MatchToCategory(
        Timeline.of(settings, "fixation", "sample", "delay", "test"),
        Response.whole(settings, TEST, "test"),
        ring, NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 1 + ring.channels(), 2, protocol, 0.5);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int category = random.nextInt(2);
    boolean match = random.nextBoolean();
    double sample = (category + random.nextDouble()) * Math.PI;
    double test = ((match ? category : 1 - category) + random.nextDouble()) * Math.PI;
    trial.before(TEST).input(0, 1);
    ring.cosine(trial.during(SAMPLE).noise(noiseSd, 1, ring.channels(), random), sample, 0.5, 0.5);
    ring.cosine(trial.during(TEST).noise(noiseSd, 1, ring.channels(), random), test, 0.5, 0.5);
    response.write(trial, match ? 1 : 2);
  }
}

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
 * Delayed match to sample on a ring: sample and test are 0.5 cos(θ_k − θ) + 0.5, a test that does not match lies
 * opposite.
 *
 * <p>Inputs: 0 fixation, then the ring. Outputs: 0 fixate, 1 match, 2 no match.
 */
record MatchToSample(Timeline timeline, Response response, Ring ring, double noiseSd) implements Protocol {
  private static final int SAMPLE = 1, TEST = 3, DECISION = 4;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 300, "before the sample")
        .duration("sample", 500, "first stimulus")
        .duration("delay", 1000, "between the stimuli")
        .duration("test", 500, "second stimulus")
        .duration("decision", 900, "time to answer")
        .count("ring", 2, "stimulus channels");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "delay-match-sample", "delayed match to sample on a ring", "Miller, Erickson & Desimone (1996)"),
        100, NeurogymTasks.sigma(options, 1), MatchToSample::design);
  }

  private static Task design(Settings settings) {
    Ring ring = new Ring(1, settings.count("ring", 2));
    MatchToSample protocol = new MatchToSample(
        Timeline.of(settings, "fixation", "sample", "delay", "test", "decision"),
        Response.whole(settings, DECISION, "decision"),
        ring, NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 1 + ring.channels(), 2, protocol, 0.5);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    double sample = ring.angle(random.nextInt(ring.channels()));
    boolean match = random.nextBoolean();
    trial.before(DECISION).input(0, 1);
    ring.cosine(trial.during(SAMPLE).noise(noiseSd, 1, ring.channels(), random), sample, 0.5, 0.5);
    ring.cosine(
        trial.during(TEST).noise(noiseSd, 1, ring.channels(), random), match ? sample : sample + Math.PI, 0.5, 0.5);
    response.write(trial, match ? 1 : 2);
  }
}

package plast.task.neurogym;

import plast.math.RandomStream;
import plast.task.Batch.Trial;
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
 * Delayed match to sample among distractors: three tests follow the sample, exactly one matches, the others have random
 * angles. The network must act in the matching test and in no test or delay before it. The fixation input is on in the
 * fixation period only, so that it does not give the match away.
 *
 * <p>Inputs: 0 fixation, then a ring with cos(θ_k − θ). Outputs: 0 wait, 1 match.
 */
record MatchAmongDistractors(Timeline timeline, double weight, Ring ring, double noiseSd) implements Protocol {
  private static final int FIXATION = 0, SAMPLE = 1, FIRST_DELAY = 2, TESTS = 3;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 300, "before the sample")
        .duration("sample", 500, "the stimulus to remember")
        .duration("delay", 1000, "before each test")
        .duration("test", 500, "each test")
        .count("ring", 32, "stimulus channels");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "delay-match-sample-distractor-1d", "delayed match to sample among distractors",
            "Miller, Erickson & Desimone (1996)"),
        100, NeurogymTasks.sigma(options, 0), MatchAmongDistractors::design);
  }

  private static Task design(Settings settings) {
    Ring ring = new Ring(1, settings.count("ring", 2));
    settings.positive("test");
    Timeline repeated = Timeline.of(
        settings, "fixation", "sample", "delay", "test", "delay", "test", "delay", "test");
    MatchAmongDistractors protocol =
        new MatchAmongDistractors(repeated, Response.weight(settings), ring, NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 1 + ring.channels(), 1, protocol, 1.0 / TESTS);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    double sample = random.uniform(0, 2 * Math.PI);
    int match = random.nextInt(TESTS);
    trial.during(FIXATION).input(0, 1);
    ring.cosine(trial.during(SAMPLE).noise(noiseSd, 1, ring.channels(), random), sample, 1, 0);
    for (int k = 0; k < TESTS; k++) {
      double angle = k == match ? sample : random.uniform(0, 2 * Math.PI);
      ring.cosine(trial.during(test(k)).noise(noiseSd, 1, ring.channels(), random), angle, 1, 0);
    }
    int answer = test(match);
    trial.during(answer).choose(1).weight(weight);
    trial.answer(new Trial(1, trial.start(FIRST_DELAY), trial.end(answer), trial.start(answer)));
  }

  private static int test(int k) {
    return FIRST_DELAY + 1 + 2 * k;
  }
}

package plast.task.psychrnn;

import java.util.Arrays;
import java.util.List;
import plast.math.RandomStream;
import plast.task.Batch.Trial;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Duration;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Perceptual discrimination: two channels at 1 and 1 + coherence; which is larger? All trials are equally long: the
 * stimulus comes on within the first half and lasts between ⅛ and ⅜ of the trial. The loss counts from the end of the
 * stimulus, the targets, 1 and 0.2, come 20 ms later and are 0 before.
 *
 * <p>Outputs: one per channel. Input noise of every channel and step: stimulusNoise · √(0.02 √(10 dt)), dt in ms. Only
 * the part with targets is scored.
 */
record PerceptualDiscrimination(Timeline timeline, int steps, int pause, double[] coherences, double noiseSd)
    implements Protocol {
  private static final int STIMULUS = 1, DECISION = 2, CHANNELS = 2;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("trial", 2000, "length of a trial")
        .duration("pause", 20, "from the end of the stimulus to the first target above 0")
        .numbers("coherences", "difference between the channels, one of these", 0.1, 0.3, 0.5, 0.7);
    return PsychRnnTasks.family(
        "perceptual-discrimination", "which of two noisy inputs is larger",
        "Britten, Shadlen, Newsome & Movshon (1992)", options, PerceptualDiscrimination::design);
  }

  private static Task design(Settings settings) {
    double length = settings.positive("trial").longest(), dt = settings.dt();
    for (double c : settings.list("coherences")) {
      if (c <= 0) throw settings.wrong("coherences", "positive numbers");
    }
    int steps = settings.steps(length), pause = (int) Math.round(settings.number("pause") / dt);
    Duration onset = new Duration.Uniform(0, length / 2), stimulus = new Duration.Uniform(length / 8, 3 * length / 8);
    Timeline timeline = new Timeline(List.of("onset", "stimulus", "decision"), List.of(onset, stimulus), dt);
    int latest = settings.steps(onset.longest()) + settings.steps(stimulus.longest());
    if (latest + pause >= steps) {
      throw settings.wrong("trial", "longer, or the pause shorter: at steps of " + dt
          + " ms a late stimulus leaves nothing to score");
    }
    PerceptualDiscrimination protocol = new PerceptualDiscrimination(
        timeline, steps, pause, settings.list("coherences"), PsychRnnTasks.noiseSd(settings));
    return PsychRnnTasks.task(settings, CHANNELS, 2, protocol);
  }

  @Override
  public void time(RandomStream random, int[] lengths) {
    Arrays.fill(lengths, 0);
    timeline.draw(random, lengths);
    lengths[DECISION] = steps - lengths[0] - lengths[STIMULUS];
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int larger = random.nextInt(2);
    double coherence = coherences[random.nextInt(coherences.length)];
    trial.throughout().noise(noiseSd, 0, CHANNELS, random);
    trial.during(STIMULUS).input(larger, 1 + coherence).input(1 - larger, 1);
    trial.before(DECISION).weight(0);
    PsychRnnTasks.decide(
        trial, 1, 0.2, new Trial(larger, trial.start(DECISION) + pause, trial.end(DECISION), 0), 2);
  }
}

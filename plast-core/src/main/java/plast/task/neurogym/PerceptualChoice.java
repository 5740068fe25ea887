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
 * Perceptual decision: a ring shows 0.5 + coherence / 200 · cos(θ_k − θ); choose the direction. With two channels these
 * are (1 ± coherence / 100) / 2. A coherence of 0 leaves the answer to luck.
 *
 * <p>Inputs: 0 fixation, then the ring. Outputs: 0 fixate, then one per direction.
 */
record PerceptualChoice(Timeline timeline, Response response, Ring ring, double[] coherences, double noiseSd)
    implements Protocol {
  private static final int STIMULUS = 1, DECISION = 3;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 100, "before the stimulus")
        .duration("stimulus", 2000, "evidence")
        .duration("delay", 0, "between stimulus and decision")
        .duration("decision", 100, "time to answer");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "perceptual-decision-making", "which direction does noisy evidence favour",
            "Britten, Shadlen, Newsome & Movshon (1992)"),
        100, NeurogymTasks.sigma(evidence(options), 1), PerceptualChoice::design);
  }

  /** The version with a delay of one of eight lengths. */
  static TaskFamily delayedFamily() {
    OptionList options = new OptionList()
        .duration("fixation", 0, "before the stimulus")
        .duration("stimulus", 1150, "evidence")
        .oneOf("delay", "between stimulus and decision, one of these, all equally likely",
            300, 500, 700, 900, 1200, 2000, 3200, 4000)
        .duration("decision", 1500, "time to answer");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "perceptual-decision-making-delay-response", "noisy evidence, answered after a delay",
            "Inagaki et al. (2019)"),
        100, NeurogymTasks.sigma(evidence(options), 1), PerceptualChoice::design);
  }

  private static OptionList evidence(OptionList options) {
    return options
        .numbers("coherences", "strengths of the evidence, percent", 0, 6.4, 12.8, 25.6, 51.2)
        .count("ring", 2, "stimulus channels, and directions to choose from");
  }

  /** The option {@code coherences}, percent. */
  static double[] coherences(Settings settings) {
    for (double c : settings.list("coherences")) {
      if (c < 0 || c > 100) throw settings.wrong("coherences", "between 0 and 100 percent");
    }
    return settings.list("coherences");
  }

  private static Task design(Settings settings) {
    Ring ring = new Ring(1, settings.count("ring", 2));
    PerceptualChoice protocol = new PerceptualChoice(
        Timeline.of(settings, "fixation", "stimulus", "delay", "decision"),
        Response.whole(settings, DECISION, "decision"),
        ring, coherences(settings), NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 1 + ring.channels(), ring.channels(), protocol, 1.0 / ring.channels());
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int direction = random.nextInt(ring.channels());
    double coherence = coherences[random.nextInt(coherences.length)];
    trial.before(DECISION).input(0, 1);
    trial.during(STIMULUS).noise(noiseSd, 1, ring.channels(), random);
    ring.cosine(trial, ring.angle(direction), coherence / 200, 0.5);
    response.write(trial, 1 + direction);
  }
}

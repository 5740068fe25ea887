package plast.task.neurogym;

import java.util.List;
import plast.math.RandomStream;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Duration;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Response;
import plast.task.trial.Ring;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Context-dependent decision on rings: each modality shows 0.5 + coherence / 200 · cos(θ_k − θ) for a direction of its
 * own; the direction of the modality that the context names is the answer. Without an explicit context it is always the
 * first.
 *
 * <p>Inputs: 0 fixation, two rings, two context channels if explicit (on through the whole trial). Outputs: 0 fixate,
 * then one per direction.
 */
record ContextChoice(
    Timeline timeline, Response response, int directions, double[] coherences, boolean explicitContext, double noiseSd)
    implements Protocol {
  private static final int STIMULUS = 1, DECISION = 3, MODALITIES = 2;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 300, "before the stimulus")
        .duration("stimulus", 750, "evidence of both modalities")
        .range("delay", 300, 3000, "bounds of the truncated exponential delay")
        .duration("delayMean", 600, "mean of the exponential delay before truncation")
        .duration("decision", 100, "time to answer")
        .numbers("coherences", "strengths of the evidence, percent", 5, 15, 50)
        .count("ring", 2, "channels of each modality, and directions to choose from")
        .toggle("explicitContext", true, "1: two more inputs say which modality counts, 0: always the first");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "context-decision-making", "context-dependent decision on rings",
            "Mante, Sussillo, Shenoy & Newsome (2013)"),
        100, NeurogymTasks.sigma(options, 1), ContextChoice::design);
  }

  private static Task design(Settings settings) {
    int directions = settings.count("ring", 2);
    boolean explicit = settings.on("explicitContext");
    settings.positive("delayMean");
    double[] bounds = settings.list("delay");
    Timeline timeline = new Timeline(
        List.of("fixation", "stimulus", "delay", "decision"),
        List.of(
            settings.duration("fixation"), settings.duration("stimulus"),
            new Duration.TruncatedExponential(settings.number("delayMean"), bounds[0], bounds[1]),
            settings.duration("decision")),
        settings.dt());
    ContextChoice protocol = new ContextChoice(
        timeline, Response.whole(settings, DECISION, "decision"), directions,
        PerceptualChoice.coherences(settings), explicit, NeurogymTasks.noiseSd(settings));
    int inputs = 1 + MODALITIES * directions + (explicit ? MODALITIES : 0);
    return NeurogymTasks.firstAction(settings, inputs, directions, protocol, 1.0 / directions);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int context = explicitContext ? random.nextInt(MODALITIES) : 0;
    if (explicitContext) trial.throughout().input(1 + MODALITIES * directions + context, 1);
    trial.before(DECISION).input(0, 1);
    trial.during(STIMULUS).noise(noiseSd, 1, MODALITIES * directions, random);
    int answer = 0;
    for (int k = 0; k < MODALITIES; k++) {
      Ring ring = new Ring(1 + k * directions, directions);
      int direction = random.nextInt(directions);
      double coherence = coherences[random.nextInt(coherences.length)];
      ring.cosine(trial, ring.angle(direction), coherence / 200, 0.5);
      if (k == context) answer = 1 + direction;
    }
    response.write(trial, answer);
  }
}

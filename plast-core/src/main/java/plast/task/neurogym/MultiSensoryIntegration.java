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
 * Multisensory integration: two modalities show the same direction on a ring each; a random fraction of the coherence
 * goes to the first, the rest to the second.
 *
 * <p>Inputs: 0 fixation, two rings. Outputs: 0 fixate, then one per direction.
 */
record MultiSensoryIntegration(
    Timeline timeline, Response response, int directions, double[] coherences, double noiseSd) implements Protocol {
  private static final int STIMULUS = 1, DECISION = 2;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 300, "before the stimulus")
        .duration("stimulus", 750, "evidence of both modalities")
        .duration("decision", 100, "time to answer")
        .numbers("coherences", "strengths of the evidence of both modalities together, percent", 5, 15, 50)
        .count("ring", 2, "channels of each modality, and directions to choose from");
    return NeurogymTasks.family(
        NeurogymTasks.about(
            "multi-sensory-integration", "integrate two modalities", "Raposo, Kaufman & Churchland (2014)"),
        100, NeurogymTasks.sigma(options, 1), MultiSensoryIntegration::design);
  }

  private static Task design(Settings settings) {
    int directions = settings.count("ring", 2);
    MultiSensoryIntegration protocol = new MultiSensoryIntegration(
        Timeline.of(settings, "fixation", "stimulus", "decision"),
        Response.whole(settings, DECISION, "decision"),
        directions, PerceptualChoice.coherences(settings), NeurogymTasks.noiseSd(settings));
    return NeurogymTasks.firstAction(settings, 1 + 2 * directions, directions, protocol, 1.0 / directions);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int direction = random.nextInt(directions);
    double coherence = coherences[random.nextInt(coherences.length)], share = random.nextDouble();
    trial.before(DECISION).input(0, 1);
    trial.during(STIMULUS).noise(noiseSd, 1, 2 * directions, random);
    Ring first = new Ring(1, directions), second = new Ring(1 + directions, directions);
    first.cosine(trial, first.angle(direction), share * coherence / 200, 0.5);
    second.cosine(trial, second.angle(direction), (1 - share) * coherence / 200, 0.5);
    response.write(trial, 1 + direction);
  }
}

package plast.task.yang;

import plast.math.RandomStream;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/** Decision rules with a gap: the two stimuli come one after the other; respond to the place of the stronger one. */
record DelayedDecisionRule(Timeline timeline, Layout layout, Attention attention, double[] coherences)
    implements Protocol {
  private static final int FIRST = 1, SECOND = 3, RESPONSE = 5;

  static OptionList options() {
    return DecisionRule.evidence(new OptionList()
        .oneOf("fixation", "before the first stimulus, one of these", 200, 400, 600)
        .oneOf("stim1", "first stimulus, one of these", 200, 400, 600)
        .oneOf("gap", "between the stimuli, one of these", 200, 400, 800, 1600)
        .oneOf("stim2", "second stimulus, one of these", 200, 400, 600)
        .range("wait", 100, 300, "between the second stimulus and the response, uniform between the two bounds")
        .duration("response", 500, "time to respond"), 2, 0.08, 0.16, 0.32);
  }

  static Protocol of(Settings settings, Attention attention) {
    settings.positive("stim1");
    settings.positive("stim2");
    return new DelayedDecisionRule(
        Timeline.of(settings, "fixation", "stim1", "gap", "stim2", "wait", "response"),
        Layout.of(settings, RESPONSE), attention, DecisionRule.coherences(settings, 2));
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    double[] strength = new double[2 * Layout.MODALITIES];
    double first = random.uniform(0, 2 * Math.PI);
    double second = (first + random.uniform(0.5 * Math.PI, 1.5 * Math.PI)) % (2 * Math.PI);
    boolean chooseFirst = attention.draw(coherences, strength, random);
    layout.begin(trial, random);
    trial.before(RESPONSE).input(0, 1);
    for (int modality = 0; modality < Layout.MODALITIES; modality++) {
      layout.show(trial.during(FIRST), modality, first, strength[modality]);
      layout.show(trial.during(SECOND), modality, second, strength[2 + modality]);
    }
    layout.respond(trial, chooseFirst ? first : second);
  }
}

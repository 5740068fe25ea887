package plast.task.yang;

import plast.math.RandomStream;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/** Decision rules: two stimuli π/2 to 3π/2 apart are shown together; respond to the place of the stronger one. */
record DecisionRule(Timeline timeline, Layout layout, Attention attention, double[] coherences) implements Protocol {
  private static final int STIMULUS = 1, RESPONSE = 2;

  static OptionList options() {
    return evidence(new OptionList()
        .range("fixation", 100, 400, "before the stimuli, uniform between the two bounds")
        .oneOf("stimulus", "how long they are shown, one of these", 400, 800, 1600)
        .duration("response", 500, "time to respond"), 10, 0.01, 0.02, 0.04, 0.08);
  }

  /** Appends coherences and the option that multiplies them by {@code ease}. */
  static OptionList evidence(OptionList options, int ease, double... coherences) {
    return options
        .numbers("coherences", "half the difference in strength between the stimuli, one of these", coherences)
        .toggle("easy", false, "1: coherences times " + ease);
  }

  /** The coherences, multiplied by {@code ease} if the task is to be easy. */
  static double[] coherences(Settings settings, double ease) {
    double[] coherences = settings.list("coherences").clone();
    for (int k = 0; k < coherences.length; k++) {
      if (coherences[k] <= 0) throw settings.wrong("coherences", "positive numbers");
      if (settings.on("easy")) coherences[k] *= ease;
    }
    return coherences;
  }

  static Protocol of(Settings settings, Attention attention) {
    settings.positive("stimulus");
    return new DecisionRule(
        Timeline.of(settings, "fixation", "stimulus", "response"), Layout.of(settings, RESPONSE), attention,
        coherences(settings, 10));
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    double[] strength = new double[2 * Layout.MODALITIES];
    double first = random.uniform(0, 2 * Math.PI);
    double second = (first + random.uniform(0.5 * Math.PI, 1.5 * Math.PI)) % (2 * Math.PI);
    boolean chooseFirst = attention.draw(coherences, strength, random);
    layout.begin(trial, random);
    trial.before(RESPONSE).input(0, 1);
    trial.during(STIMULUS);
    for (int modality = 0; modality < Layout.MODALITIES; modality++) {
      layout.show(trial, modality, first, strength[modality]);
      layout.show(trial, modality, second, strength[2 + modality]);
    }
    layout.respond(trial, chooseFirst ? first : second);
  }
}

package plast.task.yang;

import plast.math.RandomStream;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Go and anti rules: a stimulus in one of the modalities, and a response to its place or to the opposite one. In the
 * delayed rule it has gone by then, in the fixed rule it stays on, in the reaction rule it is itself the signal to
 * respond and the fixation input never goes off.
 *
 * @param onset       period in which the stimulus comes on
 * @param gone        period at whose start it goes off, or the number of periods if it stays
 * @param cuedByOffset whether the fixation input goes off with the response
 */
record GoRule(Timeline timeline, Layout layout, boolean anti, int onset, int gone, boolean cuedByOffset)
    implements Protocol {

  static OptionList delayOptions() {
    return new OptionList()
        .oneOf("fixation", "before the stimulus, one of these", 300, 500, 700)
        .oneOf("stimulus", "how long it is shown, one of these", 200, 400, 600)
        .oneOf("delay", "between stimulus and response, one of these", 200, 400, 800, 1600)
        .duration("response", 500, "time to respond");
  }

  static Protocol delayed(Settings settings, boolean anti) {
    Timeline timeline = Timeline.of(settings, "fixation", "stimulus", "delay", "response");
    return new GoRule(timeline, Layout.of(settings, 3), anti, 1, 2, true);
  }

  static OptionList fixedOptions() {
    return new OptionList()
        .range("fixation", 300, 700, "before the stimulus, uniform between the two bounds")
        .range("stimulus", 500, 1500, "from its onset to the response, uniform between the two bounds")
        .duration("response", 500, "time to respond");
  }

  static Protocol fixed(Settings settings, boolean anti) {
    Timeline timeline = Timeline.of(settings, "fixation", "stimulus", "response");
    return new GoRule(timeline, Layout.of(settings, 2), anti, 1, 3, true);
  }

  static OptionList reactOptions() {
    return new OptionList()
        .range("fixation", 500, 2500, "before the stimulus, uniform between the two bounds")
        .duration("response", 500, "stimulus and time to respond");
  }

  static Protocol reacting(Settings settings, boolean anti) {
    Timeline timeline = Timeline.of(settings, "fixation", "response");
    return new GoRule(timeline, Layout.of(settings, 1), anti, 1, 2, false);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    double angle = random.uniform(0, 2 * Math.PI);
    int modality = random.nextInt(Layout.MODALITIES);
    layout.begin(trial, random);
    (cuedByOffset ? trial.before(layout.response().period()) : trial.throughout()).input(0, 1);
    layout.show(trial.window(trial.start(onset), trial.end(gone - 1)), modality, angle, 1);
    layout.respond(trial, anti ? (angle + Math.PI) % (2 * Math.PI) : angle);
  }
}

package plast.task.yang;

import plast.math.RandomStream;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Match rules: two stimuli, each in a modality of its own draw, come one after the other; respond to the second, or
 * stay. A match is the same place (non-matching ones are π/9 to 17π/9 apart) or the same half circle. The fixation
 * input stays on: the second stimulus is the signal.
 *
 * @param byCategory whether half circles are compared
 * @param actOnMatch whether a match asks for the response
 */
record MatchRule(Timeline timeline, Layout layout, boolean byCategory, boolean actOnMatch) implements Protocol {
  private static final int FIRST = 1, RESPONSE = 3;
  private static final int PLACES = 10;

  static OptionList sampleOptions() {
    return shared().duration("response", 500, "second stimulus and time to respond");
  }

  static OptionList categoryOptions() {
    return shared().oneOf("response", "second stimulus and time to respond, one of these", 200, 400, 600);
  }

  private static OptionList shared() {
    return new OptionList()
        .oneOf("fixation", "before the first stimulus, one of these", 200, 400, 600)
        .oneOf("stim1", "first stimulus, one of these", 200, 400, 600)
        .oneOf("gap", "between the stimuli, one of these", 200, 400, 800, 1600);
  }

  static Protocol sample(Settings settings, boolean actOnMatch) {
    return of(settings, false, actOnMatch);
  }

  static Protocol category(Settings settings, boolean actOnMatch) {
    return of(settings, true, actOnMatch);
  }

  private static Protocol of(Settings settings, boolean byCategory, boolean actOnMatch) {
    settings.positive("stim1");
    Timeline timeline = Timeline.of(settings, "fixation", "stim1", "gap", "response");
    return new MatchRule(timeline, Layout.of(settings, RESPONSE), byCategory, actOnMatch);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    double first, second;
    boolean match;
    if (byCategory) {
      first = place(random);
      second = place(random);
      match = first < Math.PI == second < Math.PI;
    } else {
      match = random.nextBoolean();
      first = random.uniform(0, 2 * Math.PI);
      double apart = random.uniform(Math.PI / 9, 17 * Math.PI / 9);
      second = match ? first : (first + apart) % (2 * Math.PI);
    }
    layout.begin(trial, random);
    trial.throughout().input(0, 1);
    layout.show(trial.during(FIRST), random.nextInt(Layout.MODALITIES), first, 1);
    layout.show(trial.during(RESPONSE), random.nextInt(Layout.MODALITIES), second, 1);
    if (match == actOnMatch) layout.respond(trial, second);
    else layout.stay(trial);
  }

  /** One of 0.1 π, 0.3 π … 1.9 π: never on a category's border. */
  private static double place(RandomStream random) {
    return (0.1 + 0.2 * random.nextInt(PLACES)) * Math.PI;
  }
}

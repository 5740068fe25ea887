package plast.task.trial;

import plast.task.Batch.Trial;

/**
 * The response window of a choice task: weight 0 during a grace time at its start, in which a network may still be on
 * its way, and a larger weight after it. The scored steps are those after the grace time.
 *
 * @param period which period it is
 * @param grace  grace time in steps
 * @param weight weight in the loss after the grace time
 */
public record Response(int period, int grace, double weight) {

  /** Appends the options that {@link #of} reads. */
  public static OptionList options(OptionList options, double grace, double weight) {
    return options
        .duration("grace", grace, "start of the response window that neither loss nor score look at")
        .number("responseWeight", weight, "weight of the rest of the response window in the loss; 1 elsewhere");
  }

  /**
   * The window as the options say.
   *
   * @param duration the option that holds the window's duration
   * @throws IllegalArgumentException when no scored step would remain
   */
  public static Response of(Settings settings, int period, String duration) {
    int grace = (int) Math.round(settings.number("grace") / settings.dt());
    int steps = settings.steps(settings.positive(duration).shortest());
    if (grace >= steps) {
      throw settings.wrong("grace", "shorter than " + duration + ", of which " + steps + " steps of " + settings.dt()
          + " ms leave nothing to score");
    }
    return new Response(period, grace, weight(settings));
  }

  /** A window without grace time, all of it scored. */
  public static Response whole(Settings settings, int period, String duration) {
    settings.positive(duration);
    return new Response(period, 0, weight(settings));
  }

  /** The option {@code responseWeight}. */
  public static double weight(Settings settings) {
    double weight = settings.number("responseWeight");
    if (weight <= 0) throw settings.wrong("responseWeight", "positive");
    return weight;
  }

  /** Writes the target, the weight and the answer of one trial. */
  public void write(TrialWriter trial, int answer) {
    int from = trial.start(period);
    trial.during(period).choose(answer).weight(weight);
    trial.window(from, from + grace).weight(0);
    trial.answer(new Trial(answer, from + grace, trial.end(period), from));
  }
}

package plast.task.trial;

import java.util.ArrayList;
import java.util.List;
import plast.math.RandomStream;

/**
 * The periods of a trial, one after the other.
 *
 * @param names     what each is called
 * @param durations how long each lasts, in the order of the names; a protocol that has fewer sets the last ones itself
 * @param dt        time step, ms
 */
public record Timeline(List<String> names, List<Duration> durations, double dt) {
  /** More steps than any batch can hold, few enough for the periods of a trial to be added up. */
  private static final int MOST = 100_000_000;

  /** Periods named as the options that hold their durations. */
  public static Timeline of(Settings settings, String... options) {
    List<Duration> durations = new ArrayList<>();
    for (String option : options) durations.add(settings.duration(option));
    return new Timeline(List.of(options), durations, settings.dt());
  }

  /** Draws the length of every period that has a duration, in steps, into {@code lengths}, modified. */
  public void draw(RandomStream random, int[] lengths) {
    for (int k = 0; k < durations.size(); k++) lengths[k] = steps(durations.get(k).draw(random), dt);
  }

  /**
   * round(ms / dt), but at least one step for anything longer than nothing: no period vanishes at a coarse time step.
   */
  static int steps(double milliseconds, double dt) {
    return milliseconds == 0 ? 0 : Math.clamp(Math.round(milliseconds / dt), 1, MOST);
  }
}

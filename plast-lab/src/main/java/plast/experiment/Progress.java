package plast.experiment;

/**
 * How far a study is.
 *
 * @param networksDone    finished or failed
 * @param networks        in all
 * @param trials          used by all networks, earlier sessions included
 * @param fraction        of the expected work that is done, 0 … 1; networks may learn sooner than expected
 * @param trialsPerSecond in this session
 * @param secondsLeft     at this rate; NaN until it is known
 */
public record Progress(
    int networksDone, int networks, long trials, double fraction, double trialsPerSecond, double secondsLeft) {

  /** Told several times a second, by a thread of the study. */
  @FunctionalInterface
  public interface Listener {
    void progress(Progress progress);
  }

  /** Nobody. */
  public static final Listener NOBODY = _ -> { };
}

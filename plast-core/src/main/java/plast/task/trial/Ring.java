package plast.task.trial;

/**
 * Input channels on a circle: channel k of n prefers the angle 2πk/n.
 *
 * @param first    the first input channel
 * @param channels n
 */
public record Ring(int first, int channels) {

  /** The preferred angle of channel k, radians in [0, 2π). */
  public double angle(int k) {
    return 2 * Math.PI * k / channels;
  }

  /** Adds {@code offset + amplitude * cos(angle_k - angle)} to every channel in the writer's window. */
  public void cosine(TrialWriter trial, double angle, double amplitude, double offset) {
    for (int k = 0; k < channels; k++) {
      trial.input(first + k, offset + amplitude * StrictMath.cos(angle(k) - angle));
    }
  }

  /** The shorter way around the circle between two angles, in [0, π]. */
  public static double distance(double a, double b) {
    double turned = Math.abs(a - b) % (2 * Math.PI);
    return Math.min(turned, 2 * Math.PI - turned);
  }
}

package plast.figure;

import java.util.Objects;

/**
 * One axis: its label with units, its scale and, where the data should not decide, its ends.
 *
 * @param label text with units, such as {@code "Time (ms)"}
 * @param min lower end in data units, NaN when the data decide
 * @param max upper end in data units, NaN when the data decide
 */
public record Axis(String label, Scale scale, double min, double max) {

  public Axis {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(scale, "scale");
    if (max <= min) {
      throw new IllegalArgumentException("axis '" + label + "' ends at " + max + ", must be above its start " + min);
    }
    if (scale == Scale.LOG10 && min <= 0) {
      throw new IllegalArgumentException("logarithmic axis '" + label + "' starts at " + min + ", must be above 0");
    }
  }

  public static Axis linear(String label) {
    return new Axis(label, Scale.LINEAR, Double.NaN, Double.NaN);
  }

  public static Axis log(String label) {
    return new Axis(label, Scale.LOG10, Double.NaN, Double.NaN);
  }

  /** This axis from {@code newMin} to {@code newMax}; NaN leaves an end to the data. */
  public Axis between(double newMin, double newMax) {
    return new Axis(label, scale, newMin, newMax);
  }
}

package plast.figure;

import java.util.Objects;

/**
 * A straight dashed line across a panel, named in the legend: a criterion, a threshold, a random expectation.
 *
 * @param value where it cuts the other axis, in data units
 */
public record Reference(String label, double value, Orientation orientation) {

  /** Which way the line runs. */
  public enum Orientation { HORIZONTAL, VERTICAL }

  public Reference {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(orientation, "orientation");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("reference line '" + label + "' lies at " + value + ", must be finite");
    }
  }

  public static Reference horizontal(String label, double y) {
    return new Reference(label, y, Orientation.HORIZONTAL);
  }

  public static Reference vertical(String label, double x) {
    return new Reference(label, x, Orientation.VERTICAL);
  }
}

package plast.figure;

import java.util.Objects;

/**
 * A straight dashed line across a panel: a criterion, a threshold, a random expectation, the start of a period.
 *
 * @param value where it cuts the other axis, in data units
 * @param naming where its label stands
 */
public record Reference(String label, double value, Orientation orientation, Naming naming) {

  /** Which way the line runs. */
  public enum Orientation { HORIZONTAL, VERTICAL }

  /** Where a line is named: in the legend, or beside its lower end. */
  public enum Naming { LEGEND, IN_PLACE }

  public Reference {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(orientation, "orientation");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("reference line '" + label + "' lies at " + value + ", must be finite");
    }
  }

  public static Reference horizontal(String label, double y) {
    return new Reference(label, y, Orientation.HORIZONTAL, Naming.LEGEND);
  }

  public static Reference vertical(String label, double x) {
    return new Reference(label, x, Orientation.VERTICAL, Naming.LEGEND);
  }

  /** Where a period of time begins; it is named beside the line. */
  public static Reference start(String period, double x) {
    return new Reference(period, x, Orientation.VERTICAL, Naming.IN_PLACE);
  }
}

package plast.equation;

/**
 * A named unit.
 *
 * @param tenth power of ten: the value of one of it in SI units, 10^tenth
 */
public record Unit(String name, Dimension dimension, int tenth) {

  /** One of it in SI units. */
  public double scale() {
    return Double.parseDouble("1e" + tenth);
  }
}

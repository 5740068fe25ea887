package plast.equation;

/**
 * A named unit.
 *
 * @param tenth power of ten: the value of one of it in SI units, 10^tenth
 */
public record Unit(String name, Dimension dimension, int tenth) {

  /** Its square or cube, named as in cm2. */
  Unit power(int power) {
    return new Unit(name + power, dimension.power(new Rational(power, 1)), tenth * power);
  }

  /** One of it in SI units. */
  public double scale() {
    return Double.parseDouble("1e" + tenth);
  }
}

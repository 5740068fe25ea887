package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * The dimension of a quantity: exponents of metre, kilogram, second, ampere, kelvin, mole and candela.
 *
 * @param exponents seven, in that order
 */
public record Dimension(List<Rational> exponents) {
  static final List<String> BASE = List.of("metre", "kilogram", "second", "ampere", "kelvin", "mole", "candela");

  /** A plain number. */
  public static final Dimension NONE = of(0, 0, 0, 0, 0, 0, 0);
  public static final Dimension SECOND = of(0, 0, 1, 0, 0, 0, 0);

  public Dimension {
    exponents = List.copyOf(exponents);
    if (exponents.size() != BASE.size()) throw new IllegalArgumentException("seven exponents, not " + exponents.size());
  }

  static Dimension of(int... exponents) {
    List<Rational> list = new ArrayList<>();
    for (int exponent : exponents) list.add(new Rational(exponent, 1));
    return new Dimension(list);
  }

  public Dimension times(Dimension other) {
    return combine(other, Rational::plus);
  }

  public Dimension per(Dimension other) {
    return times(other.power(Rational.of(-1, 1)));
  }

  public Dimension power(Rational exponent) {
    return new Dimension(exponents.stream().map(exponent::times).toList());
  }

  boolean isNone() {
    return equals(NONE);
  }

  // Written out, because every check of a unit asks and what a record brings takes milliseconds to start.

  @Override
  public boolean equals(Object other) {
    return other == this || other instanceof Dimension d && exponents.equals(d.exponents);
  }

  @Override
  public int hashCode() {
    return exponents.hashCode();
  }

  boolean reasonable() {
    return exponents.stream().allMatch(Rational::reasonable);
  }

  private Dimension combine(Dimension other, BinaryOperator<Rational> operator) {
    List<Rational> list = new ArrayList<>();
    for (int k = 0; k < BASE.size(); k++) list.add(operator.apply(exponents.get(k), other.exponents.get(k)));
    return new Dimension(list);
  }

  /** The unit in words, the shortest there is: volt, volt/second, metre**2*second**-1. */
  @Override
  public String toString() {
    return DimensionNames.of(this);
  }
}

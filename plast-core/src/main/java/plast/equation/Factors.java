package plast.equation;

import static plast.equation.Trees.ONE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import plast.equation.Expr.Arithmetic;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Unary;

/** A product as a number and factors with constant exponents, equal factors together. */
final class Factors {
  /** The number is above/below, kept apart so that x/3 stays x/3. */
  private double above = 1;
  private double below = 1;
  private final Map<Object, Double> exponents = new LinkedHashMap<>();
  private final Map<Object, Expr> factors = new LinkedHashMap<>();
  private final Expr original;

  private Factors(Expr original) {
    this.original = original;
  }

  /** The factors of {@code product}, whose parts are simple already. */
  static Factors of(Expr product) {
    Factors factors = new Factors(product);
    factors.multiply(product, 1);
    return factors;
  }

  private void multiply(Expr e, double exponent) {
    if (Simplification.isConstant(e)) {
      above *= StrictMath.pow(Simplification.constant(e), Math.max(exponent, 0));
      below *= StrictMath.pow(Simplification.constant(e), Math.max(-exponent, 0));
      return;
    }
    switch (e) {
      case Binary b when b.operator() == Arithmetic.MULTIPLY && whole(exponent) -> {
        multiply(b.left(), exponent);
        multiply(b.right(), exponent);
      }
      case Binary b when b.operator() == Arithmetic.DIVIDE && whole(exponent) -> {
        multiply(b.left(), exponent);
        multiply(b.right(), -exponent);
      }
      case Unary u when u.operator() == Prefix.NEGATE && whole(exponent) -> {
        if (exponent % 2 != 0) above = -above;
        multiply(u.operand(), exponent);
      }
      case Binary b when b.operator() == Arithmetic.POWER && mergeable(b, exponent).isPresent() ->
          put(b.left(), mergeable(b, exponent).getAsDouble());
      default -> put(e, exponent);
    }
  }

  /** The exponent of (x**a)**n as one power of x, where n is whole; n = ±1 in most cases. */
  private static OptionalDouble mergeable(Binary power, double exponent) {
    if (!Simplification.isConstant(power.right()) || !whole(exponent)) return OptionalDouble.empty();
    boolean simple = !(power.left() instanceof Binary) && !(power.left() instanceof Unary) || whole(
        Simplification.constant(power.right()));
    return simple ? OptionalDouble.of(Simplification.constant(power.right()) * exponent) : OptionalDouble.empty();
  }

  private void put(Expr factor, double exponent) {
    Object key = Simplification.isPure(factor) ? factor : new Object();
    exponents.merge(key, exponent, Double::sum);
    factors.putIfAbsent(key, factor);
  }

  private static boolean whole(double exponent) {
    return exponent == Math.rint(exponent) && Math.abs(exponent) <= 64;
  }

  double coefficient() {
    return above / below;
  }

  /** Whether collecting the numbers neither overflowed nor vanished by rounding. */
  boolean isFinite() {
    double size = Math.abs(above);
    boolean whole = size == 0 ? Trees.any(original, Trees.ZERO::equals) : size > 1e-140 && size < 1e140;
    return whole && Math.abs(below) > 1e-140 && Math.abs(below) < 1e140;
  }

  Expr expression() {
    if (!isFinite()) return original;
    if (above == 0) return Trees.ZERO;
    return coefficient() < 0 ? negated(magnitude()) : magnitude();
  }

  /** The product with |coefficient|. */
  Expr magnitude() {
    double a = Math.abs(above);
    double b = Math.abs(below);
    if (!isCount(a) || !isCount(b)) return assemble(a / b, 1);
    double divisor = divisor(a, b);
    return assemble(a / divisor, b / divisor);
  }

  /** The same for x*y and y*x. */
  Object key() {
    Map<Object, Double> key = new LinkedHashMap<>(exponents);
    key.values().removeIf(exponent -> exponent == 0);
    return key;
  }

  Expr withoutCoefficient() {
    return assemble(1, 1);
  }

  private Expr assemble(double over, double under) {
    Expr numerator = product(1);
    numerator = numerator.equals(ONE) ? Trees.number(over) : scaled(over, numerator);
    Expr denominator = product(-1);
    denominator = denominator.equals(ONE) ? Trees.number(under) : scaled(under, denominator);
    return denominator.equals(ONE) ? numerator : Trees.divide(numerator, denominator);
  }

  private static boolean isCount(double x) {
    return x == Math.rint(x) && x < 1e15;
  }

  private static double divisor(double a, double b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  private Expr product(int sign) {
    Optional<Expr> product = Optional.empty();
    for (Object key : exponents.keySet()) {
      double exponent = exponents.getOrDefault(key, 0.0) * sign;
      if (!(exponent > 0)) continue;
      Expr base = factors.getOrDefault(key, ONE);
      Expr factor = exponent == 1 ? base : Trees.power(base, Trees.number(exponent));
      product = Optional.of(product.map(p -> Trees.multiply(p, factor)).orElse(factor));
    }
    return product.orElse(ONE);
  }

  /** −e, with the minus at the first factor: -x*y and not -(x*y). */
  static Expr negated(Expr e) {
    if (e instanceof Binary b && (b.operator() == Arithmetic.MULTIPLY || b.operator() == Arithmetic.DIVIDE)) {
      return new Binary(b.operator(), negated(b.left()), b.right(), Span.NONE);
    }
    return Trees.negate(e);
  }

  /** number·e, with the number in front. */
  static Expr scaled(double number, Expr e) {
    if (number == 1) return e;
    if (e.equals(ONE)) return Trees.number(number);
    if (e instanceof Binary b && (b.operator() == Arithmetic.MULTIPLY || b.operator() == Arithmetic.DIVIDE)) {
      return new Binary(b.operator(), scaled(number, b.left()), b.right(), Span.NONE);
    }
    return Trees.multiply(Trees.number(number), e);
  }
}

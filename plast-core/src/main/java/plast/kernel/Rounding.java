package plast.kernel;

/** Whole numbers, by adding and subtracting a number so large that its last bit counts ones. All exact. */
final class Rounding {
  private Rounding() {}

  /** The nearest whole number of an x below 2⁵⁰ (2²¹ in single precision), zero without a sign. */
  static Value nearestSmall(Value x) {
    return x.add(shift(x)).sub(shift(x));
  }

  /** The whole number nearest to x · factor, the product rounded once. */
  static Value nearestOfProduct(Value x, double factor) {
    return x.fma(factor, x.constant(shift(x))).sub(shift(x));
  }

  /** A whole number's low bits as those of an integer. */
  static Value integerBits(Value whole) {
    return whole.add(shift(whole)).bits();
  }

  /** The number that an integer's {@code bits} stand for. */
  static Value fromIntegerBits(Value bits, double shift) {
    return bits.plusBits(bits.graph().bits(bits.graph().precision().bits(shift))).real().sub(shift);
  }

  static Value floor(Value x) {
    Value nearest = nearestWithSign(x);
    return inRange(x, x.lt(nearest).choose(nearest.sub(1), nearest));
  }

  static Value ceil(Value x) {
    Value nearest = nearestWithSign(x);
    return inRange(x, nearest.lt(x).choose(nearest.add(1), nearest).abs().withSignOf(x));
  }

  static Value truncate(Value x) {
    Value size = x.abs();
    Value nearest = nearest(size);
    return inRange(x, size.lt(nearest).choose(nearest.sub(1), nearest).withSignOf(x));
  }

  /** Whether {@code size}, which is not negative, is whole. */
  static Value isWhole(Value size) {
    return size.lt(turn(size)).not().or(nearest(size).eq(size));
  }

  /** Python's a % b, with the sign of b; NaN where a / b has no digits left behind the point. */
  static Value modulo(Value a, Value b) {
    Value quotient = floor(a.div(b));
    Value rest = quotient.neg().fma(b, a);
    rest = quotient.abs().lt(turn(a) * 2).choose(rest, a.constant(Double.NaN));
    rest = b.abs().eq(Double.POSITIVE_INFINITY).and(a.abs().lt(Double.POSITIVE_INFINITY)).choose(a, rest);
    Value wrong = rest.lt(0).and(b.gt(0)).or(rest.gt(0).and(b.lt(0)));
    return wrong.choose(rest.add(b), rest);
  }

  private static Value nearestWithSign(Value x) {
    return nearest(x.abs()).withSignOf(x);
  }

  private static Value nearest(Value size) {
    return size.add(turn(size)).sub(turn(size));
  }

  private static Value inRange(Value x, Value result) {
    return x.abs().lt(turn(x)).choose(result, x);
  }

  /** From here on every number is whole. */
  private static double turn(Value x) {
    return x.is(Precision.DOUBLE) ? 0x1p52 : 0x1p23;
  }

  private static double shift(Value x) {
    return 1.5 * turn(x);
  }
}

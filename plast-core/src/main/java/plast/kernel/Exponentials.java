package plast.kernel;

/**
 * exp and what is made of it. x = n ln 2 + r, a polynomial of r, and 2ⁿ put together from its exponent bits; infinite,
 * zero and subnormal results come out as such. Largest differences from StrictMath on 100 000 points each, in units of
 * the last place of double and single precision: exp 1 and 1.0, expm1 2 and 1.5, sinh 3 and 2.0,
 * cosh 2 and 1.5, tanh 4 and 4.2, softplus 2 and 1.8; exprel and sigmoid stay below 4.
 */
final class Exponentials {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42feep-1, LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final double LN2_HIGH_FLOAT = 0.693359375, LN2_LOW_FLOAT = -2.12194440e-4f;

  private Exponentials() {}

  static Value exp(Value x) {
    return exp(x, x.constant(0));
  }

  /** e^(x + rest), for a rest small beside 1. */
  static Value exp(Value x, Value rest) {
    Value held = x.is(Precision.DOUBLE) ? x.within(-746, 710) : x.within(-104, 89);
    Value n = nearestTwos(held);
    Value half = Rounding.nearestSmall(n.mul(0.5));
    Value r = reduced(held, n).add(rest);
    return polynomial(r).mul(r).fma(r, r).add(1).mul(power(half)).mul(power(n.sub(half)));
  }

  static Value expm1(Value x) {
    return quarterExpm1(x).mul(4);
  }

  /** (eˣ − 1) / 4, which overflows no sooner than sinh and cosh do. */
  private static Value quarterExpm1(Value x) {
    Value held = x.is(Precision.DOUBLE) ? x.within(-40, 710.6) : x.within(-20, 89.5);
    Value n = nearestTwos(held);
    Value r = reduced(held, n);
    Value small = polynomial(r).mul(r).fma(r, r);
    Value scale = power(n.sub(2));
    return scale.fma(small, scale.sub(0.25));
  }

  /** (eˣ − 1) / x; infinite where eˣ is. */
  static Value exprel(Value x) {
    return x.abs().lt(1e-20).choose(x.constant(1), expm1(x).div(x));
  }

  static Value sinh(Value x) {
    Value quarter = quarterExpm1(x.abs());
    Value rest = quarter.div(quarter.mul(4).add(1));
    return quarter.add(rest).mul(2).withSignOf(x);
  }

  static Value cosh(Value x) {
    Value quarter = quarterExpm1(x.abs()).add(0.25);
    return quarter.mul(2).add(x.constant(0.125).div(quarter));
  }

  static Value tanh(Value x) {
    if (x.is(Precision.FLOAT)) return rationalTanh(x);
    Value quarter = quarterExpm1(x.abs().mul(2).within(0, 44));
    return quarter.div(quarter.add(0.5)).withSignOf(x);
  }

  /** As {@code plast.math} has it for networks: degree 13 over 6, saturating at |x| = 7.9. */
  private static Value rationalTanh(Value x) {
    Value held = x.within(-7.90531111f, 7.90531111f);
    Value square = held.mul(held);
    Value above = square.polynomial(-2.76076847742355e-16f, 2.00018790482477e-13f, -8.60467152213735e-11f,
        5.12229709037114e-08f, 1.48572235717979e-05f, 6.37261928875436e-04f, 4.89352455891786e-03f);
    Value below = square.polynomial(1.19825839466702e-06f, 1.18534705686654e-04f, 2.26843463243900e-03f,
        4.89352518554385e-03f);
    return above.mul(held).div(below);
  }

  static Value sigmoid(Value x) {
    Value small = exp(x.abs().neg());
    return x.lt(0).choose(small, x.constant(1)).div(small.add(1));
  }

  static Value softplus(Value x) {
    return x.max(x.constant(0)).add(Logarithms.log1p(exp(x.abs().neg())));
  }

  private static Value nearestTwos(Value x) {
    return Rounding.nearestOfProduct(x, LOG2_E);
  }

  private static Value reduced(Value x, Value n) {
    boolean wide = x.is(Precision.DOUBLE);
    return n.fma(wide ? -LN2_LOW : -LN2_LOW_FLOAT, n.fma(wide ? -LN2_HIGH : -LN2_HIGH_FLOAT, x));
  }

  /** (eʳ − 1 − r) / r² on |r| ≤ ln 2 / 2: Taylor's, or Cephes' in single precision. */
  private static Value polynomial(Value r) {
    return r.is(Precision.DOUBLE)
        ? r.polynomial(1 / 6227020800.0, 1 / 479001600.0, 1 / 39916800.0, 1 / 3628800.0, 1 / 362880.0, 1 / 40320.0,
            1 / 5040.0, 1 / 720.0, 1 / 120.0, 1 / 24.0, 1 / 6.0, 0.5)
        : r.polynomial(1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f,
            5.0000001201e-1f);
  }

  /** 2ⁿ for a whole n within the exponents of normal numbers. */
  private static Value power(Value n) {
    Precision precision = n.graph().precision();
    return Rounding.integerBits(n).plusBits(n.graph().bits(precision.exponentBias()))
        .shiftLeft(precision.mantissaBits()).real();
  }
}

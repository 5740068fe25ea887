package plast.kernel;

/**
 * Logarithms. x = 2ᵏ·m with m between √½ and √2, s = (m − 1)/(m + 1), and log m = 2s + s·R(s²) with fdlibm's R. Largest
 * differences from StrictMath on 100 000 points each, in units of the last place of double and single precision: log 1
 * and 0.8, log1p 1 and 1.2, log10 3 and 1.9, powers 1 and 1.5 between e^−50 and e^50.
 *
 * <p>Powers take the logarithm as a sum of two numbers: error below 8 units of the last place of the power in double
 * precision where it is extreme (e^700).
 */
final class Logarithms {
  private static final double LN2_HIGH = 6.93147180369123816490e-01, LN2_LOW = 1.90821492927058770002e-10;
  private static final double LN2_HIGH_FLOAT = 0.693359375, LN2_LOW_FLOAT = -2.12194440e-4f;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private Logarithms() {}

  /** x as 2 to the {@code exponent}, times 1 + {@code excess}. */
  private record Split(Value exponent, Value excess) {

    static Split of(Value x) {
      Graph graph = x.graph();
      Precision precision = graph.precision();
      boolean wide = precision == Precision.DOUBLE;
      double lift = wide ? 0x1p54 : 0x1p25;
      Value tiny = x.lt(wide ? Double.MIN_NORMAL : Float.MIN_NORMAL);
      Value bits = tiny.choose(x.mul(lift), x).bits();
      long root = precision.bits(Math.sqrt(0.5));
      long bias = precision.bits(1);
      Value power = bits.plusBits(graph.bits(bias - root)).shiftRight(precision.mantissaBits());
      Value unbiased = power.minusBits(graph.bits(precision.exponentBias()));
      Value mantissa = bits.minusBits(unbiased.shiftLeft(precision.mantissaBits())).real();
      Value exponent = Rounding.fromIntegerBits(unbiased, wide ? 0x1.8p52 : 0x1.8p23);
      Value taken = tiny.choose(wide ? 54 : 25, 0);
      return new Split(exponent.sub(taken), mantissa.sub(1));
    }
  }

  static Value log(Value x) {
    Split split = Split.of(x);
    Value f = split.excess();
    Value s = f.div(f.add(2));
    Value half = f.mul(0.5).mul(f);
    Value k = split.exponent();
    Value inner = s.fma(half.add(series(s)), k.mul(low(x)));
    return ofPositive(x, k.fma(high(x), f.sub(half.sub(inner))));
  }

  static Value log1p(Value x) {
    Value u = x.add(1);
    Value back = u.sub(1);
    Value lost = x.constant(1).sub(u.sub(back)).add(x.sub(back));
    Value log = log(u);
    return x.gt(-1).and(x.lt(INFINITY)).choose(log.add(lost.div(u)), log);
  }

  static Value log10(Value x) {
    boolean wide = x.is(Precision.DOUBLE);
    Split split = Split.of(x);
    Value f = split.excess();
    Value s = f.div(f.add(2));
    Value half = f.mul(0.5).mul(f);
    Value natural = f.sub(half.sub(s.mul(half.add(series(s)))));
    Value k = split.exponent();
    Value low = natural.fma(1 / Math.log(10), k.mul(wide ? 3.69423907715893078616e-13 : 7.9034151668e-07f));
    return ofPositive(x, k.fma(wide ? 3.01029995663611771306e-01 : 3.0102920532e-01f, low));
  }

  /** a to the power b, with the edge cases of {@link StrictMath#pow}. */
  static Value power(Value a, Value b) {
    Value size = a.abs();
    Value plain = positivePower(size, b);
    Value edge = size.eq(0).or(size.eq(INFINITY)).or(b.abs().eq(INFINITY));
    Value small = size.lt(1);
    Value shrinks = b.lt(0);
    Value huge = small.and(shrinks).or(small.or(shrinks).not());
    Value bounded = edge.choose(huge.choose(INFINITY, 0), plain);
    Value whole = Rounding.isWhole(b.abs());
    Value odd = whole.and(Rounding.isWhole(b.abs().mul(0.5)).not());
    Value signed = odd.choose(bounded.withSignOf(a), bounded);
    Value undefined = a.lt(0).and(a.gt(-INFINITY)).and(whole.not()).or(size.eq(1).and(b.abs().eq(INFINITY)));
    Value nan = a.eq(a).and(b.eq(b)).not();
    return b.eq(0).choose(a.constant(1), undefined.or(nan).choose(a.constant(Double.NaN), signed));
  }

  private static Value positivePower(Value a, Value b) {
    Split split = Split.of(a);
    Value f = split.excess();
    Value below = f.add(2);
    Value belowLost = f.sub(below.sub(2));
    Value s = f.div(below);
    Value sLost = s.neg().fma(below, f).sub(s.mul(belowLost)).div(below);
    Value k = split.exponent();
    Value large = k.mul(high(a));
    Value twice = s.mul(2);
    Value sum = large.add(twice);
    Value sumBack = sum.sub(large);
    Value sumLost = large.sub(sum.sub(sumBack)).add(twice.sub(sumBack));
    Value rest = sumLost.add(k.mul(low(a))).add(sLost.fma(2, series(s).mul(s)));
    Value log = sum.add(rest);
    Value logLost = sum.sub(log).add(rest);
    Value exponent = b.mul(log);
    Value exponentLost = b.fma(log, exponent.neg()).add(b.mul(logLost));
    Value usual = exponent.abs().lt(1000);
    return Exponentials.exp(exponent, usual.choose(exponentLost, a.constant(0)));
  }

  /** R(s²). */
  private static Value series(Value s) {
    Value z = s.mul(s);
    Value tail = s.is(Precision.DOUBLE)
        ? z.polynomial(1.479819860511658591e-01, 1.531383769920937332e-01, 1.818357216161805012e-01,
            2.222219843214978396e-01, 2.857142874366239149e-01, 3.999999999940941908e-01, 6.666666666666735130e-01)
        : z.polynomial(0.24279078841f, 0.28498786688f, 0.40000972152f, 0.66666662693f);
    return tail.mul(z);
  }

  private static double high(Value x) {
    return x.is(Precision.DOUBLE) ? LN2_HIGH : LN2_HIGH_FLOAT;
  }

  private static double low(Value x) {
    return x.is(Precision.DOUBLE) ? LN2_LOW : LN2_LOW_FLOAT;
  }

  private static Value ofPositive(Value x, Value log) {
    Value finite = x.lt(INFINITY).choose(log, x);
    return x.gt(0).choose(finite, x.eq(0).choose(-INFINITY, Double.NaN));
  }
}

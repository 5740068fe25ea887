package plast.kernel;

/**
 * sin, cos, tan: x = n π/2 + r with π/2 in three parts, then fdlibm's polynomials (Cephes' in single precision). Errors
 * of sin and cos below 2 units of the last place, of tan below 4, for |x| up to 2⁴⁵ (2²⁰ in single precision);
 * beyond it, where neighbouring numbers lie a hundredth of a turn apart or more, the result is NaN.
 */
final class Circles {
  private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

  private Circles() {}

  /** The sine and cosine of r, n in whole quarter turns, and whether n is odd. */
  private record Turned(Value sin, Value cos, Value n, Value odd) {

    static Turned of(Value x) {
      boolean wide = x.is(Precision.DOUBLE);
      double limit = wide ? 0x1p45 : 0x1p20;
      Value held = x.abs().le(x.constant(limit)).choose(x, x.constant(Double.NaN));
      Value n = Rounding.nearestOfProduct(held, TWO_OVER_PI);
      Value r = n.fma(wide ? -0x1.921fb54442d18p+0 : -0x1.921fb6p+0, held);
      r = n.fma(wide ? -0x1.1a62633145c07p-54 : 0x1.777a5cp-25, r);
      r = n.fma(wide ? 0x1.f1976b7ed8fbcp-110 : 0x1.ee59dap-50, r);
      Value half = n.mul(0.5);
      return new Turned(sine(r), cosine(r), n, half.eq(Rounding.nearestSmall(half)).not());
    }
  }

  static Value sin(Value x) {
    Turned turned = Turned.of(x);
    return signed(turned.odd().choose(turned.cos(), turned.sin()), turned.n());
  }

  static Value cos(Value x) {
    Turned turned = Turned.of(x);
    return signed(turned.odd().choose(turned.sin(), turned.cos()), turned.n().add(1));
  }

  static Value tan(Value x) {
    Turned turned = Turned.of(x);
    Value above = turned.odd().choose(turned.cos().neg(), turned.sin());
    return above.div(turned.odd().choose(turned.sin(), turned.cos()));
  }

  /** {@code value} with its sign changed in the third and fourth quarter. */
  private static Value signed(Value value, Value quarters) {
    Graph graph = value.graph();
    int signPlace = graph.precision() == Precision.DOUBLE ? 62 : 30;
    Value flip = Rounding.integerBits(quarters).shiftLeft(signPlace).and(graph.bits(graph.precision().signBit()));
    return value.bits().plusBits(flip).real();
  }

  private static Value sine(Value r) {
    Value z = r.mul(r);
    Value tail = r.is(Precision.DOUBLE)
        ? z.polynomial(1.58969099521155010221e-10, -2.50507602534068634195e-08, 2.75573137070700676789e-06,
            -1.98412698298579493134e-04, 8.33333333332248946124e-03, -1.66666666666666324348e-01)
        : z.polynomial(-1.9515295891E-4f, 8.3321608736E-3f, -1.6666654611E-1f);
    return tail.mul(z).fma(r, r);
  }

  private static Value cosine(Value r) {
    Value z = r.mul(r);
    Value tail = r.is(Precision.DOUBLE)
        ? z.polynomial(-1.13596475577881948265e-11, 2.08757232129817482790e-09, -2.75573143513906633035e-07,
            2.48015872894767294178e-05, -1.38888888888741095749e-03, 4.16666666666666019037e-02)
        : z.polynomial(2.443315711809948E-5f, -1.388731625493765E-3f, 4.166664568298827E-2f);
    Value half = z.mul(0.5);
    Value near = z.constant(1).sub(half);
    return tail.mul(z).fma(z, z.constant(1).sub(near).sub(half)).add(near);
  }
}

package plast.kernel;

/** arcsin and arccos after fdlibm, arctan after Cephes: errors below 3 units of the last place. */
final class Arcs {
  private static final double PI_LOW = 1.2246467991473531772E-16;
  private static final double PI_LOW_FLOAT = -8.742277657347586e-08;

  private Arcs() {}

  static Value arctan(Value x) {
    Value size = x.abs();
    Value far = size.gt(2.41421356237309504880);
    Value middle = size.gt(x.is(Precision.DOUBLE) ? 0.66 : 0.4142135623730950).and(far.not());
    Value above = far.choose(x.constant(-1), middle.choose(size.sub(1), size));
    Value below = far.choose(size, middle.choose(size.add(1), x.constant(1)));
    Value start = far.choose(x.constant(Math.PI / 2), middle.choose(Math.PI / 4, 0));
    Value startLow = far.choose(x.constant(piLow(x) / 2), middle.choose(piLow(x) / 4, 0));
    Value f = above.div(below);
    Value z = f.mul(f);
    return start.add(arctanTail(z).mul(z).fma(f, startLow).add(f)).withSignOf(x);
  }

  private static Value arctanTail(Value z) {
    if (z.is(Precision.FLOAT)) {
      return z.polynomial(8.05374449538e-2f, -1.38776856032E-1f, 1.99777106478E-1f, -3.33329491539E-1f);
    }
    Value above = z.polynomial(-8.750608600031904122785E-1, -1.615753718733365076637E1, -7.500855792314704667340E1,
        -1.228866684490136173410E2, -6.485021904942025371773E1);
    Value below = z.polynomial(1, 2.485846490142306297962E1, 1.650270098316988542046E2, 4.328810604912902668951E2,
        4.853903996359136964868E2, 1.945506571482613964425E2);
    return above.div(below);
  }

  static Value arcsin(Value x) {
    Value size = x.abs();
    Value outer = size.gt(0.5);
    Value z = outer.choose(x.constant(1).sub(size).mul(0.5), size.mul(size));
    Value root = outer.choose(z.sqrt(), size);
    Value angle = arcsinTail(z).fma(root, root);
    Value complement = x.constant(Math.PI / 2).sub(angle.mul(2).sub(piLow(x) / 2));
    return outer.choose(complement, angle).withSignOf(x);
  }

  static Value arccos(Value x) {
    Value size = x.abs();
    Value outer = size.gt(0.5);
    Value z = outer.choose(x.constant(1).sub(size).mul(0.5), x.mul(x));
    Value root = outer.choose(z.sqrt(), x);
    Value tail = arcsinTail(z);
    Value twice = tail.fma(root, root).mul(2);
    Value obtuse = x.constant(Math.PI).sub(twice.sub(piLow(x)));
    Value inner = x.constant(Math.PI / 2).sub(x.sub(tail.neg().fma(x, x.constant(piLow(x) / 2))));
    return outer.choose(x.lt(0).choose(obtuse, twice), inner);
  }

  /** (arcsin(√z) − √z) / √z. */
  private static Value arcsinTail(Value z) {
    if (z.is(Precision.FLOAT)) {
      return z.polynomial(4.2163199048E-2f, 2.4181311049E-2f, 4.5470025998E-2f, 7.4953002686E-2f, 1.6666752422E-1f)
          .mul(z);
    }
    Value above = z.polynomial(3.47933107596021167570e-05, 7.91534994289814532176e-04, -4.00555345006794114027e-02,
        2.01212532134862925881e-01, -3.25565818622400915405e-01, 1.66666666666666657415e-01);
    Value below = z.polynomial(7.70381505559019352791e-02, -6.88283971605453293030e-01, 2.02094576023350569471e+00,
        -2.40339491173441421878e+00, 1);
    return above.mul(z).div(below);
  }

  private static double piLow(Value x) {
    return x.is(Precision.DOUBLE) ? PI_LOW : PI_LOW_FLOAT;
  }
}

package plast.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementwise functions on vectors of floats. Largest errors against the correctly rounded value, over all finite
 * arguments whose result is normal: exp 2 ulp, tanh 6 ulp, sigmoid 4 ulp, softplus 4 ulp.
 *
 * <p>Everything is built from add, multiply, fused multiply-add, divide and bit operations, so every machine gives the
 * same bits. Branch-free: a vector that merges over a branch is boxed by the compiler.
 */
final class FloatFunctions {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private static final float LOG2_E = 1.44269504f, LN2_HIGH = 0.693359375f, LN2_LOW = -2.12194440e-4f;
  /** Adding it rounds to an integer that then stands in the low bits of the mantissa. */
  private static final float ROUND = 12582912f;

  private FloatFunctions() {}

  /** eˣ, flushed to about 1e-38 below −87 and held at about 2e38 above 88. Cephes' polynomial. */
  static FloatVector exp(FloatVector x) {
    FloatVector clamped = x.max(-87.3f).min(88.3f);
    FloatVector shifted = clamped.fma(broadcast(LOG2_E), broadcast(ROUND));
    FloatVector n = shifted.sub(ROUND);
    FloatVector r = n.fma(broadcast(-LN2_HIGH), clamped);
    r = n.fma(broadcast(-LN2_LOW), r);
    FloatVector p = r.fma(broadcast(1.9875691500e-4f), broadcast(1.3981999507e-3f));
    p = p.fma(r, broadcast(8.3334519073e-3f));
    p = p.fma(r, broadcast(4.1665795894e-2f));
    p = p.fma(r, broadcast(1.6666665459e-1f));
    p = p.fma(r, broadcast(5.0000001201e-1f));
    FloatVector y = p.mul(r).fma(r, r).add(1f);
    return y.reinterpretAsInts()
        .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
        .reinterpretAsFloats();
  }

  /** Rational approximation of degree 13 over 6, saturating at |x| = 7.9. */
  static FloatVector tanh(FloatVector x) {
    FloatVector c = x.max(-7.90531111f).min(7.90531111f);
    FloatVector s = c.mul(c);
    FloatVector p = s.fma(broadcast(-2.76076847742355e-16f), broadcast(2.00018790482477e-13f));
    p = p.fma(s, broadcast(-8.60467152213735e-11f));
    p = p.fma(s, broadcast(5.12229709037114e-08f));
    p = p.fma(s, broadcast(1.48572235717979e-05f));
    p = p.fma(s, broadcast(6.37261928875436e-04f));
    p = p.fma(s, broadcast(4.89352455891786e-03f));
    FloatVector q = s.fma(broadcast(1.19825839466702e-06f), broadcast(1.18534705686654e-04f));
    q = q.fma(s, broadcast(2.26843463243900e-03f));
    q = q.fma(s, broadcast(4.89352518554385e-03f));
    return p.mul(c).div(q);
  }

  static FloatVector sigmoid(FloatVector x) {
    return broadcast(1f).div(exp(x.neg()).add(1f));
  }

  /** max(x, 0) + log1p(e^−|x|), the logarithm by 2·atanh(u / (2 + u)). */
  static FloatVector softplus(FloatVector x) {
    FloatVector u = exp(x.abs().neg());
    FloatVector s = u.div(u.add(2f));
    FloatVector z = s.mul(s);
    FloatVector p = z.fma(broadcast(2 / 15f), broadcast(2 / 13f));
    p = p.fma(z, broadcast(2 / 11f));
    p = p.fma(z, broadcast(2 / 9f));
    p = p.fma(z, broadcast(2 / 7f));
    p = p.fma(z, broadcast(2 / 5f));
    p = p.fma(z, broadcast(2 / 3f));
    p = p.fma(z, broadcast(2f));
    return s.fma(p, x.max(0f));
  }

  private static FloatVector broadcast(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}

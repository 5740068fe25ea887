package plast.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementwise functions of floats, whole vectors at a time. Largest errors against the correctly rounded value, over
 * all finite arguments whose result is normal: exp 2 ulp (down to e^−87.33), tanh 6 ulp, sigmoid 4 ulp, softplus 4 ulp.
 *
 * <p>Everything is built from add, multiply, fused multiply-add, divide and bit operations, so every machine gives the
 * same bits. Each function is one loop without branches, and no vector is passed to a method of ours: what
 * the compiler does not inline, it boxes.
 *
 * <p>All take entries {@code from} (included) to {@code end} (excluded) of x, a multiple of the vector length apart,
 * and write entry k to {@code y[k + shift]}; the activations then multiply x by {@code keep}.
 */
final class FloatFunctions {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> S = SPECIES;
  private static final int LANES = SPECIES.length();

  private static final float LOG2_E = 1.44269504f, LN2_HIGH = 0.693359375f, LN2_LOW = -2.12194440e-4f;
  /** Adding it rounds to an integer that then stands in the low bits of the mantissa. */
  private static final float ROUND = 12582912f;

  private FloatFunctions() {}

  /** {@code y = exp(−max(x, mirror · x))}: e^−x with mirror 1, e^−|x| with mirror −1. Cephes' polynomial. */
  static void expOfNegative(float[] x, int from, int end, float[] y, int shift, float mirror) {
    for (int k = from; k < end; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, x, k);
      FloatVector clamped = v.max(v.mul(mirror)).max(-88.3f).min(87.33f).neg();
      FloatVector shifted = clamped.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, ROUND));
      FloatVector n = shifted.sub(ROUND);
      FloatVector r = n.fma(FloatVector.broadcast(S, -LN2_HIGH), clamped);
      r = n.fma(FloatVector.broadcast(S, -LN2_LOW), r);
      FloatVector p = r.fma(FloatVector.broadcast(S, 1.9875691500e-4f), FloatVector.broadcast(S, 1.3981999507e-3f));
      p = p.fma(r, FloatVector.broadcast(S, 8.3334519073e-3f));
      p = p.fma(r, FloatVector.broadcast(S, 4.1665795894e-2f));
      p = p.fma(r, FloatVector.broadcast(S, 1.6666665459e-1f));
      p = p.fma(r, FloatVector.broadcast(S, 5.0000001201e-1f));
      p.mul(r).fma(r, r).add(1f)
          .reinterpretAsInts()
          .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
          .reinterpretAsFloats()
          .intoArray(y, k + shift);
    }
  }

  /** Rational approximation of degree 13 over 6, saturating at |x| = 7.9. */
  static void tanh(float[] x, int from, int end, float[] y, int shift, float keep) {
    for (int k = from; k < end; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, x, k);
      v.mul(keep).intoArray(x, k);
      FloatVector c = v.max(-7.90531111f).min(7.90531111f);
      FloatVector s = c.mul(c);
      FloatVector p = s.fma(
          FloatVector.broadcast(S, -2.76076847742355e-16f), FloatVector.broadcast(S, 2.00018790482477e-13f));
      p = p.fma(s, FloatVector.broadcast(S, -8.60467152213735e-11f));
      p = p.fma(s, FloatVector.broadcast(S, 5.12229709037114e-08f));
      p = p.fma(s, FloatVector.broadcast(S, 1.48572235717979e-05f));
      p = p.fma(s, FloatVector.broadcast(S, 6.37261928875436e-04f));
      p = p.fma(s, FloatVector.broadcast(S, 4.89352455891786e-03f));
      FloatVector q = s.fma(
          FloatVector.broadcast(S, 1.19825839466702e-06f), FloatVector.broadcast(S, 1.18534705686654e-04f));
      q = q.fma(s, FloatVector.broadcast(S, 2.26843463243900e-03f));
      q = q.fma(s, FloatVector.broadcast(S, 4.89352518554385e-03f));
      p.mul(c).div(q).intoArray(y, k + shift);
    }
  }

  static void relu(float[] x, int from, int end, float[] y, int shift, float keep) {
    for (int k = from; k < end; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, x, k);
      v.max(0f).intoArray(y, k + shift);
      v.mul(keep).intoArray(x, k);
    }
  }

  static void sigmoid(float[] x, int from, int end, float[] y, int shift, float keep) {
    expOfNegative(x, from, end, y, shift, 1);
    for (int k = from; k < end; k += LANES) {
      FloatVector.broadcast(S, 1f).div(FloatVector.fromArray(S, y, k + shift).add(1f)).intoArray(y, k + shift);
      FloatVector.fromArray(S, x, k).mul(keep).intoArray(x, k);
    }
  }

  /** max(x, 0) + log1p(u), u = e^−|x|, the logarithm by 2·atanh(u / (2 + u)). */
  static void softplus(float[] x, int from, int end, float[] y, int shift, float keep) {
    expOfNegative(x, from, end, y, shift, -1);
    for (int k = from; k < end; k += LANES) {
      FloatVector u = FloatVector.fromArray(S, y, k + shift);
      FloatVector s = u.div(u.add(2f));
      FloatVector z = s.mul(s);
      FloatVector p = z.fma(FloatVector.broadcast(S, 2 / 15f), FloatVector.broadcast(S, 2 / 13f));
      p = p.fma(z, FloatVector.broadcast(S, 2 / 11f));
      p = p.fma(z, FloatVector.broadcast(S, 2 / 9f));
      p = p.fma(z, FloatVector.broadcast(S, 2 / 7f));
      p = p.fma(z, FloatVector.broadcast(S, 2 / 5f));
      p = p.fma(z, FloatVector.broadcast(S, 2 / 3f));
      p = p.fma(z, FloatVector.broadcast(S, 2f));
      FloatVector v = FloatVector.fromArray(S, x, k);
      s.fma(p, v.max(0f)).intoArray(y, k + shift);
      v.mul(keep).intoArray(x, k);
    }
  }
}

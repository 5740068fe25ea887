package plast.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Standard normals by the hundred: Philox words, {@link #BLOCKS} counters at a time, through the Box-Muller transform.
 *
 * <pre>
 * r = √(−2 ln u),  a = π v:   z₁ = ±r cos a,  z₂ = ±r sin a
 *                             u in (0, 1], v in [−½, ½), 24 bits each; the sign one bit
 * </pre>
 * Single precision: no value beyond 5.8, where a true normal lies once in 1.5e8. The order of the values does not
 * depend on the length of the machine's vectors.
 */
public final class GaussianBlock {
  /** Counters at a time; each gives four values. */
  private static final int BLOCKS = 64;
  private static final int SIZE = 4 * BLOCKS;

  private static final VectorSpecies<Long> WIDE = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final long LOW = 0xffffffffL;
  private static final long M0 = 0xD2511F53L, M1 = 0xCD9E8D57L, W0 = 0x9E3779B9L, W1 = 0xBB67AE85L;

  /** The bits of 1 and of √½. */
  private static final int ONE = 0x3f800000, ROOT_HALF = 0x3f3504f3;

  private final long[] words = new long[SIZE];
  private final float[] u = new float[SIZE / 2];
  private final float[] v = new float[SIZE / 2];
  private final float[] sign = new float[SIZE / 2];
  private final float[] normals = new float[SIZE];

  /** Overwrites the first {@code count} entries of {@code target} with normals from {@code random}. */
  public void fill(RandomStream random, float[] target, int count) {
    for (int done = 0; done < count; done += SIZE) {
      long first = random.reserve(BLOCKS);
      for (int k = 0; k < BLOCKS; k += WIDE.length()) words(random.key(), random.number(), first, k);
      transform();
      System.arraycopy(normals, 0, target, done, Math.min(SIZE, count - done));
    }
  }

  private void transform() {
    // Polynomials: Cephes' for the logarithm, Taylor's of degree 13 and 12 for sine and cosine.
    // Word w of counter k stands at w·BLOCKS + k: words 0 and 1 make one pair, 2 and 3 the other.
    for (int k = 0; k < SIZE / 2; k++) {
      int first = k / BLOCKS * 2 * BLOCKS + k % BLOCKS;
      u[k] = ((words[first] >>> 8) + 1) * 0x1p-24f;
      v[k] = (words[first + BLOCKS] >>> 8) * 0x1p-24f - 0.5f;
      sign[k] = 1 - 2 * (words[first] & 1);
    }
    for (int k = 0; k < SIZE / 2; k += S.length()) {
      FloatVector x = FloatVector.fromArray(S, u, k);
      // ln u = e ln 2 + ln m, m in [√½, √2): adding the distance from √½ to 1 carries into the exponent beyond √2.
      IntVector bits = x.reinterpretAsInts().add(ONE - ROOT_HALF);
      FloatVector e = (FloatVector) bits.lanewise(VectorOperators.ASHR, 23).sub(127).convert(VectorOperators.I2F, 0);
      FloatVector f = bits.and(0x007fffff).add(ROOT_HALF).reinterpretAsFloats().sub(1f);
      FloatVector z = f.mul(f);
      FloatVector p = f.fma(FloatVector.broadcast(S, 7.0376836292e-2f), FloatVector.broadcast(S, -1.1514610310e-1f));
      p = p.fma(f, FloatVector.broadcast(S, 1.1676998740e-1f));
      p = p.fma(f, FloatVector.broadcast(S, -1.2420140846e-1f));
      p = p.fma(f, FloatVector.broadcast(S, 1.4249322787e-1f));
      p = p.fma(f, FloatVector.broadcast(S, -1.6668057665e-1f));
      p = p.fma(f, FloatVector.broadcast(S, 2.0000714765e-1f));
      p = p.fma(f, FloatVector.broadcast(S, -2.4999993993e-1f));
      p = p.fma(f, FloatVector.broadcast(S, 3.3333331174e-1f));
      FloatVector log = e.fma(
          FloatVector.broadcast(S, 0.693147181f), z.fma(FloatVector.broadcast(S, -0.5f), p.mul(f).mul(z)).add(f));
      FloatVector r = log.mul(-2f).max(0f).sqrt().mul(FloatVector.fromArray(S, sign, k));

      FloatVector a = FloatVector.fromArray(S, v, k);
      FloatVector a2 = a.mul(a);
      FloatVector sin = a2.fma(FloatVector.broadcast(S, 4.6630280e-4f), FloatVector.broadcast(S, -7.3704309e-3f));
      sin = sin.fma(a2, FloatVector.broadcast(S, 8.2145886e-2f));
      sin = sin.fma(a2, FloatVector.broadcast(S, -5.9926453e-1f));
      sin = sin.fma(a2, FloatVector.broadcast(S, 2.5501640f));
      sin = sin.fma(a2, FloatVector.broadcast(S, -5.1677128f));
      sin = sin.fma(a2, FloatVector.broadcast(S, 3.1415927f)).mul(a);
      FloatVector cos = a2.fma(FloatVector.broadcast(S, 1.9295743e-3f), FloatVector.broadcast(S, -2.5806891e-2f));
      cos = cos.fma(a2, FloatVector.broadcast(S, 2.3533063e-1f));
      cos = cos.fma(a2, FloatVector.broadcast(S, -1.3352628f));
      cos = cos.fma(a2, FloatVector.broadcast(S, 4.0587121f));
      cos = cos.fma(a2, FloatVector.broadcast(S, -4.9348022f)).fma(a2, FloatVector.broadcast(S, 1f));
      r.mul(cos).intoArray(normals, k);
      r.mul(sin).intoArray(normals, SIZE / 2 + k);
    }
  }

  private void words(long key, long number, long block, int at) {
    LongVector counter = LongVector.broadcast(WIDE, block + at).addIndex(1);
    LongVector c0 = counter.and(LOW), c1 = counter.lanewise(VectorOperators.LSHR, 32);
    LongVector c2 = LongVector.broadcast(WIDE, number & LOW), c3 = LongVector.broadcast(WIDE, number >>> 32);
    long k0 = key & LOW, k1 = key >>> 32;
    for (int round = 0; round < 10; round++) {
      LongVector p0 = c0.mul(M0), p1 = c2.mul(M1);
      LongVector n0 = p1.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, c1)
          .lanewise(VectorOperators.XOR, k0);
      LongVector n2 = p0.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, c3)
          .lanewise(VectorOperators.XOR, k1);
      c1 = p1.and(LOW);
      c3 = p0.and(LOW);
      c0 = n0;
      c2 = n2;
      k0 = (k0 + W0) & LOW;
      k1 = (k1 + W1) & LOW;
    }
    c0.intoArray(words, at);
    c1.intoArray(words, BLOCKS + at);
    c2.intoArray(words, 2 * BLOCKS + at);
    c3.intoArray(words, 3 * BLOCKS + at);
  }
}

package plast.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** Elementwise functions of whole arrays, SIMD, in place or from one array to another of the same length. */
public final class Functions {
  private Functions() {}

  /** {@code y[k] = exp(x[k])}; relative error at most 2 ulp, arguments held to [−708, 709]. */
  public static void exp(double[] x, double[] y) {
    int whole = x.length / DoubleFunctions.SPECIES.length() * DoubleFunctions.SPECIES.length();
    DoubleFunctions.exp(x, y, whole);
    for (int k = whole; k < x.length; k++) y[k] = StrictMath.exp(x[k]);
  }

  /**
   * A switch with memory: {@code state[k]} becomes 1 where |x[k]| ≥ up and 0 where |x[k]| &lt; down, and stays
   * elsewhere.
   *
   * @param state   of zeros and ones, modified
   * @param changes two entries, overwritten: how many became 1, how many became 0
   */
  public static void hysteresis(double[] x, double up, double down, double[] state, int[] changes) {
    int lanes = DoubleFunctions.SPECIES.length(), k = 0, rose = 0, fell = 0;
    for (; k + lanes <= x.length; k += lanes) {
      DoubleVector magnitude = DoubleVector.fromArray(DoubleFunctions.SPECIES, x, k).abs();
      DoubleVector before = DoubleVector.fromArray(DoubleFunctions.SPECIES, state, k);
      DoubleVector after = before.blend(0, magnitude.lt(down)).blend(1, magnitude.compare(VectorOperators.GE, up));
      rose += before.lt(after).trueCount();
      fell += after.lt(before).trueCount();
      after.intoArray(state, k);
    }
    for (; k < x.length; k++) {
      double magnitude = Math.abs(x[k]), before = state[k];
      state[k] = magnitude >= up ? 1 : magnitude < down ? 0 : before;
      if (state[k] > before) rose++;
      if (state[k] < before) fell++;
    }
    changes[0] = rose;
    changes[1] = fell;
  }

  /** Σ x², in an order that depends on the vector length alone. */
  public static double sumOfSquares(double[] x) {
    int lanes = DoubleFunctions.SPECIES.length(), k = 0;
    DoubleVector a = DoubleVector.zero(DoubleFunctions.SPECIES), b = a, c = a, d = a;
    for (; k + 4 * lanes <= x.length; k += 4 * lanes) {
      DoubleVector p = DoubleVector.fromArray(DoubleFunctions.SPECIES, x, k);
      DoubleVector q = DoubleVector.fromArray(DoubleFunctions.SPECIES, x, k + lanes);
      DoubleVector r = DoubleVector.fromArray(DoubleFunctions.SPECIES, x, k + 2 * lanes);
      DoubleVector s = DoubleVector.fromArray(DoubleFunctions.SPECIES, x, k + 3 * lanes);
      a = p.fma(p, a);
      b = q.fma(q, b);
      c = r.fma(r, c);
      d = s.fma(s, d);
    }
    DoubleVector all = a.add(b).add(c.add(d));
    double sum = 0;
    for (int lane = 0; lane < lanes; lane++) sum += all.lane(lane);
    for (; k < x.length; k++) sum += x[k] * x[k];
    return sum;
  }
}

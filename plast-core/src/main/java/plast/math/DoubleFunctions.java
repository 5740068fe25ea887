package plast.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementwise functions on vectors of doubles. Largest relative errors: exp 2 ulp over results that are normal. Built
 * from exactly rounded operations, so every machine gives the same bits.
 */
final class DoubleFunctions {
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> S = SPECIES;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42feep-1, LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final double ROUND = 0x1.8p52;

  private DoubleFunctions() {}

  /**
   * {@code y[k] = exp(x[k])} for k below {@code end}, a multiple of the vector length: range reduction and the Taylor
   * polynomial of degree 13 on |r| ≤ ln 2 / 2; arguments are held to [−708, 709]. One loop, so that nothing is boxed.
   */
  static void exp(double[] x, double[] y, int end) {
    for (int k = 0; k < end; k += SPECIES.length()) {
      DoubleVector clamped = DoubleVector.fromArray(S, x, k).max(-708).min(709);
      DoubleVector shifted = clamped.fma(DoubleVector.broadcast(S, LOG2_E), DoubleVector.broadcast(S, ROUND));
      DoubleVector n = shifted.sub(ROUND);
      DoubleVector r = n.fma(DoubleVector.broadcast(S, -LN2_HIGH), clamped);
      r = n.fma(DoubleVector.broadcast(S, -LN2_LOW), r);
      DoubleVector p = r.fma(DoubleVector.broadcast(S, 1 / 6227020800.0), DoubleVector.broadcast(S, 1 / 479001600.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 39916800.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 3628800.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 362880.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 40320.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 5040.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 720.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 120.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 24.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 6.0));
      p = p.fma(r, DoubleVector.broadcast(S, 0.5));
      p.mul(r).fma(r, r).add(1)
          .reinterpretAsLongs()
          .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52))
          .reinterpretAsDoubles()
          .intoArray(y, k);
    }
  }
}

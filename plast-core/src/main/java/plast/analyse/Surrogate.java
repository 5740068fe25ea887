package plast.analyse;

import java.util.stream.Stream;
import plast.math.Matrix;
import plast.math.RandomStream;

/**
 * Entry-shuffled surrogates: the same weights between other pairs of units. Sparse or heavy-tailed weights alone change
 * rank, normality and trophic incoherence; what the arrangement of the weights adds is the excess over the surrogates.
 */
public final class Surrogate {

  private Surrogate() {}

  /**
   * A copy with its off-diagonal entries permuted at random and its diagonal kept.
   *
   * @throws IllegalArgumentException if the matrix is not square
   */
  public static Matrix shuffled(Matrix weights, RandomStream random) {
    int n = Spectra.requireSquare(weights);
    Matrix result = weights.copy();
    int[] order = random.permutation(n * Math.max(0, n - 1));
    for (int k = 0; k < order.length; k++) result.values()[position(k, n)] = weights.values()[position(order[k], n)];
    return result;
  }

  /** The index of the k-th off-diagonal entry: each diagonal entry is followed by n others. */
  private static int position(int k, int n) {
    return k + k / n + 1;
  }

  /** The mean structure of {@code surrogates} shuffled copies of {@code weights}. */
  public static Structure mean(Matrix weights, boolean autapses, int surrogates, RandomStream random) {
    if (surrogates < 1) throw new IllegalArgumentException("at least 1 surrogate is needed, got " + surrogates);
    return Structure.mean(
        Stream.generate(() -> Structure.of(shuffled(weights, random), autapses)).limit(surrogates).toList());
  }

  /** The structure of {@code weights} minus the mean structure of its shuffled copies. */
  public static Structure excess(Matrix weights, boolean autapses, int surrogates, RandomStream random) {
    return Structure.of(weights, autapses).minus(mean(weights, autapses, surrogates, random));
  }
}

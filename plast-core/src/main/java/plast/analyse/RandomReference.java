package plast.analyse;

import java.util.stream.Stream;
import plast.math.Matrix;
import plast.math.RandomStream;

/** What the metrics say about a matrix without structure. */
public final class RandomReference {

  private RandomReference() {}

  /**
   * The mean structure of {@code draws} matrices with independent entries from N(0, 1/n): spectral radius near 1,
   * Frobenius norm near √n.
   */
  public static Structure of(int n, boolean autapses, RandomStream random, int draws) {
    if (n < 1 || draws < 1) {
      throw new IllegalArgumentException("at least 1 unit and 1 draw are needed, got " + n + " and " + draws);
    }
    return Structure.mean(Stream.generate(() -> Structure.of(matrix(n, random), autapses)).limit(draws).toList());
  }

  /** One n x n matrix with independent entries from N(0, 1/n). */
  public static Matrix matrix(int n, RandomStream random) {
    Matrix matrix = Matrix.zeros(n, n);
    double deviation = 1 / Math.sqrt(n);
    for (int k = 0; k < matrix.values().length; k++) matrix.values()[k] = deviation * random.nextGaussian();
    return matrix;
  }
}

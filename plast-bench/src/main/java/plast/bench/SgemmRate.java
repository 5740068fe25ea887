package plast.bench;

import plast.math.FloatPanels;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;

/** What a large float matrix product reaches in this process on one thread: 512 x 512 x 512, the best of many. */
final class SgemmRate {
  private static final int SIZE = 512;

  private final FloatPanels left = panels("left");
  private final FloatPanels right = panels("right");
  private final FloatPanels product = new FloatPanels(SIZE, SIZE);
  private double best;

  private static FloatPanels panels(String name) {
    Matrix matrix = Matrix.zeros(SIZE, SIZE);
    RandomStream random = new Seed(1).stream(name);
    for (int k = 0; k < matrix.values().length; k++) matrix.values()[k] = random.nextGaussian();
    FloatPanels panels = new FloatPanels(SIZE, SIZE);
    panels.copyFrom(matrix, false, 1);
    return panels;
  }

  /** Multiplies for that long. */
  void block(double seconds) {
    long deadline = System.nanoTime() + (long) (seconds * 1e9);
    do {
      product.clear(0, SIZE);
      long start = System.nanoTime();
      product.addProduct(0, left, 0, SIZE, right);
      best = Math.max(best, 2.0 * SIZE * SIZE * SIZE / (System.nanoTime() - start));
    } while (System.nanoTime() - deadline < 0);
  }

  /** The best rate so far, GFLOP/s. */
  double gigaflops() {
    return best;
  }
}

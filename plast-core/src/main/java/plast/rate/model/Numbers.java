package plast.rate.model;

import plast.kernel.Kernel;
import plast.kernel.Precision;
import plast.math.DoublePanels;
import plast.math.FloatPanels;
import plast.math.GaussianBlock;
import plast.math.Panels;
import plast.math.RandomStream;

/** Panels of one precision, and kernels on them. Nothing allocates but the methods that return panels or arrays. */
final class Numbers {
  private final Precision precision;
  private final GaussianBlock gaussian = new GaussianBlock();
  private float[] normals = {};

  Numbers(Precision precision) {
    this.precision = precision;
  }

  Panels panels(int rows, int columns) {
    return precision == Precision.DOUBLE ? new DoublePanels(rows, columns) : new FloatPanels(rows, columns);
  }

  /** Products of transposed rows are written in tiles of eight rows. */
  Panels product(int rows, int columns) {
    return panels((rows + 7) / 8 * 8, columns);
  }

  /** An empty double[][] or float[][]. */
  Object[] arrays(int count) {
    return precision == Precision.DOUBLE ? new double[count][] : new float[count][];
  }

  void run(Kernel kernel, Object[] arrays, int[] offsets, double[] scalars, int count) {
    if (arrays instanceof float[][] floats) kernel.run(floats, offsets, scalars, count);
    else kernel.run((double[][]) arrays, offsets, scalars, count);
  }

  /** Standard normals, overwritten by the next ones. */
  float[] normals(RandomStream random, int count) {
    if (normals.length < count) normals = new float[count];
    gaussian.fill(random, normals, count);
    return normals;
  }
}

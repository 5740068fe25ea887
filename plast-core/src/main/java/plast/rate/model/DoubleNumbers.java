package plast.rate.model;

import java.util.Arrays;
import plast.kernel.Kernel;
import plast.math.DoublePanels;
import plast.math.GaussianBlock;
import plast.math.Panels;
import plast.math.RandomStream;

/** Arrays of doubles. */
final class DoubleNumbers extends Numbers {
  private final GaussianBlock gaussian = new GaussianBlock();
  private float[] normals = {};

  @Override
  Panels panels(int rows, int columns) {
    return new DoublePanels(rows, columns);
  }

  @Override
  Object array(int size) {
    return new double[size];
  }

  @Override
  Object[] arrays(int count) {
    return new double[count][];
  }

  @Override
  void run(Kernel kernel, Object[] arrays, double[] scalars, int to) {
    kernel.run((double[][]) arrays, scalars, 0, to);
  }

  @Override
  void write(Panels target, int row, int count, Object source) {
    target.write(row, count, (double[]) source, target.columns());
  }

  @Override
  void read(Panels source, int row, int count, Object target) {
    source.read(row, count, (double[]) target);
  }

  @Override
  void tile(double[] values, Object target, int count, int width) {
    double[] to = (double[]) target;
    if (values.length == 1) Arrays.fill(to, 0, count * width, values[0]);
    else for (int k = 0; k < count; k++) System.arraycopy(values, 0, to, k * width, width);
  }

  @Override
  void addRows(Object source, int count, int width, double[] sums) {
    double[] from = (double[]) source;
    boolean one = sums.length == 1;
    for (int k = 0, at = 0; k < count; k++) {
      for (int i = 0; i < width; i++, at++) sums[one ? 0 : i] += from[at];
    }
  }

  @Override
  void clear(Object array, int size) {
    Arrays.fill((double[]) array, 0, size, 0);
  }

  @Override
  double get(Object array, int k) {
    return ((double[]) array)[k];
  }

  @Override
  void normals(RandomStream random, Object target, int count) {
    if (normals.length < count) normals = new float[count];
    gaussian.fill(random, normals, count);
    double[] to = (double[]) target;
    for (int k = 0; k < count; k++) to[k] = normals[k];
  }
}

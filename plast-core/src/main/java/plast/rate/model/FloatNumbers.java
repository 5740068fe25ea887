package plast.rate.model;

import java.util.Arrays;
import plast.kernel.Kernel;
import plast.math.FloatPanels;
import plast.math.GaussianBlock;
import plast.math.Panels;
import plast.math.RandomStream;

/** Arrays of floats. */
final class FloatNumbers extends Numbers {
  private final GaussianBlock gaussian = new GaussianBlock();
  private double[] wide = {};

  @Override
  Panels panels(int rows, int columns) {
    return new FloatPanels(rows, columns);
  }

  @Override
  Object array(int size) {
    return new float[size];
  }

  @Override
  Object[] arrays(int count) {
    return new float[count][];
  }

  @Override
  void run(Kernel kernel, Object[] arrays, double[] scalars, int to) {
    kernel.run((float[][]) arrays, scalars, 0, to);
  }

  @Override
  void write(Panels target, int row, int count, Object source) {
    target.write(row, count, (float[]) source, target.columns());
  }

  @Override
  void read(Panels source, int row, int count, Object target) {
    int size = count * source.columns();
    if (wide.length < size) wide = new double[size];
    source.read(row, count, wide);
    float[] to = (float[]) target;
    for (int k = 0; k < size; k++) to[k] = (float) wide[k];
  }

  @Override
  void tile(double[] values, Object target, int count, int width) {
    float[] to = (float[]) target;
    boolean one = values.length == 1;
    for (int k = 0, at = 0; k < count; k++) {
      for (int i = 0; i < width; i++, at++) to[at] = (float) values[one ? 0 : i];
    }
  }

  @Override
  void addRows(Object source, int count, int width, double[] sums) {
    float[] from = (float[]) source;
    boolean one = sums.length == 1;
    for (int k = 0, at = 0; k < count; k++) {
      for (int i = 0; i < width; i++, at++) sums[one ? 0 : i] += from[at];
    }
  }

  @Override
  void clear(Object array, int size) {
    Arrays.fill((float[]) array, 0, size, 0f);
  }

  @Override
  double get(Object array, int k) {
    return ((float[]) array)[k];
  }

  @Override
  void normals(RandomStream random, Object target, int count) {
    gaussian.fill(random, (float[]) target, count);
  }
}

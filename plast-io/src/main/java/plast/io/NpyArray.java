package plast.io;

import java.lang.reflect.Array;
import java.util.Arrays;
import plast.math.Matrix;

/**
 * Numbers with a shape, as NumPy holds them: row-major, the last index running fastest.
 *
 * @param shape one length per dimension; empty for a single number
 * @param data  a {@code double[]}, {@code float[]}, {@code long[]}, {@code int[]}, {@code short[]}, {@code byte[]} or
 *              {@code boolean[]} with one entry per element; shared, not copied
 */
public record NpyArray(int[] shape, Object data) {

  public NpyArray {
    NpyType.of(data);
    long size = 1;
    for (int length : shape) {
      if (length < 0) throw new IllegalArgumentException("a negative length in the shape " + Arrays.toString(shape));
      size = Math.multiplyExact(size, (long) length);
    }
    if (size != Array.getLength(data)) {
      throw new IllegalArgumentException(
          "the shape " + Arrays.toString(shape) + " needs " + size + " values, got " + Array.getLength(data));
    }
    shape = shape.clone();
  }

  /** A vector. */
  public static NpyArray of(Object data) {
    return new NpyArray(new int[] {Array.getLength(data)}, data);
  }

  /** An array of any shape. */
  public static NpyArray of(Object data, int... shape) {
    return new NpyArray(shape, data);
  }

  public static NpyArray of(Matrix matrix) {
    return new NpyArray(new int[] {matrix.rows(), matrix.columns()}, matrix.values());
  }

  /** A single number. */
  public static NpyArray scalar(double value) {
    return new NpyArray(new int[0], new double[] {value});
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  /** The number of elements. */
  public int size() {
    return Array.getLength(data);
  }

  /** The elements as doubles: the array itself where it holds doubles, a converted copy otherwise; true is 1. */
  public double[] doubles() {
    if (data instanceof double[] doubles) return doubles;
    double[] result = new double[size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = data instanceof boolean[] truths ? truths[i] ? 1 : 0 : Array.getDouble(data, i);
    }
    return result;
  }

  /** @throws IllegalArgumentException when it has not two dimensions */
  public Matrix matrix() {
    if (shape.length != 2) {
      throw new IllegalArgumentException("an array of shape " + Arrays.toString(shape) + " is no matrix");
    }
    return new Matrix(shape[0], shape[1], doubles());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NpyArray array && Arrays.equals(shape, array.shape)
        && Arrays.deepEquals(new Object[] {data}, new Object[] {array.data});
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.deepHashCode(new Object[] {data});
  }

  @Override
  public String toString() {
    return data.getClass().getComponentType() + Arrays.toString(shape);
  }
}

package plast.math;

import java.util.Arrays;

/**
 * A dense row-major matrix of doubles: entry (i, j) is {@code values[i * columns + j]}. In a weight matrix row i is the
 * postsynaptic unit and column j the presynaptic one.
 *
 * <p>The array is shared, not copied: whoever holds the matrix may write its entries.
 */
public record Matrix(int rows, int columns, double[] values) {

  public Matrix {
    if (rows < 0 || columns < 0 || values.length != rows * columns) {
      throw new IllegalArgumentException(
          "a " + rows + " x " + columns + " matrix needs " + (long) rows * columns + " values, got " + values.length);
    }
  }

  /** A matrix of zeros. */
  public static Matrix zeros(int rows, int columns) {
    return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
  }

  public double get(int i, int j) {
    return values[i * columns + j];
  }

  public void set(int i, int j, double value) {
    values[i * columns + j] = value;
  }

  public Matrix copy() {
    return new Matrix(rows, columns, values.clone());
  }

  public Matrix transpose() {
    Matrix result = zeros(columns, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) result.set(j, i, get(i, j));
    }
    return result;
  }

  /** The entrywise difference {@code this - other}. */
  public Matrix minus(Matrix other) {
    if (rows != other.rows || columns != other.columns) {
      throw new IllegalArgumentException(
          "cannot subtract a " + other.rows + " x " + other.columns + " matrix from a " + rows + " x " + columns
              + " one");
    }
    Matrix result = copy();
    for (int k = 0; k < values.length; k++) result.values[k] -= other.values[k];
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix m && rows == m.rows && columns == m.columns && Arrays.equals(values, m.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Matrix " + rows + " x " + columns;
  }
}

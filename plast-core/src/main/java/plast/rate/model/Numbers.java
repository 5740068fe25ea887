package plast.rate.model;

import plast.kernel.Kernel;
import plast.kernel.Precision;
import plast.math.Panels;
import plast.math.RandomStream;

/**
 * Arrays of one precision: what kernels compute on, and how it goes to and from the panels of matrix products. Arrays
 * hold {@code count} rows (trials) of {@code width} units. Nothing allocates but the methods that return arrays.
 */
abstract sealed class Numbers permits DoubleNumbers, FloatNumbers {

  static Numbers of(Precision precision) {
    return precision == Precision.DOUBLE ? new DoubleNumbers() : new FloatNumbers();
  }

  abstract Panels panels(int rows, int columns);

  /** A new array of zeros, double[] or float[]. */
  abstract Object array(int size);

  /** An empty double[][] or float[][]. */
  abstract Object[] arrays(int count);

  abstract void run(Kernel kernel, Object[] arrays, double[] scalars, int to);

  /** Writes {@code count} whole rows of {@code target} from {@code row} on. */
  abstract void write(Panels target, int row, int count, Object source);

  /** Reads {@code count} whole rows of {@code source} from {@code row} on. */
  abstract void read(Panels source, int row, int count, Object target);

  /** Sets every row to {@code values}, one for all units or one for each. */
  abstract void tile(double[] values, Object target, int count, int width);

  /** Adds every row to {@code sums}, which has one entry for all units or one for each. */
  abstract void addRows(Object source, int count, int width, double[] sums);

  abstract void clear(Object array, int size);

  abstract double get(Object array, int k);

  /** Writes standard normals. */
  abstract void normals(RandomStream random, Object target, int count);
}

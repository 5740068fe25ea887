package plast.math;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Panels of doubles: one panel as wide as the row. The plain reference that {@link FloatPanels} is compared with, and
 * what {@code precision: double} runs on; about eight times slower.
 */
public final class DoublePanels extends Panels {
  private static final VectorSpecies<Double> SPECIES = DoubleFunctions.SPECIES;
  private static final int LANES = SPECIES.length();

  private final int width;
  private final double[] values;

  public DoublePanels(int rows, int columns) {
    super(rows, columns);
    width = (columns + LANES - 1) / LANES * LANES;
    values = new double[Math.multiplyExact(rows, width)];
  }

  @Override
  public DoublePanels like(int rows, int columns) {
    return new DoublePanels(rows, columns);
  }

  @Override
  public double get(int row, int column) {
    return values[row * width + column];
  }

  @Override
  public void set(int row, int column, double value) {
    values[row * width + column] = value;
  }

  @Override
  public void clear(int row, int count) {
    checkRows(row, count);
    Arrays.fill(values, row * width, (row + count) * width, 0);
  }

  @Override
  void copyStraight(Matrix matrix, double scale) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) set(i, j, scale * matrix.get(i, j));
    }
  }

  @Override
  void copyTransposed(Matrix matrix, double scale) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) set(j, i, scale * matrix.get(i, j));
    }
  }

  @Override
  public void copyTo(Matrix matrix, double scale) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) matrix.set(i, j, scale * get(i, j));
    }
  }

  /** {@code values[at + k] += factor · x[xAt + k]} over a row. */
  private void addRow(int at, double factor, double[] x, int xAt) {
    for (int k = 0; k < width; k += LANES) {
      DoubleVector.fromArray(SPECIES, x, xAt + k)
          .fma(DoubleVector.broadcast(SPECIES, factor), DoubleVector.fromArray(SPECIES, values, at + k))
          .intoArray(values, at + k);
    }
  }

  @Override
  public int panels() {
    return 1;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public double[] storage() {
    return values;
  }

  @Override
  public int offset(int panel, int row) {
    return row * width;
  }

  @Override
  public void clearPadding(int row, int count) {
    checkRows(row, count);
    for (int k = row; k < row + count; k++) Arrays.fill(values, k * width + columns(), (k + 1) * width, 0);
  }

  @Override
  public void addProduct(int panel, int row, Panels a, int aRow, int count, Panels b) {
    checkProduct(row, a, aRow, count, b);
    DoublePanels left = (DoublePanels) a, right = (DoublePanels) b;
    for (int i = 0; i < count; i++) {
      int at = (row + i) * width, aAt = (aRow + i) * left.width;
      for (int k = 0; k < a.columns(); k++) addRow(at, left.values[aAt + k], right.values, k * width);
    }
  }

  @Override
  public void setSum(int panel, int row, int count, Products sum) {
    sum.check(count, columns());
    clear(row, count);
    for (int n = 0; n < sum.size(); n++) addProduct(panel, row, sum.a[n], sum.rows[n], count, sum.b[n]);
  }

  @Override
  public void dotRows(int row, int count, Panels b, double[] target, int at) {
    checkRows(row, count);
    int outputs = b.rows();
    for (int i = 0; i < count; i++) {
      for (int o = 0; o < outputs; o++) {
        double sum = 0;
        for (int j = 0; j < columns(); j++) sum += get(row + i, j) * b.get(o, j);
        target[at + i * outputs + o] = sum;
      }
    }
  }

  @Override
  public void addGram(Panels a, int aRow, Panels b, int bRow, int count) {
    checkGram(a, aRow, b, bRow, count);
    DoublePanels left = (DoublePanels) a, right = (DoublePanels) b;
    for (int k = 0; k < count; k++) {
      int aAt = (aRow + k) * left.width, bAt = (bRow + k) * width;
      for (int i = 0; i < a.columns(); i++) addRow(i * width, left.values[aAt + i], right.values, bAt);
    }
  }

  @Override
  public void columnMoments(int row, int count, double[] mean, double[] square) {
    checkRows(row, count);
    for (int j = 0; j < mean.length; j++) {
      double sum = 0, sumOfSquares = 0;
      for (int i = 0; i < count; i++) {
        double v = get(row + i, j);
        sum += v;
        sumOfSquares += v * v;
      }
      mean[j] = sum / count;
      square[j] = sumOfSquares / count;
    }
  }

  @Override
  public void write(int row, int count, float[] source, int width) {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < width; j++) set(row + i, j, source[i * width + j]);
    }
  }

  @Override
  public void write(int row, int count, double[] source, int width) {
    for (int i = 0; i < count; i++) System.arraycopy(source, i * width, values, (row + i) * this.width, width);
  }

  @Override
  public void add(int row, int count, float[] source, double scale) {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < columns(); j++) set(row + i, j, get(row + i, j) + scale * source[i * columns() + j]);
    }
  }

  @Override
  public void read(int row, int count, double[] target) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(values, (row + i) * width, target, i * columns(), columns());
    }
  }
}

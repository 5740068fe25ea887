package plast.math;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Panels of floats, two vectors wide. */
public final class FloatPanels extends Panels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  static final int WIDTH = 2 * LANES;

  private final float[] values;
  private final float[] momentBuffer = new float[2 * LANES];
  private final float[] dotBuffer = new float[4];

  public FloatPanels(int rows, int columns) {
    super(rows, columns);
    values = new float[Math.multiplyExact(Math.multiplyExact((columns + WIDTH - 1) / WIDTH, WIDTH), rows)];
  }

  @Override
  public FloatPanels like(int rows, int columns) {
    return new FloatPanels(rows, columns);
  }

  /** Where a row starts within the panel that holds a column. */
  private int start(int row, int column) {
    return (column / WIDTH * rows() + row) * WIDTH;
  }

  @Override
  public double get(int row, int column) {
    return values[start(row, column) + column % WIDTH];
  }

  @Override
  public void set(int row, int column, double value) {
    values[start(row, column) + column % WIDTH] = (float) value;
  }

  @Override
  public void clear(int row, int count) {
    checkRows(row, count);
    for (int c = 0; c < columns(); c += WIDTH) {
      int from = start(row, c);
      Arrays.fill(values, from, from + count * WIDTH, 0f);
    }
  }

  @Override
  void copyStraight(Matrix matrix, double scale) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int c = 0; c < matrix.columns(); c += WIDTH) {
        int to = start(i, c), from = i * matrix.columns() + c, n = Math.min(WIDTH, matrix.columns() - c);
        for (int k = 0; k < n; k++) values[to + k] = (float) (scale * matrix.values()[from + k]);
      }
    }
  }

  @Override
  void copyTransposed(Matrix matrix, double scale) {
    for (int c = 0; c < matrix.rows(); c += WIDTH) {
      int n = Math.min(WIDTH, matrix.rows() - c);
      for (int j = 0; j < matrix.columns(); j++) {
        int to = start(j, c), from = c * matrix.columns() + j;
        for (int k = 0; k < n; k++) values[to + k] = (float) (scale * matrix.values()[from + k * matrix.columns()]);
      }
    }
  }

  @Override
  public void copyTo(Matrix matrix, double scale) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int c = 0; c < matrix.columns(); c += WIDTH) {
        int from = start(i, c), to = i * matrix.columns() + c, n = Math.min(WIDTH, matrix.columns() - c);
        for (int k = 0; k < n; k++) matrix.values()[to + k] = scale * values[from + k];
      }
    }
  }

  @Override
  public int panels() {
    return (columns() + WIDTH - 1) / WIDTH;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public float[] storage() {
    return values;
  }

  @Override
  public int offset(int panel, int row) {
    return (panel * rows() + row) * WIDTH;
  }

  @Override
  public void clearPadding(int row, int count) {
    checkRows(row, count);
    int used = columns() % WIDTH;
    for (int k = row; used > 0 && k < row + count; k++) {
      int from = start(k, columns());
      Arrays.fill(values, from + used, from + WIDTH, 0f);
    }
  }

  @Override
  public void addProduct(int panel, int row, Panels a, int aRow, int count, Panels b) {
    checkProduct(row, a, aRow, count, b);
    FloatPanels left = (FloatPanels) a, right = (FloatPanels) b;
    int c = panel * WIDTH, stride = a.rows() * WIDTH;
    int to = start(row, c), from = left.start(aRow, 0), with = right.start(0, c);
    boolean narrow = columns() - c <= LANES;
    int k = 0;
    for (; k + FloatTiles.ROWS <= count; k += FloatTiles.ROWS) {
      FloatTiles.product(
          values, to + k * WIDTH, left.values, from + k * WIDTH, stride, a.columns(), right.values, with, narrow);
    }
    FloatTiles.productRest(
        values, to + k * WIDTH, left.values, from + k * WIDTH, stride, a.columns(), right.values, with, count - k);
  }

  @Override
  public void setSum(int panel, int row, int count, Products sum) {
    checkRows(row, count);
    sum.check(count, columns());
    int to = start(row, panel * WIDTH), k = 0;
    boolean narrow = columns() - panel * WIDTH <= LANES;
    for (; k + FloatTiles.ROWS <= count; k += FloatTiles.ROWS) {
      FloatSums.tile(values, to + k * WIDTH, sum, panel, k, narrow);
    }
    FloatSums.rest(values, to + k * WIDTH, sum, panel, k, count - k);
  }

  @Override
  public void dotRows(int row, int count, Panels b, double[] target, int at) {
    checkRows(row, count);
    FloatPanels right = (FloatPanels) b;
    int outputs = b.rows(), stride = rows() * WIDTH, bStride = outputs * WIDTH;
    for (int i = 0; i < count && count >= 4; i += 4) {
      int first = Math.min(i, count - 4); // the last four rows, some of them again, where fewer are left
      for (int o = 0; o < outputs; o++) {
        FloatTiles.dot4(
            values, start(row + first, 0), stride, right.values, o * WIDTH, bStride, columns(), dotBuffer);
        for (int k = 0; k < 4; k++) target[at + (first + k) * outputs + o] = dotBuffer[k];
      }
    }
    for (int i = 0; i < count && count < 4; i++) {
      for (int o = 0; o < outputs; o++) target[at + i * outputs + o] = dot(row + i, right, o);
    }
  }

  private float dot(int row, FloatPanels b, int bRow) {
    float sum = 0;
    for (int c = 0; c < columns(); c += WIDTH) {
      int from = start(row, c), with = b.start(bRow, c), n = Math.min(WIDTH, columns() - c);
      for (int k = 0; k < n; k++) sum += values[from + k] * b.values[with + k];
    }
    return sum;
  }

  @Override
  public void addGram(Panels a, int aRow, Panels b, int bRow, int count) {
    checkGram(a, aRow, b, bRow, count);
    FloatPanels left = (FloatPanels) a, right = (FloatPanels) b;
    for (int k = 0; k < count; k += FloatTiles.GRAM_DEPTH) {
      int depth = Math.min(FloatTiles.GRAM_DEPTH, count - k);
      for (int c = 0; c < columns(); c += WIDTH) {
        for (int i = 0; i < a.columns(); i += FloatTiles.ROWS) {
          FloatTiles.gram(
              values, start(i, c), left.values, left.start(aRow + k, i) + i % WIDTH, right.values,
              right.start(bRow + k, c), depth, a.columns() - i);
        }
      }
    }
  }

  @Override
  public void columnMoments(int row, int count, double[] mean, double[] square) {
    checkRows(row, count);
    Arrays.fill(mean, 0);
    Arrays.fill(square, 0);
    for (int c = 0; c < mean.length; c += LANES) {
      int n = Math.min(LANES, mean.length - c);
      for (int k = 0; k < count; k += FloatTiles.GRAM_DEPTH) {
        int from = start(row + k, c) + c % WIDTH;
        moments(values, from, Math.min(FloatTiles.GRAM_DEPTH, count - k), momentBuffer);
        for (int j = 0; j < n; j++) {
          mean[c + j] += momentBuffer[j];
          square[c + j] += momentBuffer[LANES + j];
        }
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= count;
      square[j] /= count;
    }
  }

  /** Sums and sums of squares of one vector's columns; short runs, so that single precision suffices. */
  private static void moments(float[] x, int from, int depth, float[] sums) {
    FloatVector sum = FloatVector.zero(SPECIES), square = FloatVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, from + k * WIDTH);
      sum = sum.add(v);
      square = v.fma(v, square);
    }
    sum.intoArray(sums, 0);
    square.intoArray(sums, LANES);
  }

  @Override
  public void write(int row, int count, float[] source, int width) {
    checkRows(row, count);
    for (int c = 0; c < width; c += WIDTH) {
      int n = Math.min(WIDTH, width - c);
      for (int i = 0; i < count; i++) {
        int to = start(row + i, c), from = i * width + c;
        for (int k = 0; k < n; k++) values[to + k] = source[from + k];
      }
    }
  }

  @Override
  public void write(int row, int count, double[] source, int width) {
    checkRows(row, count);
    for (int c = 0; c < width; c += WIDTH) {
      int n = Math.min(WIDTH, width - c);
      for (int i = 0; i < count; i++) {
        int to = start(row + i, c), from = i * width + c;
        for (int k = 0; k < n; k++) values[to + k] = (float) source[from + k];
      }
    }
  }

  @Override
  public void add(int row, int count, float[] source, double scale) {
    checkRows(row, count);
    float factor = (float) scale;
    for (int c = 0; c < columns(); c += WIDTH) {
      int n = Math.min(WIDTH, columns() - c);
      for (int i = 0; i < count; i++) {
        int to = start(row + i, c), from = i * columns() + c;
        for (int k = 0; k < n; k++) values[to + k] += factor * source[from + k];
      }
    }
  }

  @Override
  public void read(int row, int count, double[] target) {
    checkRows(row, count);
    for (int c = 0; c < columns(); c += WIDTH) {
      int n = Math.min(WIDTH, columns() - c);
      for (int i = 0; i < count; i++) {
        int from = start(row + i, c), to = i * columns() + c;
        for (int k = 0; k < n; k++) target[to + k] = values[from + k];
      }
    }
  }
}

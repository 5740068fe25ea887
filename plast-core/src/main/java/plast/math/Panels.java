package plast.math;

/**
 * A matrix stored as column panels: columns are cut into panels of fixed width, and within a panel a row is contiguous.
 * A matrix product then reads and writes unit-stride blocks of constant width without packing, and the result of one
 * product is already packed as the operand of the next: the activity that the forward pass writes is what the gradient
 * and the Hebbian product read.
 *
 * <p>Columns beyond {@link #columns} up to the end of the last panel are padding. Operands of products must keep it
 * zero; the methods here do. What else writes may leave anything in the padding of a product's operands but in that of
 * {@link #dotRows}'s: it only reaches padding, and rows beyond the columns of the other operand.
 *
 * <p>Two implementations differ in precision alone: {@link FloatPanels} (fast) and {@link DoublePanels} (reference).
 * Arguments of one call must be of one precision. Nothing allocates except {@link #like}.
 */
public abstract sealed class Panels permits FloatPanels, DoublePanels {
  private final int rows;
  private final int columns;

  Panels(int rows, int columns) {
    if (rows < 0 || columns < 0) throw new IllegalArgumentException("negative shape: " + rows + " x " + columns);
    this.rows = rows;
    this.columns = columns;
  }

  public final int rows() {
    return rows;
  }

  public final int columns() {
    return columns;
  }

  /** Zeros of the same precision. */
  public abstract Panels like(int rows, int columns);

  public abstract double get(int row, int column);

  public abstract void set(int row, int column, double value);

  /** Sets {@code count} rows from {@code row} to zero. */
  public abstract void clear(int row, int count);

  /** Sets every entry to {@code scale} times that of {@code matrix}, or of its transpose. */
  public final void copyFrom(Matrix matrix, boolean transposed, double scale) {
    int r = transposed ? matrix.columns() : matrix.rows();
    int c = transposed ? matrix.rows() : matrix.columns();
    if (r > rows || c > columns) {
      throw new IllegalArgumentException("a " + r + " x " + c + " matrix does not fit into " + rows + " x " + columns);
    }
    if (transposed) copyTransposed(matrix, scale);
    else copyStraight(matrix, scale);
  }

  abstract void copyStraight(Matrix matrix, double scale);

  abstract void copyTransposed(Matrix matrix, double scale);

  /** Sets {@code matrix} to {@code scale} times the entries here (the upper left block of its shape). */
  public abstract void copyTo(Matrix matrix, double scale);

  /**
   * Adds a product to {@code count} rows: {@code this[row + k] += a[aRow + k] · b}.
   *
   * @param a count x K, not modified
   * @param b K x columns, not modified
   */
  public final void addProduct(int row, Panels a, int aRow, int count, Panels b) {
    for (int panel = 0; panel < panels(); panel++) addProduct(panel, row, a, aRow, count, b);
  }

  /** How many panels there are; they are independent: what is done to one can be done before the next. */
  public abstract int panels();

  /** How many columns a panel has, padding among them. */
  public abstract int width();

  /** The array of all entries, float[] or double[], for whoever computes on whole rows of a panel. */
  public abstract Object storage();

  /** Where a row of a panel starts in {@link #storage}; the next row follows {@link #width} further. */
  public abstract int offset(int panel, int row);

  /** Sets {@code count} rows from {@code row} to {@code values}: one for each column, or one for all. */
  public final void repeat(int row, int count, double[] values) {
    checkRows(row, count);
    if (count == 0) return;
    for (int j = 0; j < columns; j++) set(row, j, values[values.length == 1 ? 0 : j]);
    int size = width();
    for (int panel = 0; panel < panels(); panel++) {
      int first = offset(panel, row);
      for (int k = 1; k < count; k++) System.arraycopy(storage(), first, storage(), first + k * size, size);
    }
  }

  /** Copies {@code count} rows of panels with as many columns. */
  public final void copyRows(int row, int count, Panels from, int fromRow) {
    checkRows(row, count);
    from.checkRows(fromRow, count);
    if (from.columns != columns) {
      throw new IllegalArgumentException("rows of " + from.columns + " columns for rows of " + columns);
    }
    for (int panel = 0; panel < panels(); panel++) {
      System.arraycopy(from.storage(), from.offset(panel, fromRow), storage(), offset(panel, row), count * width());
    }
  }

  /** Sets the padding of {@code count} rows from {@code row} to zero. */
  public abstract void clearPadding(int row, int count);

  /** {@link #addProduct(int, Panels, int, int, Panels)} for one panel. */
  public abstract void addProduct(int panel, int row, Panels a, int aRow, int count, Panels b);

  /**
   * Sets rows of one panel to a sum of products: {@code this[row + k] = Σ_n a_n[row_n + k] · b_n}, in one go.
   *
   * @param sum of {@code count} rows; not modified
   */
  public abstract void setSum(int panel, int row, int count, Products sum);

  /** Adds a sum of products to rows of one panel: {@code this[row + k] += Σ_n a_n[row_n + k] · b_n}. */
  public final void addSum(int panel, int row, int count, Products sum) {
    for (int n = 0; n < sum.size(); n++) addProduct(panel, row, sum.a[n], sum.rows[n], count, sum.b[n]);
  }

  /**
   * Writes products with a few rows: {@code target[at + k·O + o] = Σ_j this[row + k][j] · b[o][j]} for rows below
   * {@code count}. Faster than {@link #addProduct} when b has few rows.
   *
   * @param b O x columns, not modified
   */
  public abstract void dotRows(int row, int count, Panels b, double[] target, int at);

  /**
   * Adds a product of transposed rows: {@code this += Σ_k a[aRow + k]ᵀ · b[bRow + k]}, k below {@code count}. Needs a
   * row here for each column of {@code a}, rounded up to a multiple of 8.
   *
   * @param a not modified
   * @param b as many columns as this; not modified
   */
  public abstract void addGram(Panels a, int aRow, Panels b, int bRow, int count);

  /** In one panel, elementwise {@code target[tRow + k] = φ(this[row + k])}, then {@code this[row + k] *= keep}. */
  public abstract void activate(
      int panel, Activation phi, int row, int count, Panels target, int tRow, double keep);

  /**
   * One step of an adjoint in one panel, elementwise, with φ' expressed by the value {@code f[fRow + k] = φ(x)}:
   *
   * <pre>
   * this[row + k] = scale · φ'(x) · g[k] + keep · this[nextRow + k],   then g[k] *= gKeep
   * </pre>
   */
  public abstract void adjoint(
      int panel, Activation phi, int row, int count, Panels f, int fRow, int nextRow, AdjointStep step);

  /** The constant operands of {@link #adjoint}. */
  public record AdjointStep(Panels g, double scale, double keep, double gKeep) {}

  /** Elementwise {@code this[row + k] = keep · a[aRow + k] + scale · b[bRow + k]}. */
  public abstract void blend(int row, int count, Panels a, int aRow, double keep, Panels b, int bRow, double scale);

  /**
   * Means over {@code count} rows: {@code mean[j] = ⟨this[row + k][j]⟩}, {@code square[j] = ⟨this[row + k][j]²⟩}, for
   * as many columns as {@code mean} has entries.
   */
  public abstract void columnMoments(int row, int count, double[] mean, double[] square);

  /** Writes {@code count} rows of {@code width} values each, row-major, into the first {@code width} columns. */
  public abstract void write(int row, int count, float[] source, int width);

  /** Writes {@code count} rows of {@code width} values each, row-major, into the first {@code width} columns. */
  public abstract void write(int row, int count, double[] source, int width);

  /** Adds {@code scale} times {@code source}, {@code count} whole rows, row-major. */
  public abstract void add(int row, int count, float[] source, double scale);

  /** Reads {@code count} whole rows into {@code target}, row-major. */
  public abstract void read(int row, int count, double[] target);

  /** Throws unless {@code count} rows from {@code row} exist. */
  final void checkRows(int row, int count) {
    if (row < 0 || count < 0 || row + count > rows) {
      throw new IndexOutOfBoundsException("rows " + row + " to " + (row + count) + " of " + rows);
    }
  }

  final void checkProduct(int row, Panels a, int aRow, int count, Panels b) {
    checkRows(row, count);
    a.checkRows(aRow, count);
    if (a.columns() > b.rows() || b.columns() != columns) {
      throw new IllegalArgumentException(
          "cannot add (" + count + " x " + a.columns() + ") · (" + b.rows() + " x " + b.columns() + ") to " + columns
              + " columns");
    }
  }

  final void checkGram(Panels a, int aRow, Panels b, int bRow, int count) {
    a.checkRows(aRow, count);
    b.checkRows(bRow, count);
    if (rows < (a.columns() + 7) / 8 * 8 || b.columns() != columns) {
      throw new IllegalArgumentException(
          "cannot add (" + a.columns() + " x " + count + ") · (" + count + " x " + b.columns() + ") to " + rows + " x "
              + columns);
    }
  }
}

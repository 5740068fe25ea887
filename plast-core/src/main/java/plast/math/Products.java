package plast.math;

/** A sum of products of rows of panels: {@code Σ_n a_n[row_n + k] · b_n}. Rows may move between uses; nothing else. */
public final class Products {
  final Panels[] a;
  final Panels[] b;
  final int[] rows;
  // For single precision, what the innermost loops need: both factors' arrays, where the first row of a starts, how far
  // its panels are apart, how many columns it has, and how far the panels of b are apart.
  final float[][] left;
  final float[][] right;
  final int[] starts;
  final int[] strides;
  final int[] depths;
  final int[] rightStrides;

  /**
   * The sum of {@code a[n] · b[n]}, from row 0 of each {@code a[n]} on.
   *
   * @throws IllegalArgumentException if the shapes of two factors do not fit, or their numbers differ
   */
  public Products(Panels[] a, Panels[] b) {
    this(a.length);
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " left and " + b.length + " right factors of products");
    }
    for (int n = 0; n < a.length; n++) {
      if (a[n].columns() > b[n].rows() || b[n].columns() != b[0].columns()) {
        throw new IllegalArgumentException("cannot add (" + a[n].columns() + " columns) · (" + b[n].rows() + " x "
            + b[n].columns() + ") to " + b[0].columns() + " columns");
      }
      set(n, a[n], b[n]);
    }
  }

  /** Room that its only user fills. */
  Products(int size) {
    a = new Panels[size];
    b = new Panels[size];
    rows = new int[size];
    left = new float[size][];
    right = new float[size][];
    starts = new int[size];
    strides = new int[size];
    depths = new int[size];
    rightStrides = new int[size];
  }

  void set(int n, Panels a, Panels b) {
    this.a[n] = a;
    this.b[n] = b;
    if (!(a instanceof FloatPanels f) || !(b instanceof FloatPanels g)) return;
    left[n] = f.storage();
    right[n] = g.storage();
    strides[n] = f.rows() * FloatPanels.WIDTH;
    depths[n] = f.columns();
    rightStrides[n] = g.rows() * FloatPanels.WIDTH;
  }

  public int size() {
    return rows.length;
  }

  /** Lets product {@code n} start from {@code row} of its left factor. */
  public void move(int n, int row) {
    rows[n] = row;
    starts[n] = row * FloatPanels.WIDTH;
  }

  void check(int count, int columns) {
    for (int n = 0; n < a.length; n++) a[n].checkRows(rows[n], count);
    if (b.length > 0 && b[0].columns() != columns) {
      throw new IllegalArgumentException("products of " + b[0].columns() + " columns for " + columns);
    }
  }
}

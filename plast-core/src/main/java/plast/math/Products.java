package plast.math;

/** A sum of products of rows of panels: {@code Σ_n a_n[row_n + k] · b_n}. Rows may move between uses; nothing else. */
public final class Products {
  final Panels[] a;
  final Panels[] b;
  final int[] rows;

  /**
   * The sum of {@code a[n] · b[n]}, from row 0 of each {@code a[n]} on.
   *
   * @throws IllegalArgumentException if the shapes of two factors do not fit, or their numbers differ
   */
  public Products(Panels[] a, Panels[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " left and " + b.length + " right factors of products");
    }
    this.a = a.clone();
    this.b = b.clone();
    rows = new int[a.length];
    for (int n = 0; n < a.length; n++) {
      if (a[n].columns() > b[n].rows() || b[n].columns() != b[0].columns()) {
        throw new IllegalArgumentException("cannot add (" + a[n].columns() + " columns) · (" + b[n].rows() + " x "
            + b[n].columns() + ") to " + b[0].columns() + " columns");
      }
    }
  }

  /** Room for one product that its only user fills. */
  Products() {
    a = new Panels[1];
    b = new Panels[1];
    rows = new int[1];
  }

  public int size() {
    return rows.length;
  }

  /** Lets product {@code n} start from {@code row} of its left factor. */
  public void move(int n, int row) {
    rows[n] = row;
  }

  void check(int count, int columns) {
    for (int n = 0; n < a.length; n++) a[n].checkRows(rows[n], count);
    if (b.length > 0 && b[0].columns() != columns) {
      throw new IllegalArgumentException("products of " + b[0].columns() + " columns for " + columns);
    }
  }
}

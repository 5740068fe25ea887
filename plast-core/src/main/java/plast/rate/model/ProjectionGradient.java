package plast.rate.model;

import org.jspecify.annotations.Nullable;
import plast.math.Matrix;
import plast.math.Panels;

/** The gradient of a projection, ∂L/∂v = Σ δ[t] s[t−1]ᵀ, and on the same way what rules read of it, Σ post pre. */
final class ProjectionGradient {
  /** Few enough sources to lie in the rows of the gradient, where each costs an eighth of a tile. */
  private static final int FEW = 16;

  private final DriveRun target;
  private final Panels source; // (rows, source units)
  private final @Nullable Panels post; // the target's rate, step t from row t·trials on
  private final boolean transposed;
  private final Panels sum; // ∂L/∂v, or its transpose
  private final Panels product; // Σ post pre, as far as asked for
  private boolean multiplying;

  /** @param post the target's rate; null where no product is to be had */
  ProjectionGradient(DriveRun target, int targets, Panels source, @Nullable Panels post, Numbers numbers) {
    this.target = target;
    this.source = source;
    this.post = post;
    int pre = source.columns();
    transposed = pre <= FEW && pre < targets;
    sum = transposed ? numbers.product(pre, targets) : numbers.product(targets, pre);
    product = numbers.product(post == null ? 0 : targets, pre);
  }

  /** A pass has begun: the product is one of the past. */
  void forget() {
    multiplying = false;
  }

  /** @param multiply whether the product of both sides is made on the way */
  void start(boolean multiply) {
    sum.clear(0, sum.rows());
    multiplying = multiply && post != null;
    if (multiplying) product.clear(0, product.rows());
  }

  /**
   * Adds {@code count} rows of δ and of what was sent.
   *
   * @param trials how many rows later the target's rate stands that what was sent acts on
   */
  void add(int deltaRow, int sourceRow, int count, int trials) {
    // What both products read of the source is still in the cache.
    if (multiplying && post != null) product.addGram(post, sourceRow + trials, source, sourceRow, count);
    if (transposed) sum.addGram(source, sourceRow, target.deltas(), deltaRow, count);
    else sum.addGram(target.deltas(), deltaRow, source, sourceRow, count);
  }

  /** Σ post pre over the latest pass, where it was made on the way back. */
  @Nullable Panels product() {
    return multiplying ? product : null;
  }

  double get(int i, int j) {
    return transposed ? sum.get(j, i) : sum.get(i, j);
  }

  void copyTo(Matrix matrix) {
    if (!transposed) {
      sum.copyTo(matrix, 1);
      return;
    }
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) matrix.set(i, j, get(i, j));
    }
  }
}

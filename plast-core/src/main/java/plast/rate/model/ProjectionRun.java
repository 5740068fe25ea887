package plast.rate.model;

import plast.math.Matrix;
import plast.math.Panels;

/** One projection in a run: the weights that act, both ways round, and their gradient. */
final class ProjectionRun {
  private final Projection projection;
  private final InputRun target;
  private final Panels source; // (rows, source units)
  private final Matrix acting; // v, target x source
  private final Panels forward; // vᵀ
  private final Panels backward; // v
  private final Panels gradient; // ∂L/∂v

  /** @param source where a presynaptic value stands at row t·trials of the step that reads it, t = 0 the first */
  ProjectionRun(Projection projection, InputRun target, Panels source, Numbers numbers) {
    this.projection = projection;
    this.target = target;
    this.source = source;
    int post = projection.weights().rows();
    int pre = projection.weights().columns();
    acting = Matrix.zeros(post, pre);
    forward = numbers.panels(pre, post);
    backward = numbers.panels(post, pre);
    gradient = numbers.panels(roundUp(post), pre);
  }

  /** Products of transposed rows are written in tiles of eight rows. */
  static int roundUp(int rows) {
    return (rows + 7) / 8 * 8;
  }

  /** Takes the weights of {@code parameters}. */
  void start(ModelParameters parameters) {
    Matrix weights = weights(parameters);
    for (int k = 0; k < acting.values().length; k++) {
      double w = weights.values()[k];
      acting.values()[k] = factor(k) * (projection.signs() == null ? w : Math.abs(w));
    }
    forward.copyFrom(acting, true, 1);
    backward.copyFrom(acting, false, 1);
  }

  private Matrix weights(ModelParameters parameters) {
    Matrix weights = parameters.weights().get(projection.name());
    if (weights == null || weights.rows() != acting.rows() || weights.columns() != acting.columns()) {
      throw new IllegalArgumentException("the weights of '" + projection.name() + "' must be " + acting + ", got "
          + weights);
    }
    return weights;
  }

  /** m_ij sign_j */
  private double factor(int k) {
    Matrix mask = projection.mask();
    double[] signs = projection.signs();
    return (mask == null ? 1 : mask.values()[k]) * (signs == null ? 1 : signs[k % acting.columns()]);
  }

  /** Adds what arrives at step t. */
  void send(int t, int trials) {
    target.sum().addProduct(0, source, (t - 1) * trials, trials, forward);
  }

  /** Adds δ of step t to the gradient of what was sent. */
  void sendBack(int t, int trials, Panels gathering) {
    gathering.addProduct(0, target.deltas(), (t - 1) * trials, trials, backward);
  }

  void clearGradient() {
    gradient.clear(0, gradient.rows());
  }

  /** Adds the steps after {@code from} up to {@code to} to the gradient. */
  void addGradient(int from, int to, int trials) {
    int row = from * trials;
    gradient.addGram(target.deltas(), row, source, row, (to - from) * trials);
  }

  /** ∂L/∂w = m ∂L/∂v, with signs m sign_j sign(w) ∂L/∂v; 0 where w is 0, as for abs. */
  void collect(ModelParameters parameters, ModelParameters into) {
    Matrix result = weights(into);
    Matrix weights = weights(parameters);
    gradient.copyTo(result, 1);
    for (int k = 0; k < result.values().length; k++) {
      double side = projection.signs() == null ? 1 : Math.signum(weights.values()[k]);
      result.values()[k] *= factor(k) * side;
    }
  }

  /** The weights that act, v: mask and signs applied. Those of the latest forward pass. */
  Matrix acting() {
    return acting;
  }
}

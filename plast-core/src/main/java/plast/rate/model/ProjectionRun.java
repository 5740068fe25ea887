package plast.rate.model;

import java.util.Arrays;
import plast.math.Matrix;
import plast.math.Panels;

/** One projection in a run: the weights that act, both ways round, and their gradient. */
final class ProjectionRun {
  /** Few enough sources to lie in the rows of the gradient, where each costs an eighth of a tile. */
  private static final int FEW = 16;

  private final Projection projection;
  private final DriveRun target;
  private final Panels source; // (rows, source units)
  private final Matrix acting; // v, target x source
  private final Panels forward; // vᵀ, for the stimulus with a last row of biases
  private final Panels backward; // v
  private final Panels gradient; // ∂L/∂v, or its transpose
  private final boolean transposed;
  private final Quantity[] biases;

  /**
   * Makes room.
   *
   * @param source where a presynaptic value stands at row t·trials of the step that reads it, t = 0 the first
   * @param biases those of the target's drive, if this projection brings them; the source's last column is 1 then
   */
  ProjectionRun(Projection projection, DriveRun target, Panels source, Quantity[] biases, Numbers numbers) {
    this.projection = projection;
    this.target = target;
    this.source = source;
    this.biases = biases;
    int post = projection.weights().rows();
    int pre = source.columns();
    acting = Matrix.zeros(post, projection.weights().columns());
    forward = numbers.panels(pre, post);
    backward = numbers.panels(projection.isStimulus() ? 0 : post, pre);
    transposed = pre <= FEW && pre < post;
    gradient = transposed ? numbers.product(pre, post) : numbers.product(post, pre);
  }

  /** Takes the weights of {@code parameters}. */
  void start(ModelParameters parameters) {
    Matrix weights = weights(parameters);
    boolean plain = projection.mask() == null && projection.signs() == null;
    if (!plain) apply(weights);
    Matrix v = plain ? weights : acting;
    forward.copyFrom(v, true, 1);
    if (!projection.isStimulus()) backward.copyFrom(v, false, 1);
    else writeBiases(parameters);
  }

  private void apply(Matrix weights) {
    for (int k = 0; k < acting.values().length; k++) {
      double w = weights.values()[k];
      acting.values()[k] = factor(k) * (projection.signs() == null ? w : Math.abs(w));
    }
  }

  private void writeBiases(ModelParameters parameters) {
    int last = acting.columns();
    forward.clear(last, 1);
    for (Quantity b : biases) {
      double[] value = b.value(parameters);
      for (int i = 0; i < acting.rows(); i++) {
        forward.set(last, i, forward.get(last, i) + value[value.length == 1 ? 0 : i]);
      }
    }
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

  /** What is sent. */
  Panels source() {
    return source;
  }

  /** The weights as they stand in products with what is sent. */
  Panels forward() {
    return forward;
  }

  /** The weights as they stand in products with δ. */
  Panels backward() {
    return backward;
  }

  DriveRun target() {
    return target;
  }

  void clearGradient() {
    gradient.clear(0, gradient.rows());
  }

  /** Adds the product of {@code count} rows of δ and of what was sent to the gradient. */
  void addGradient(int deltaRow, int sourceRow, int count) {
    if (transposed) gradient.addGram(source, sourceRow, target.deltas(), deltaRow, count);
    else gradient.addGram(target.deltas(), deltaRow, source, sourceRow, count);
  }

  /** ∂L/∂w = m ∂L/∂v, with signs m sign_j sign(w) ∂L/∂v; 0 where w is 0, as for abs. */
  void collect(ModelParameters parameters, ModelParameters into) {
    Matrix result = weights(into);
    if (transposed) {
      for (int i = 0; i < result.rows(); i++) {
        for (int j = 0; j < result.columns(); j++) result.set(i, j, gradient.get(j, i));
      }
    } else {
      gradient.copyTo(result, 1);
    }
    if (projection.mask() != null || projection.signs() != null) {
      Matrix weights = weights(parameters);
      for (int k = 0; k < result.values().length; k++) {
        double side = projection.signs() == null ? 1 : Math.signum(weights.values()[k]);
        result.values()[k] *= factor(k) * side;
      }
    }
    for (Quantity b : biases) if (b.trained()) collectBias(b.value(into));
  }

  private void collectBias(double[] sums) {
    Arrays.fill(sums, 0);
    int last = acting.columns();
    for (int i = 0; i < acting.rows(); i++) {
      sums[sums.length == 1 ? 0 : i] += transposed ? gradient.get(last, i) : gradient.get(i, last);
    }
  }

  /** The weights that act, v: mask and signs applied. Those of the latest forward pass. */
  Matrix acting() {
    for (int i = 0; i < acting.rows(); i++) {
      for (int j = 0; j < acting.columns(); j++) acting.set(i, j, forward.get(j, i));
    }
    return acting;
  }
}

package plast.rate.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plast.math.Matrix;
import plast.math.Panels;

/** One projection in a run: the weights that act, both ways round. */
final class ProjectionRun {
  private final Projection projection;
  private final DriveRun target;
  private final Panels source; // (rows, source units)
  private final Matrix acting; // v, target x source
  private final Panels forward; // vᵀ, for the stimulus with a last row of biases
  private final Panels backward; // v
  private final @Nullable Panels post; // the target's rate, step t from row t·trials on
  private final ProjectionGradient gradient;
  private final VariableRun[] biases;

  /**
   * Makes room.
   *
   * @param source where a presynaptic value stands at row t·trials of the step that reads it, t = 0 the first
   * @param post   the target's rate; null if it has none
   * @param biases those of the target's drive, if this projection brings them; the source's last column is 1 then
   */
  ProjectionRun(Projection projection, DriveRun target, Panels source, @Nullable Panels post,
      VariableRun[] biases, Numbers numbers) {
    this.projection = projection;
    this.target = target;
    this.source = source;
    this.post = post;
    this.biases = biases;
    int rows = projection.weights().rows();
    int pre = source.columns();
    acting = Matrix.zeros(rows, projection.weights().columns());
    forward = numbers.panels(pre, rows);
    backward = numbers.panels(projection.isStimulus() ? 0 : rows, pre);
    gradient = new ProjectionGradient(target, rows, source, projection.isStimulus() ? null : post, numbers);
  }

  /** Takes the weights of {@code parameters}. */
  void start(ModelParameters parameters) {
    gradient.forget();
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
    for (VariableRun b : biases) {
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

  String name() {
    return projection.name();
  }

  /** What the target's units tell others; null if nothing is said of it. */
  @Nullable Panels post() {
    return post;
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

  ProjectionGradient gradient() {
    return gradient;
  }

  /** ∂L/∂w = m ∂L/∂v, with signs m sign_j sign(w) ∂L/∂v; 0 where w is 0, as for abs. */
  void collect(ModelParameters parameters, ModelParameters into) {
    Matrix result = weights(into);
    gradient.copyTo(result);
    if (projection.mask() != null || projection.signs() != null) {
      Matrix weights = weights(parameters);
      for (int k = 0; k < result.values().length; k++) {
        double side = projection.signs() == null ? 1 : Math.signum(weights.values()[k]);
        result.values()[k] *= factor(k) * side;
      }
    }
    for (VariableRun b : biases) if (b.trained()) collectBias(b.value(into));
  }

  private void collectBias(double[] sums) {
    Arrays.fill(sums, 0);
    int last = acting.columns();
    for (int i = 0; i < acting.rows(); i++) {
      sums[sums.length == 1 ? 0 : i] += gradient.get(i, last);
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

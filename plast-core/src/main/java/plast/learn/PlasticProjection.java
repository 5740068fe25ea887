package plast.learn;

import plast.learn.PlasticitySettings.Application;
import plast.math.Matrix;
import plast.math.Seed;
import plast.rate.Propagation;
import plast.rule.Coactivity;
import plast.rule.Switching;
import plast.rule.WeakDirection;
import plast.rule.WeakRule;

/** A projection whose synapses switch: its partition, and the weak rule's step. */
final class PlasticProjection {
  private final PlasticitySettings settings;
  private final PlasticitySettings.Projection projection;
  private final Matrix weights;
  private final boolean diagonalIsZero;
  private final Partition partition;
  private final WeakDirection direction;
  private final Coactivity coactivity;
  private final double[] h;

  /** @param diagonalIsZero whether w_ii must stay 0 */
  PlasticProjection(
      Condition condition, PlasticitySettings.Projection projection, Matrix weights, boolean diagonalIsZero,
      Seed seed) {
    settings = condition.plasticity();
    this.projection = projection;
    this.weights = weights;
    this.diagonalIsZero = diagonalIsZero;
    double sd = switch (projection) {
      case RECURRENT -> condition.network().initialisation().standardDeviation(condition.network().units());
      case INPUT, READOUT -> rootMeanSquare(weights.values());
    };
    partition = new Partition(settings, Switching.of(settings.threshold(), weights.values(), sd));
    direction = new WeakDirection(settings.rule(), weights.values().length, seed.child(projection.name(), 0));
    coactivity = new Coactivity(weights.rows(), weights.columns());
    h = new double[weights.values().length];
  }

  private static double rootMeanSquare(double[] values) {
    double sum = 0;
    for (double v : values) sum += v * v;
    return Math.sqrt(sum / Math.max(1, values.length));
  }

  PlasticitySettings.Projection projection() {
    return projection;
  }

  Partition partition() {
    return partition;
  }

  /** Index of the projection's weights in {@link plast.rate.Parameters#arrays}. */
  int group() {
    return projection.ordinal();
  }

  /** Whether any synapse follows a rule with something to do. */
  private boolean acts() {
    return partition.anyWeak() && (settings.rule().form() != WeakRule.Form.NONE || settings.rule().decay() != 0);
  }

  /** Whether the present update will read the recurrent co-activity. */
  boolean readsRecurrentCoactivity() {
    return projection == PlasticitySettings.Projection.RECURRENT && acts() && settings.rule().form().readsActivity();
  }

  /** Evaluates H on the latest forward pass; false when no synapse follows the rule. */
  boolean measure(Propagation propagation, long update) {
    if (!acts()) return false;
    if (settings.rule().form().readsActivity()) {
      switch (projection) {
        case RECURRENT -> propagation.recurrentCoactivity(coactivity, settings.rule().form());
        case INPUT -> propagation.inputCoactivity(coactivity);
        case READOUT -> propagation.readoutCoactivity(coactivity);
      }
    }
    direction.write(coactivity, weights.values(), update, h);
    if (diagonalIsZero) {
      for (int k = 0; k < h.length; k += weights.columns() + 1) h[k] = 0;
    }
    return true;
  }

  /** {@code w += share · η · H} on the synapses that follow the rule. */
  void applyDirectly(double share) {
    if (settings.application() != Application.DIRECT) return;
    partition.addWeak(weights.values(), settings.hebbianRate() * share, h);
  }

  /** Puts −η·H in the place of the gradient of weak synapses; true when the optimiser must move them too. */
  boolean replaceGradient(double[] gradient, double clip) {
    if (settings.application() != Application.PSEUDO_GRADIENT) return false;
    // The optimiser multiplies every gradient by the clipping factor, which is not meant for the rule.
    double rate = settings.hebbianRate() / clip;
    for (int k = 0; k < h.length; k++) {
      if (partition.isWeak(k)) gradient[k] = -rate * h[k];
    }
    return true;
  }

  double strongFraction() {
    double[] follows = partition.gradient();
    double sum = partition.followers();
    int count = follows.length;
    if (diagonalIsZero) {
      for (int k = 0; k < follows.length; k += weights.columns() + 1) sum -= follows[k];
      count -= weights.rows();
    }
    return count == 0 ? 0 : sum / count;
  }

  boolean[] strong() {
    double[] follows = partition.gradient();
    boolean[] result = new boolean[follows.length];
    for (int k = 0; k < result.length; k++) result[k] = follows[k] == 1;
    return result;
  }
}

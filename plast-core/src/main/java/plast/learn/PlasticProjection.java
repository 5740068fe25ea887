package plast.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plast.learn.PlasticitySettings.Application;
import plast.math.Matrix;
import plast.math.Seed;
import plast.rate.Propagation;
import plast.rule.Activity;
import plast.rule.BatchRule;
import plast.rule.NamedRun;
import plast.rule.Switching;
import plast.rule.WeakDirection;
import plast.rule.WeakRule;
import plast.rule.WrittenRule;

/** A projection whose synapses switch: its partition, and the steps of its rules. */
final class PlasticProjection {
  private final PlasticitySettings settings;
  private final PlasticitySettings.Projection projection;
  private final Matrix weights;
  private final boolean diagonalIsZero;
  private final Partition partition;
  private final BatchRule weak;
  private final Optional<BatchRule> strong;
  /** η, or 1 where the rule says its own. */
  private final double rate;
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
    weak = switch (settings.rule()) {
      case WeakRule named -> new NamedRun(
          named, new WeakDirection(named, weights.values().length, seed.child(projection.name(), 0)),
          weights.rows(), weights.columns());
      case WrittenRule written -> written.start(weights.rows(), weights.columns());
    };
    rate = settings.rule() instanceof WrittenRule ? 1 : settings.hebbianRate();
    strong = settings.strongRule().map(rule -> rule.start(weights.rows(), weights.columns()));
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

  /** The rules at work, by the name that a checkpoint gives them. */
  Map<String, BatchRule> rules() {
    Map<String, BatchRule> rules = new LinkedHashMap<>();
    rules.put("weak", weak);
    strong.ifPresent(rule -> rules.put("strong", rule));
    return rules;
  }

  /** Whether any synapse follows a rule with something to do. */
  private boolean acts() {
    return partition.anyWeak() && !weak.isIdle();
  }

  /** Whether the present update will read the recurrent product of both sides. */
  boolean readsRecurrentProduct() {
    if (projection != PlasticitySettings.Projection.RECURRENT) return false;
    return acts() && weak.readsProduct() || strong.isPresent() && strong.get().readsProduct();
  }

  /** Evaluates H on the latest forward pass; false when no synapse follows the rule. */
  boolean measure(Propagation propagation, double[] gradient, double clip, long update) {
    if (!acts()) return false;
    evaluate(weak, propagation, gradient, clip, update);
    return true;
  }

  private void evaluate(BatchRule rule, Propagation propagation, double[] gradient, double clip, long update) {
    Activity activity = switch (projection) {
      case RECURRENT -> propagation.recurrentActivity();
      case INPUT -> propagation.inputActivity();
      case READOUT -> propagation.readoutActivity();
    };
    rule.write(activity, weights.values(), gradient, clip, update, h);
    if (!diagonalIsZero) return;
    for (int k = 0; k < h.length; k += weights.columns() + 1) h[k] = 0;
  }

  /** Moves the strong synapses by their own rule; false if they follow the optimiser. */
  boolean followStrongRule(Propagation propagation, double[] gradient, double clip, long update) {
    if (strong.isEmpty()) return false;
    evaluate(strong.get(), propagation, gradient, clip, update);
    double[] w = weights.values(), follows = partition.gradient();
    for (int k = 0; k < w.length; k++) w[k] += follows[k] * h[k];
    return true;
  }

  /** {@code w += share · η · H} on the synapses that follow the rule. */
  void applyDirectly(double share) {
    if (settings.application() != Application.DIRECT) return;
    partition.addWeak(weights.values(), rate * share, h);
  }

  /** Puts −η·H in the place of the gradient of weak synapses; true when the optimiser must move them too. */
  boolean replaceGradient(double[] gradient, double clip) {
    if (settings.application() != Application.PSEUDO_GRADIENT) return false;
    // The optimiser multiplies every gradient by the clipping factor, which is not meant for the rule.
    double scaled = rate / clip;
    for (int k = 0; k < h.length; k++) {
      if (partition.isWeak(k)) gradient[k] = -scaled * h[k];
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

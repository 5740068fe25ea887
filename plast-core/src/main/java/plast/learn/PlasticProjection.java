package plast.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plast.learn.PlasticitySettings.Application;
import plast.math.Seed;
import plast.rate.model.RateNetwork;
import plast.rate.Synapses;
import plast.rule.BatchRule;
import plast.rule.Modulators;
import plast.rule.RuleFrame;
import plast.rule.Switching;
import plast.rule.WrittenRule;

/** A projection whose synapses switch: its partition, and the steps of its rules. */
final class PlasticProjection {
  private final PlasticitySettings settings;
  private final Synapses synapses;
  private final double[] weights;
  private final Partition partition;
  private final BatchRule weak;
  private final Optional<BatchRule> strong;
  /** η, or 1 where the rule says its own. */
  private final double rate;
  private final double[] h;

  /**
   * @param dt         of the network, s
   * @param modulators that its rules read
   */
  PlasticProjection(PlasticitySettings settings, Synapses synapses, Seed seed, double dt, Modulators modulators) {
    this.settings = settings;
    this.synapses = synapses;
    weights = synapses.weights().values();
    partition = new Partition(settings, Switching.of(settings.threshold(), weights, synapses.initialSd()));
    int post = synapses.weights().rows(), pre = synapses.weights().columns();
    RuleFrame frame = new RuleFrame(post, pre, dt, modulators);
    weak = settings.rule().start(frame, seed.child(synapses.name(), 0));
    rate = settings.rule() instanceof WrittenRule ? 1 : settings.hebbianRate();
    strong = settings.strongRule().map(rule -> rule.start(frame));
    h = new double[weights.length];
  }

  Synapses synapses() {
    return synapses;
  }

  Partition partition() {
    return partition;
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

  /** Whether the present update will read the product of both sides. */
  boolean readsProduct() {
    return acts() && weak.readsProduct() || strong.isPresent() && strong.get().readsProduct();
  }

  /** Evaluates H on the latest forward pass; false when no synapse follows the rule. */
  boolean measure(RateNetwork network, double clip, long update) {
    if (!acts()) return false;
    evaluate(weak, network, clip, update);
    return true;
  }

  private void evaluate(BatchRule rule, RateNetwork network, double clip, long update) {
    double[] gradient = network.gradients().get(synapses.group());
    rule.write(network.activity(synapses.name()), weights, gradient, clip, update, h);
    for (int k : synapses.absent()) h[k] = 0;
  }

  /** Moves the strong synapses by their own rule; false if they follow the optimiser. */
  boolean followStrongRule(RateNetwork network, double clip, long update) {
    if (strong.isEmpty()) return false;
    evaluate(strong.get(), network, clip, update);
    double[] w = weights, follows = partition.gradient();
    for (int k = 0; k < w.length; k++) w[k] += follows[k] * h[k];
    return true;
  }

  /** {@code w += share · η · H} on the synapses that follow the rule. */
  void applyDirectly(double share) {
    if (settings.application() != Application.DIRECT) return;
    partition.addWeak(weights, rate * share, h);
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

  /** How many synapses there are. */
  int count() {
    return weights.length - synapses.absent().length;
  }

  /** How many of them are strong. */
  double strongCount() {
    double[] follows = partition.gradient();
    double sum = partition.followers();
    for (int k : synapses.absent()) sum -= follows[k];
    return sum;
  }

  /** Writes which synapses are strong into their block of a matrix of {@code columns} columns. */
  void writeStrong(boolean[] matrix, int columns) {
    double[] follows = partition.gradient();
    int width = synapses.weights().columns();
    for (int k = 0; k < follows.length; k++) {
      int row = synapses.block().row() + k / width, column = synapses.block().column() + k % width;
      matrix[row * columns + column] = follows[k] == 1;
    }
  }
}

package plast.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plast.learn.PlasticitySettings.Application;
import plast.math.Seed;
import plast.rate.model.RateNetwork;
import plast.rate.Synapses;
import plast.rule.BatchRule;
import plast.rule.Combination;
import plast.rule.RuleFrame;
import plast.rule.Switching;
import plast.rule.SynapticRule;
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

  /** @param frame where its rules are at work */
  PlasticProjection(PlasticitySettings settings, Synapses synapses, Seed seed, RuleFrame frame) {
    this.settings = settings;
    this.synapses = synapses;
    weights = synapses.weights().values();
    partition = new Partition(settings, Switching.of(settings.threshold(), weights, synapses.initialSd()));
    SynapticRule rule = settings.ruleOf(synapses.name());
    weak = rule.start(frame, seed.child(synapses.name(), 0));
    rate = rule instanceof WrittenRule ? 1 : settings.hebbianRate();
    strong = settings.strongRuleOf(synapses.name()).map(written -> written.start(frame));
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

  /**
   * 1 where a synapse is strong. Where all follow a weak rule that switches by itself, its state of that name says so;
   * elsewhere the strong ones follow the gradient.
   */
  private double[] strong() {
    double[] own = weak.state().get(Combination.Switching.STATE);
    if (own == null || own.length != weights.length || partition.followers() > 0) return partition.gradient();
    return own;
  }

  /** How many of them are strong. */
  double strongCount() {
    double[] strongOnes = strong();
    double sum = partition.followers();
    if (sum == 0) for (double s : strongOnes) sum += s;
    for (int k : synapses.absent()) sum -= strongOnes[k];
    return sum;
  }

  /** Writes which synapses are strong into their block of a matrix of {@code columns} columns. */
  void writeStrong(boolean[] matrix, int columns) {
    double[] strongOnes = strong();
    int width = synapses.weights().columns();
    for (int k = 0; k < strongOnes.length; k++) {
      int row = synapses.block().row() + k / width, column = synapses.block().column() + k % width;
      matrix[row * columns + column] = strongOnes[k] == 1;
    }
  }
}

package plast.learn;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.math.Functions;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.Synapses;
import plast.rate.model.RateNetwork;
import plast.rule.RuleFrame;
import plast.task.Batch;
import plast.task.Loss;
import plast.task.Task;

/**
 * A network that learns from batches: the algorithm of one update.
 *
 * <pre>
 * forward, loss, backpropagation through time
 * S ← switch(S, |W|)
 * W ← W + optimiser(∂L/∂W)·[S = strong] + η·H·[S = weak];   everything else follows the optimiser
 * </pre>
 * Allocates nothing in {@link #update} once it has seen its largest batch (except where the batch is cut in parts, in
 * rules that draw numbers, and where a rule reads the reward: the score of each trial).
 */
public final class Learner {
  private final Condition condition;
  private final Seed seed;
  private final RateNetwork network;
  private final double[][] weightArrays;
  private final double[][] gradientArrays;
  private final double[][] everything;
  private final LossGradient loss;
  private final TrialOutcomes outcomes;
  private final Optimiser optimiser;
  private final PlasticProjection[] plastic;
  /** Projections whose rule will ask for the product of both sides. */
  private final Set<String> products = new HashSet<>();
  private long skipped;

  public Learner(Condition condition, Task task, Seed seed) {
    this(condition, new Shape(task.inputs(), task.outputs(), task.loss()), Optional.of(task), seed);
  }

  /** A learner for batches that come from no task, for measurements: nothing is rewarded. */
  public Learner(Condition condition, int inputs, int outputs, Loss loss, Seed seed) {
    this(condition, new Shape(inputs, outputs, loss), Optional.empty(), seed);
  }

  private record Shape(int inputs, int outputs, Loss loss) {}

  private Learner(Condition condition, Shape shape, Optional<Task> task, Seed seed) {
    this.condition = condition;
    this.seed = seed;
    network = RateNetwork.of(condition.network(), shape.inputs, shape.outputs, seed);
    weightArrays = network.arrays().toArray(double[][]::new);
    gradientArrays = network.gradients().toArray(double[][]::new);
    loss = new LossGradient(shape.loss);
    outcomes = new TrialOutcomes(condition.plasticity(), shape.loss, task);
    int[] sizes = network.arrays().stream().mapToInt(a -> a.length).toArray();
    optimiser = new Optimiser(condition.training().optimiser(), sizes);
    everything = new double[sizes.length][];
    for (int g = 0; g < sizes.length; g++) everything[g] = Optimiser.ones(sizes[g]);
    plastic = network.projections().stream()
        .filter(synapses -> condition.plasticity().projections().contains(synapses.name()))
        .map(synapses -> new PlasticProjection(condition.plasticity(), synapses, seed, frame(synapses)))
        .toArray(PlasticProjection[]::new);
  }

  private RuleFrame frame(Synapses synapses) {
    return new RuleFrame(synapses.weights().rows(), synapses.weights().columns(), condition.network().dt() / 1000,
        outcomes.modulators(), network.sides(synapses.name()));
  }

  /**
   * One update.
   *
   * @param update how many came before
   * @return the batch's loss under the weights before the update; not finite when training has diverged
   */
  public double update(Batch batch, long update) {
    for (PlasticProjection p : plastic) p.partition().update(weightArrays[p.synapses().group()], update);
    int parts = condition.plasticity().mode() == PlasticitySettings.Mode.ACCUM ? condition.plasticity().parts() : 1;
    double value = parts == 1 ? gradientOf(batch, noise(update)) : inParts(batch, update, parts);
    if (!Double.isFinite(value)) return value;
    double norm = gradientNorm();
    boolean usable = norm != 0 && Double.isFinite(norm);
    double clip = usable ? Math.min(1, condition.training().clip() / norm) : 0;
    if (parts == 1) applyRule(update, clip, 1);
    if (usable) follow(update, clip);
    else skipped++;
    network.constrain();
    return value;
  }

  /** The rule acts after each part; the gradients, taken at as many different W, are averaged. */
  private double inParts(Batch batch, long update, int parts) {
    double[][] means = new double[gradientArrays.length][];
    for (int g = 0; g < means.length; g++) means[g] = new double[gradientArrays[g].length];
    @Nullable RandomStream noise = noise(update);
    double value = 0;
    for (int part = 0; part < parts; part++) {
      int from = part * batch.trials() / parts, to = (part + 1) * batch.trials() / parts;
      value += gradientOf(BatchPart.of(batch, from, to), noise) / parts;
      if (!Double.isFinite(value)) return value;
      for (int g = 0; g < means.length; g++) {
        for (int k = 0; k < means[g].length; k++) means[g][k] += gradientArrays[g][k] / parts;
      }
      applyRule(update, 1, 1.0 / parts);
    }
    for (int g = 0; g < means.length; g++) System.arraycopy(means[g], 0, gradientArrays[g], 0, means[g].length);
    return value;
  }

  private double gradientOf(Batch batch, @Nullable RandomStream noise) {
    network.forward(batch.stimulus(), batch.steps(), batch.trials(), noise);
    double value = loss.evaluate(batch, network.output()) + network.cost();
    outcomes.measure(batch, network.output());
    for (PlasticProjection p : plastic) {
      if (p.readsProduct()) products.add(p.synapses().name());
      else products.remove(p.synapses().name());
    }
    network.backward(loss.errors(), products);
    return value;
  }

  private void applyRule(long update, double clip, double share) {
    for (PlasticProjection p : plastic) {
      if (p.measure(network, clip, update)) p.applyDirectly(share);
    }
  }

  private void follow(long update, double clip) {
    optimiser.advance();
    for (int g = 0; g < weightArrays.length; g++) {
      double[] follows = everything[g];
      boolean ownRule = false;
      for (PlasticProjection p : plastic) {
        if (p.synapses().group() != g) continue;
        ownRule = p.followStrongRule(network, clip, update);
        if (!p.replaceGradient(gradientArrays[g], clip)) follows = p.partition().gradient();
      }
      if (!ownRule) optimiser.step(g, weightArrays[g], gradientArrays[g], follows, clip);
    }
  }

  private double gradientNorm() {
    double sum = 0;
    for (double[] g : gradientArrays) sum += Functions.sumOfSquares(g);
    return Math.sqrt(sum);
  }

  private @Nullable RandomStream noise(long update) {
    return network.noisy() ? seed.stream("noise", update) : null;
  }

  /**
   * Runs the network without learning; the raw outputs stay valid until the next call.
   *
   * @param noise of the recurrent units; not needed where there is none
   */
  public double[] run(Batch batch, @Nullable RandomStream noise) {
    network.forward(batch.stimulus(), batch.steps(), batch.trials(), noise);
    return network.output();
  }

  /** The gradient of a batch's loss at the present weights, without learning. Overwritten by the next call. */
  public List<double[]> gradient(Batch batch, @Nullable RandomStream noise) {
    gradientOf(batch, noise);
    return network.gradients();
  }

  /** What learns. */
  public RateNetwork network() {
    return network;
  }

  /** Updates without an optimiser step, because the gradient was zero or not finite. */
  public long skipped() {
    return skipped;
  }

  void setSkipped(long skipped) {
    this.skipped = skipped;
  }

  PlasticProjection[] plastic() {
    return plastic;
  }

  Optimiser optimiser() {
    return optimiser;
  }
}

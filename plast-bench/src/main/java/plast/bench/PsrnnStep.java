package plast.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.learn.Condition;
import plast.learn.Learner;
import plast.learn.OptimiserSettings;
import plast.learn.PlasticitySettings;
import plast.learn.TrainingSettings;
import plast.math.Activation;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.model.BuiltInNetwork;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Precision;
import plast.rule.Combination;
import plast.rule.SynapticRule;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.rule.WrittenRule;
import plast.task.Batch;
import plast.task.Loss;

/**
 * The update that is measured: a tanh network with α = 0.2 and gain 1.2, mean squared error on one fixed random batch,
 * Adam at 1e-3 on the strong synapses (|w| ≥ 0.05), the Hebbian product at 1e-4 on the weak ones. Gradients are not
 * clipped, because the peers do not.
 */
public record PsrnnStep(int neurons, int batch, int steps) {
  public static final int INPUTS = 6;
  public static final int OUTPUTS = 3;
  private static final Seed SEED = new Seed(1);
  private static final double THRESHOLD = 0.05;
  private static final String WEAK = "dw = 1e-4*mean(pre*post)";
  private static final String STRONG = "dw = -1e-3*adam(grad)";

  /** A learner before its first update; each call gives the same one. */
  public Learner newLearner() {
    return newLearner(new WeakRule(WeakRule.Form.HEBB, 0), Optional.empty(), THRESHOLD);
  }

  /** The same with both rules as equations. */
  public Learner newLearnerOfEquations() {
    return newLearner(new WrittenRule(WEAK), Optional.of(new WrittenRule(STRONG)), THRESHOLD);
  }

  /** The same with one rule that switches, for all recurrent synapses. */
  public Learner newLearnerOfOneRule() {
    String up = Double.toString(THRESHOLD);
    var rule = new Combination.Switching("abs(w)", up, up, Combination.of(WEAK), Combination.of(STRONG));
    return newLearner(WrittenRule.of(rule), Optional.empty(), Double.POSITIVE_INFINITY);
  }

  private Learner newLearner(SynapticRule weak, Optional<WrittenRule> strong, double threshold) {
    var network = new NetworkSettings(
        neurons, Activation.TANH, 20, 100, Leak.STATE, 0, true, Precision.FLOAT, Initialisation.gaussian(1.2));
    var plasticity = new PlasticitySettings(
        PlasticitySettings.Mode.PS, weak, strong, 1e-4, Threshold.absolute(threshold),
        Set.of(BuiltInNetwork.RECURRENT), PlasticitySettings.Application.DIRECT, 0, 1);
    var training = new TrainingSettings(
        batch, Long.MAX_VALUE, OptimiserSettings.adam(1e-3), Double.POSITIVE_INFINITY, 4, 132, 3,
        TrainingSettings.After.CONTINUE, 1, 0);
    var condition = new Condition("bench", "random", Map.of(), network, plasticity, training);
    return new Learner(condition, INPUTS, OUTPUTS, Loss.MEAN_SQUARED_ERROR, SEED);
  }

  /** Stimulus and target from N(0, 1), nothing masked; each call gives the same one. */
  public Batch newBatch() {
    Batch fixed = Batch.zeros(steps, batch, INPUTS, OUTPUTS);
    RandomStream random = SEED.stream("batch");
    for (float[] values : new float[][] {fixed.stimulus(), fixed.target()}) {
      for (int k = 0; k < values.length; k++) values[k] = (float) random.nextGaussian();
    }
    Arrays.fill(fixed.mask(), 1);
    return fixed;
  }

  /**
   * Floating-point operations of the update's matrix products, (m, k) times (k, n) counted as 2·m·k·n. Recurrent
   * synapses take part in four of them (forward, backward, gradient, Hebbian product), those of the readout in three
   * (output, error, gradient), those of the inputs in two (drive, gradient):
   *
   * <pre>
   * T·B·(8·N² + 6·N·O + 4·N·I)
   * </pre>
   */
  public double flops() {
    return (double) steps * batch * neurons * (8.0 * neurons + 6.0 * OUTPUTS + 4.0 * INPUTS);
  }

  /** A generous estimate of the memory of one learner. */
  public double bytes() {
    return 4.0 * (steps + 1) * batch * (2.0 * neurons + 150) + 150.0 * neurons * neurons;
  }
}

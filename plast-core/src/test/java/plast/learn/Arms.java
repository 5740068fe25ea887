package plast.learn;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import plast.learn.PlasticitySettings.Application;
import plast.learn.PlasticitySettings.Mode;
import plast.learn.TrainingSettings.After;
import plast.math.Activation;
import plast.math.Seed;
import plast.rate.model.BuiltInNetwork;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Precision;
import plast.rule.SynapticRule;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.task.Tasks;

/** Small conditions for tests: 20 units on the delayed match with short timings. */
final class Arms {
  static final NetworkSettings NETWORK = new NetworkSettings(
      20, Activation.TANH, 100, 100, Leak.STATE, 0, true, Precision.FLOAT, Initialisation.gaussian(0.8));
  /** All projections of the built-in network. */
  static final Set<String> ALL = BuiltInNetwork.PROJECTIONS;
  static final PlasticitySettings PS = new PlasticitySettings(
      Mode.PS, new WeakRule(WeakRule.Form.GROW_COV, 0.2), 0.3, Threshold.absolute(0.3),
      Set.of(BuiltInNetwork.RECURRENT),
      Application.DIRECT, 0, 1);
  static final TrainingSettings TRAINING =
      new TrainingSettings(8, 8 * 40, OptimiserSettings.adam(0.01), 1, 4, 24, 2, After.CONTINUE, 1, 0);

  private Arms() {}

  static Condition condition(PlasticitySettings plasticity) {
    return new Condition("arm", "dms-short", Map.of(), NETWORK, plasticity, TRAINING);
  }

  static PlasticitySettings mode(Mode mode, int updates, int parts) {
    return new PlasticitySettings(
        mode, PS.rule(), PS.hebbianRate(), PS.threshold(), PS.projections(), PS.application(), updates, parts);
  }

  static PlasticitySettings rule(SynapticRule rule, double rate, Threshold threshold) {
    return new PlasticitySettings(Mode.PS, rule, rate, threshold, PS.projections(), PS.application(), 0, 1);
  }

  static Condition with(UnaryOperator<NetworkSettings> network, UnaryOperator<TrainingSettings> training) {
    return new Condition("arm", "dms-short", Map.of(), network.apply(NETWORK), PS, training.apply(TRAINING));
  }

  static TrainingSettings optimiser(OptimiserSettings optimiser) {
    return new TrainingSettings(8, 8 * 40, optimiser, 1, 4, 24, 2, After.CONTINUE, 1, 0);
  }

  static Trainer start(Condition condition) {
    return Trainer.start(
        condition,
        Tasks.named(condition.task())
            .with(condition.taskOptions(), condition.network().dt(), condition.network().tau()),
        new Seed(7));
  }

  static Trainer trained(Condition condition) {
    Trainer trainer = start(condition);
    while (!trainer.finished()) trainer.step();
    return trainer;
  }

  /** Every weight after training. */
  static double[] weights(Condition condition) {
    return trained(condition).learner().network().arrays().stream()
        .flatMapToDouble(java.util.Arrays::stream)
        .toArray();
  }
}

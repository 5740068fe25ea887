package plast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import plast.learn.Condition;
import plast.learn.OptimiserSettings;
import plast.learn.PlasticitySettings;
import plast.learn.Trainer;
import plast.learn.TrainingSettings;
import plast.math.Activation;
import plast.math.Seed;
import plast.rate.model.BuiltInNetwork;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Precision;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.task.Task;
import plast.task.Tasks;

/**
 * How training scales: sixteen seeds of the psRNN with its standard settings (preset {@code ps-sparse}) on delayed
 * match to sample, each until it has learned the task or its trials are used up, on one thread and on two, in turns.
 */
final class Scaling {
  private static final int SEEDS = 16;
  private static final int ROUNDS = 12;

  private Scaling() {}

  static ScalingResult measure() {
    Condition condition = condition();
    Task task = Tasks.named(condition.task()).with(Map.of(), condition.network().dt(), condition.network().tau());
    for (int threads = 2; threads >= 1; threads--) seconds(condition, task, threads); // compiles
    double one = Double.POSITIVE_INFINITY, two = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      one = Math.min(one, seconds(condition, task, 1));
      two = Math.min(two, seconds(condition, task, 2));
    }
    return new ScalingResult(SEEDS, one, two);
  }

  static Condition condition() {
    var network = new NetworkSettings(
        64, Activation.TANH, 20, 100, Leak.STATE, 0, true, Precision.FLOAT, Initialisation.gaussian(0.8));
    var plasticity = new PlasticitySettings(
        PlasticitySettings.Mode.PS, new WeakRule(WeakRule.Form.GROW_COV, 0.2), 0.3, Threshold.absolute(0.2),
        Set.of(BuiltInNetwork.RECURRENT), PlasticitySettings.Application.DIRECT, 0, 1);
    var training = new TrainingSettings(
        16, 3200, OptimiserSettings.adam(0.01), 1, 4, 132, 3, TrainingSettings.After.STOP, 1, 0);
    return new Condition("ps-sparse", "dms", Map.of(), network, plasticity, training);
  }

  private static double seconds(Condition condition, Task task, int threads) {
    long start = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> done = new ArrayList<>();
      for (int seed = 0; seed < SEEDS; seed++) {
        Seed own = new Seed(seed);
        done.add(pool.submit(() -> train(condition, task, own)));
      }
      for (Future<?> training : done) training.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("training failed: " + e.getMessage(), e);
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  private static void train(Condition condition, Task task, Seed seed) {
    Trainer trainer = Trainer.start(condition, task, seed);
    while (!trainer.finished()) trainer.step();
  }
}

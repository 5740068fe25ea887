package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import plast.analyse.GradientCosine;
import plast.learn.Condition;
import plast.learn.Learner;
import plast.learn.OptimiserSettings;
import plast.learn.PlasticitySettings;
import plast.learn.Trainer;
import plast.learn.TrainingSettings;
import plast.math.Seed;
import plast.rule.WeakRule;
import plast.task.Batch;
import plast.task.Task;
import plast.task.Tasks;

/**
 * How well a gradient estimate points along the true gradient, over the strong synapses of a psRNN in training: the mean of
 * several gradients taken while the weak synapses drift, against as many at fixed weights, one alone, and as many under a
 * random drift of equal size. All estimates of one moment use the same batches; the true gradient is the mean over many
 * trials at the weights before the drift.
 */
public record GradientSampling(List<Sample> samples) {
  static final int ESTIMATES = 8, REFERENCE_TRIALS = 1024, BATCH = 16;
  static final List<Integer> UPDATES = List.of(10, 25, 40);

  /**
   * The cosines of one network at one moment and Hebbian rate.
   *
   * @param drift  gradients taken while the rule acts
   * @param fixed  as many at the weights before
   * @param one    the first of them alone
   * @param random gradients taken under a random drift of equal size
   */
  public record Sample(int seed, int update, double rate, double drift, double fixed, double one, double random) {}

  /** What is measured: a psRNN, its networks, Hebbian rates. */
  record Plan(Condition condition, int seeds, double[] rates) {}

  public GradientSampling {
    samples = List.copyOf(samples);
  }

  /** A network of the plan, at all moments and rates. */
  static List<Sample> measure(Plan plan, int number) {
    Condition condition = plan.condition();
    Task task = Tasks.named(condition.task())
        .with(condition.taskOptions(), condition.network().dt(), condition.network().tau());
    Seed seed = new Seed(Stage.SEED).child("network", number);
    Trainer trainer = Trainer.start(withoutEnd(condition), task, seed);
    List<Sample> samples = new ArrayList<>();
    int done = 0;
    for (int update : UPDATES) {
      for (; done < update && !trainer.finished(); done++) trainer.step();
      Measurement measurement = new Measurement(condition, task, seed, trainer.learner().network().arrays());
      for (double rate : plan.rates()) samples.add(measurement.at(number, update, rate));
    }
    return samples;
  }

  private static Condition withoutEnd(Condition c) {
    TrainingSettings t = c.training();
    return new Condition(c.name(), c.task(), c.taskOptions(), c.network(), c.plasticity(), new TrainingSettings(
        t.batch(), t.trials(), t.optimiser(), t.clip(), t.evaluateEvery(), t.evaluationTrials(), t.evaluationBatches(),
        TrainingSettings.After.CONTINUE, t.continueFor(), 0));
  }

  /** The mean over moments of a value, one per network, at a Hebbian rate. */
  double[] perSeed(double rate, ToDoubleFunction<Sample> value) {
    return samples.stream().mapToInt(Sample::seed).distinct().sorted().mapToDouble(seed -> samples.stream()
        .filter(s -> s.seed() == seed && s.rate() == rate).mapToDouble(value).average().orElse(Double.NaN)).toArray();
  }

  double[] rates() {
    return samples.stream().mapToDouble(Sample::rate).distinct().sorted().toArray();
  }

  int networks() {
    return (int) samples.stream().mapToInt(Sample::seed).distinct().count();
  }

  static Optional<GradientSampling> of(List<Sample> samples) {
    return samples.isEmpty() ? Optional.empty() : Optional.of(new GradientSampling(samples));
  }

  /** One network at one moment. */
  private static final class Measurement {
    private final Condition condition;
    private final Task task;
    private final Seed seed;
    private final List<double[]> weights;
    private final List<Batch> batches = new ArrayList<>();
    private final boolean[] strong;
    private final double[] truth;
    private final double fixed;
    private final double one;

    Measurement(Condition condition, Task task, Seed seed, List<double[]> present) {
      this.condition = condition;
      this.task = task;
      this.seed = seed;
      weights = present.stream().map(double[]::clone).toList();
      double theta = condition.plasticity().threshold().up();
      double[] recurrent = weights.getFirst();
      strong = new boolean[recurrent.length];
      for (int k = 0; k < strong.length; k++) strong[k] = Math.abs(recurrent[k]) >= theta;
      for (int k = 0; k < ESTIMATES; k++) batches.add(task.draw(BATCH, seed.stream("gradient", k)));
      Learner still = learner(0, condition.plasticity().namedRule());
      truth = new double[recurrent.length];
      int parts = REFERENCE_TRIALS / BATCH;
      for (int k = 0; k < parts; k++) add(truth, still, task.draw(BATCH, seed.stream("true gradient", k)));
      double[] sum = new double[recurrent.length];
      add(sum, still, batches.getFirst());
      one = GradientCosine.of(sum, truth, strong);
      for (Batch batch : batches.subList(1, ESTIMATES)) add(sum, still, batch);
      fixed = GradientCosine.of(sum, truth, strong);
    }

    Sample at(int number, int update, double rate) {
      Learner hebbian = learner(rate, condition.plasticity().namedRule());
      double drift = drifting(hebbian);
      // Independent steps add in squares: the random walk ends as far away as the rule does.
      double perStep = distance(hebbian) / Math.sqrt(ESTIMATES);
      Learner walking = learner(perStep, new WeakRule(WeakRule.Form.NOISE, 0));
      return new Sample(number, update, rate, drift, fixed, one, drifting(walking));
    }

    /** The cosine of the mean of gradients each followed by one step of the weak rule alone. */
    private double drifting(Learner learner) {
      double[] sum = new double[truth.length];
      for (int k = 0; k < ESTIMATES; k++) {
        add(sum, learner, batches.get(k));
        learner.update(batches.get(k), k);
      }
      return GradientCosine.of(sum, truth, strong);
    }

    private static void add(double[] sum, Learner learner, Batch batch) {
      double[] gradient = learner.gradient(batch, null).getFirst();
      for (int k = 0; k < sum.length; k++) sum[k] += gradient[k];
    }

    /** Root mean square over weak synapses of what the rule has changed. */
    private double distance(Learner learner) {
      double squares = 0;
      int weak = 0;
      double[] now = learner.network().recurrent().values();
      for (int k = 0; k < strong.length; k++) {
        if (strong[k]) continue;
        squares += Math.pow(now[k] - weights.getFirst()[k], 2);
        weak++;
      }
      return weak == 0 ? 0 : Math.sqrt(squares / weak);
    }

    /** The network at the present weights, with a learning rate of 0: only weak synapses move. */
    private Learner learner(double rate, WeakRule rule) {
      PlasticitySettings p = condition.plasticity();
      PlasticitySettings plasticity = new PlasticitySettings(
          p.mode(), rule, rate, p.threshold(), p.projections(), p.application(), p.updates(), p.parts());
      TrainingSettings t = condition.training();
      TrainingSettings training = new TrainingSettings(t.batch(), t.trials(), OptimiserSettings.adam(0), t.clip(),
          t.evaluateEvery(), t.evaluationTrials(), t.evaluationBatches(), t.after(), t.continueFor(), 0);
      Learner learner = new Learner(
          new Condition(condition.name(), condition.task(), condition.taskOptions(), condition.network(), plasticity,
              training), task, seed);
      List<double[]> target = learner.network().arrays();
      for (int g = 0; g < target.size(); g++) {
        System.arraycopy(weights.get(g), 0, target.get(g), 0, target.get(g).length);
      }
      return learner;
    }
  }
}

package plast.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plast.learn.TrainingSettings.After;
import plast.math.RandomStream;
import plast.math.Matrix;
import plast.math.Seed;
import plast.rate.Synapses;
import plast.task.Batch;
import plast.task.Score;
import plast.task.Task;

/**
 * Trains one network: a {@link Condition} and a {@link Seed} determine every number. Used by one thread at a time.
 *
 * <p>Every batch is drawn from a stream numbered by its update, so that a network resumed from a checkpoint sees the
 * trials it would have seen.
 */
public final class Trainer {
  /** A run whose synapses all sit on one side for this many updates has degenerated. */
  private static final int DEGENERATE_UPDATES = 50;
  /** Beyond this spectral radius a network counts as diverged. */
  private static final double LARGEST_SPECTRAL_RADIUS = 1e3;

  private final Condition condition;
  private final Task task;
  private final Seed seed;
  private final Learner learner;
  private final List<Batch> heldOut = new ArrayList<>();
  private final TrainingLog log;

  private Trainer(Condition condition, Task task, Seed seed) {
    this.condition = condition;
    this.task = task;
    this.seed = seed;
    learner = new Learner(condition, task, seed);
    int batches = condition.training().evaluationBatches(), trials = condition.training().evaluationTrials();
    for (int k = 0; k < batches; k++) {
      int size = (k + 1) * trials / batches - k * trials / batches;
      heldOut.add(task.draw(size, seed.stream("evaluation", k)));
    }
    log = new TrainingLog(snapshot(0, 0));
  }

  /** A network before its first update. */
  public static Trainer start(Condition condition, Task task, Seed seed) {
    Trainer trainer = new Trainer(condition, task, seed);
    trainer.noticeZeros();
    return trainer;
  }

  /**
   * The network as it was when {@link #checkpoint} was called; continues to the same last bit.
   *
   * @throws IllegalArgumentException when the checkpoint does not fit the condition
   */
  public static Trainer resume(Condition condition, Task task, Seed seed, Map<String, double[]> checkpoint) {
    Trainer trainer = start(condition, task, seed);
    Checkpoint.restore(checkpoint, trainer.learner, trainer.log);
    return trainer;
  }

  private void noticeZeros() {
    long zeros = 0;
    for (Synapses synapses : learner.network().projections()) {
      if (!synapses.recurrent()) continue;
      for (double v : synapses.weights().values()) zeros += v == 0 ? 1 : 0;
      zeros -= synapses.absent().length;
    }
    if (zeros > 0) {
      log.notices.add(zeros + " recurrent weights start at exactly 0: rules with sign(w) leave them there while weak");
    }
  }

  /** One update, and an evaluation when one is due. Must not be called once {@link #finished}. */
  public Optional<Evaluation> step() {
    if (finished()) throw new IllegalStateException("training has ended after " + log.trials + " trials");
    Batch batch = task.draw(condition.training().batch(), seed.stream("trials", log.update));
    double loss = learner.update(batch, log.update);
    log.update++;
    log.trials += batch.trials();
    log.lossSum += loss;
    countSwitches();
    if (!Double.isFinite(loss)) {
      diverge("the loss is not finite" + learner.network().notFinite().map(", first " ::concat).orElse(""));
      return Optional.empty();
    }
    if (log.update % condition.training().evaluateEvery() != 0) return Optional.empty();
    return Optional.of(evaluate());
  }

  private void countSwitches() {
    boolean any = false;
    for (PlasticProjection p : learner.plastic()) {
      if (!p.synapses().recurrent()) continue;
      any = true;
      log.switchedUp += p.partition().switchedUp();
      log.switchedDown += p.partition().switchedDown();
    }
    if (!any || condition.plasticity().mode() == PlasticitySettings.Mode.BP) return;
    double strong = strongFraction();
    log.oneSided = strong == 0 || strong == 1 ? log.oneSided + 1 : 0;
    if (log.oneSided == DEGENERATE_UPDATES + 1) {
      log.notices.add(
          "from update " + (log.update - DEGENERATE_UPDATES) + " on every synapse was "
              + (strong == 1 ? "strong: the run has degenerated to backpropagation"
                  : "weak: the run has degenerated to the weak rule"));
    }
  }

  private Evaluation evaluate() {
    Score score = Score.NONE;
    for (int k = 0; k < heldOut.size(); k++) {
      @Nullable RandomStream noise = learner.network().noisy() ? seed.stream("evaluation noise", k) : null;
      score = score.plus(task.score(heldOut.get(k), toFloat(learner.run(heldOut.get(k), noise))));
    }
    double updates = condition.training().evaluateEvery();
    double synapses = learner.network().recurrent().values().length;
    Evaluation evaluation =
        new Evaluation(
            log.update, log.trials, log.lossSum / updates, score.performance(), score.strictPerformance(),
            strongFraction(), log.switchedUp / (updates * synapses), log.switchedDown / (updates * synapses),
            learner.skipped());
    log.add(evaluation);
    WeightSnapshot now = snapshot(log.update, log.trials);
    double largest = SpectralBound.of(now.weights(), LARGEST_SPECTRAL_RADIUS);
    if (!Double.isFinite(largest) || largest > LARGEST_SPECTRAL_RADIUS) {
      diverge(Double.isFinite(largest) ? "the spectral radius exceeds 1000" : "a weight is not finite");
      return evaluation;
    }
    log.last = now;
    int every = condition.training().recordWeightsEvery();
    if (every > 0 && log.evaluations.size() % every == 0) log.during.add(now);
    if (log.trialsToCriterion.isEmpty() && score.performance() >= task.criterion()) {
      log.trialsToCriterion = OptionalLong.of(log.trials);
      log.atCriterion = now;
    }
    return evaluation;
  }

  private static float[] toFloat(double[] values) {
    float[] result = new float[values.length];
    for (int k = 0; k < result.length; k++) result[k] = (float) values[k];
    return result;
  }

  private void diverge(String why) {
    log.diverged = true;
    log.notices.add("diverged at trial " + log.trials + ": " + why + "; the last finite weights are kept");
  }

  /** Whether training is over: criterion reached (and nothing to do after), cap reached, or diverged. */
  public boolean finished() {
    TrainingSettings training = condition.training();
    if (log.diverged || log.trials >= training.trials()) return true;
    if (log.trialsToCriterion.isEmpty() || training.after() == After.CONTINUE) return false;
    return training.after() == After.STOP
        || log.trials >= training.continueFor() * log.trialsToCriterion.getAsLong();
  }

  /** Trials used so far. */
  public long trials() {
    return log.trials;
  }

  /** The network itself. */
  public Learner learner() {
    return learner;
  }

  /** Everything needed to continue, as named arrays (copies). */
  public Map<String, double[]> checkpoint() {
    return Checkpoint.of(learner, log);
  }

  /** What came of it; valid at any time, final once {@link #finished}. */
  public Outcome outcome() {
    Outcome.State state = log.diverged
        ? Outcome.State.DIVERGED
        : log.trialsToCriterion.isPresent() ? Outcome.State.SOLVED : Outcome.State.CAPPED;
    WeightSnapshot last = log.diverged ? log.last : snapshot(log.update, log.trials);
    WeightSnapshot atCriterion = log.atCriterion == null ? last : log.atCriterion;
    return new Outcome(
        state, log.trialsToCriterion, List.copyOf(log.evaluations), log.initial, atCriterion, last,
        List.copyOf(log.during), learner.network().arrays().stream().map(double[]::clone).toList(),
        List.copyOf(log.notices));
  }

  /** The strong share of the recurrent synapses that may be weak; 1 where there are none. */
  private double strongFraction() {
    double strong = 0, count = 0;
    for (PlasticProjection p : learner.plastic()) {
      if (!p.synapses().recurrent()) continue;
      strong += p.strongCount();
      count += p.count();
    }
    return count == 0 ? 1 : strong / count;
  }

  private WeightSnapshot snapshot(long update, long trials) {
    Matrix recurrent = learner.network().recurrent();
    boolean[] strong = new boolean[recurrent.values().length];
    Arrays.fill(strong, true);
    for (PlasticProjection p : learner.plastic()) {
      if (p.synapses().recurrent()) p.writeStrong(strong, recurrent.columns());
    }
    return new WeightSnapshot(update, trials, recurrent.copy(), strong);
  }
}

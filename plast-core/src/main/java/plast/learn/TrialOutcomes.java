package plast.learn;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.rule.Modulators;
import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Loss;
import plast.task.Task;

/** Tells the rules of a network how each trial of a batch went, if they ask: {@link Modulators}. */
final class TrialOutcomes {
  private final Modulators modulators = new Modulators();
  private final Set<String> read = new HashSet<>();
  private final LossGradient loss;
  private final Optional<Task> task;
  private Batch one = Batch.zeros(0, 1, 0, 0);
  private double[] output = {};
  private float[] raw = {};

  /** @param task that scores the trials; without one all rewards are 0 */
  TrialOutcomes(PlasticitySettings plasticity, Loss loss, Optional<Task> task) {
    plasticity.written().values().forEach(rule -> read.addAll(rule.modulators()));
    this.loss = new LossGradient(loss);
    this.task = task;
  }

  Modulators modulators() {
    return modulators;
  }

  /** @param outputs steps x trials x outputs, not modified */
  void measure(Batch batch, double[] outputs) {
    modulators.fit(batch.trials());
    if (read.isEmpty()) return;
    boolean fits = one.steps() == batch.steps() && one.outputs() == batch.outputs()
        && one.outputWeight() == batch.outputWeight();
    if (!fits) fit(batch);
    for (int b = 0; b < batch.trials(); b++) {
      take(batch, outputs, b);
      if (read.contains(Modulators.LOSS)) modulators.of(Modulators.LOSS)[b] = loss.evaluate(one, output);
      if (read.contains(Modulators.REWARD) && task.isPresent()) {
        modulators.of(Modulators.REWARD)[b] = task.get().score(one, raw).performance();
      }
    }
  }

  private void fit(Batch batch) {
    int values = batch.steps() * batch.outputs();
    one = new Batch(batch.steps(), 1, batch.inputs(), batch.outputs(), new float[batch.steps() * batch.inputs()],
        new float[values], new float[batch.steps()], List.of(), new Trial[1], batch.outputWeight());
    output = new double[values];
    raw = new float[values];
  }

  /** One trial as a batch of its own. */
  private void take(Batch batch, double[] outputs, int b) {
    int width = batch.outputs(), inputs = batch.inputs();
    one.trial()[0] = batch.trial()[b];
    for (int t = 0; t < batch.steps(); t++) {
      int row = t * batch.trials() + b;
      one.mask()[t] = batch.mask()[row];
      System.arraycopy(batch.target(), row * width, one.target(), t * width, width);
      System.arraycopy(batch.stimulus(), row * inputs, one.stimulus(), t * inputs, inputs);
      System.arraycopy(outputs, row * width, output, t * width, width);
    }
    for (int k = 0; k < raw.length; k++) raw[k] = (float) output[k];
  }
}

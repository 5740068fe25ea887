package plast.experiment;

import plast.learn.Condition;
import plast.learn.TrainingSettings;
import plast.task.Task;

/**
 * How much memory training one network takes, to within a factor of two.
 *
 * @param steps of a typical trial
 */
record MemoryEstimate(Condition condition, Task task, int steps) {
  /** Doubles per recurrent synapse: weights, two moments, gradient, H, snapshots, copies of them in a checkpoint. */
  private static final int PER_SYNAPSE = 16;
  /** Numbers per unit, trial and step: state, rate, its derivative, the adjoint, packed copies. */
  private static final int PER_ACTIVITY = 8;

  /** The same of equations of a rule, in double: rates and state variables as its kernels read them. */
  private static final int PER_ACTIVITY_OF_RULE = 6;

  double bytes() {
    TrainingSettings training = condition.training();
    double units = condition.network().units();
    double channels = task.inputs() + task.outputs() * 3.0;
    double trials = Math.max(training.batch(), training.evaluationTrials());
    double synapses = units * (units + task.inputs() + task.outputs());
    double activity = steps * trials * (units * PER_ACTIVITY + channels);
    boolean equations = !condition.plasticity().written().isEmpty();
    double rule = equations ? steps * (double) training.batch() * units * PER_ACTIVITY_OF_RULE : 0;
    return (synapses * PER_SYNAPSE + rule) * Double.BYTES + activity * Float.BYTES
        + snapshots(training) * units * units * 9;
  }

  private static double snapshots(TrainingSettings training) {
    if (training.recordWeightsEvery() == 0) return 0;
    double updates = (double) training.trials() / training.batch();
    return updates / training.evaluateEvery() / training.recordWeightsEvery();
  }
}

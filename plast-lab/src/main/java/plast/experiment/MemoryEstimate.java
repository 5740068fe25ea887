package plast.experiment;

import java.util.regex.Pattern;
import plast.learn.Condition;
import plast.learn.TrainingSettings;
import plast.rate.Precision;
import plast.task.Task;

/**
 * How much memory training one network takes, to within a factor of two.
 *
 * @param steps of a typical trial
 */
record MemoryEstimate(Condition condition, Task task, int steps) {
  /** Doubles per recurrent synapse: weights, two moments, gradient, H, snapshots, copies of them in a checkpoint. */
  private static final int PER_SYNAPSE = 16;
  /** Numbers per unit, trial and step beside the state variables: rate, input, adjoint, packed copies. */
  private static final int PER_UNIT = 4;
  /** The same per state variable: its values, and functions of it that the way back reads. */
  private static final int PER_STATE = 4;
  /** The same of equations of a rule, in double: rates and state variables as its kernels read them. */
  private static final int PER_ACTIVITY_OF_RULE = 6;

  private static final Pattern DERIVATIVE = Pattern.compile("/\\s*dt\\s*=");

  double bytes() {
    TrainingSettings training = condition.training();
    double units = condition.network().units();
    double channels = task.inputs() + task.outputs() * 3.0;
    double trials = Math.max(training.batch(), training.evaluationTrials());
    double synapses = units * (units + task.inputs() + task.outputs());
    double number = condition.network().precision() == Precision.DOUBLE ? Double.BYTES : Float.BYTES;
    double activity = steps * trials * (units * PER_UNIT + states() * PER_STATE + channels) * number;
    boolean equations = !condition.plasticity().written().isEmpty();
    double rule = equations ? steps * (double) training.batch() * units * PER_ACTIVITY_OF_RULE : 0;
    return (synapses * PER_SYNAPSE + rule) * Double.BYTES + activity
        + snapshots(training) * units * units * 9;
  }

  /** State variables of all units: a differential equation has one on its left. */
  private double states() {
    return condition.network().written().map(written -> written.populations().values().stream()
        .mapToDouble(p -> p.size() * (double) DERIVATIVE.matcher(p.equations()).results().count()).sum())
        .orElse((double) condition.network().units());
  }

  private static double snapshots(TrainingSettings training) {
    if (training.recordWeightsEvery() == 0) return 0;
    double updates = (double) training.trials() / training.batch();
    return updates / training.evaluateEvery() / training.recordWeightsEvery();
  }
}

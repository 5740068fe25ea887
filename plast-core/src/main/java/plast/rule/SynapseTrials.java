package plast.rule;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.TrialChanges;
import plast.rule.TrialRows.Reading;

/**
 * What a rule does synapse by synapse in every trial, one trial after the other: state variables of synapses, which
 * begin each trial at their start and need room for one trial alone, and changes of w that are no matrix products.
 *
 * <pre>
 * Δw = Σ_b (Σ_t Δw_step + Δw_trial) / B          sum = Σ_b sum_b / B
 * </pre>
 */
final class SynapseTrials {
  /** The Δw of all trials so far. */
  private static final String CHANGE = "_change";

  private final RuleValues values;
  private final Map<String, Double> starts = new LinkedHashMap<>();
  private final Map<String, double[]> states = new LinkedHashMap<>();
  private final double[] change;
  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private final double[][] stateArrays;
  private final double[] startValues;
  private final double[][] sumArrays;
  private final Optional<SynapseKernel> step;
  private final Optional<SynapseKernel> trial;
  private final Optional<SynapseKernel> after;

  /** @param starts of the state variables, 0 for averages over steps */
  SynapseTrials(TrialChanges changes, Map<String, Double> starts, TrialRows rows, RuleValues values) {
    this.values = values;
    int size = values.size(Placement.SYNAPSE);
    changes.placements().forEach((name, place) -> {
      if (place != Placement.SYNAPSE) return;
      states.put(name, new double[size]);
      this.starts.put(name, starts.getOrDefault(name, 0.0));
    });
    change = new double[size];
    Map<String, double[]> arrays = new LinkedHashMap<>(states);
    arrays.put(CHANGE, change);
    Map<String, Expr> added = new LinkedHashMap<>();
    changes.sums().forEach((name, e) -> {
      sums.put(name, values.put(name, Placement.SYNAPSE));
      added.put(name, e);
    });
    arrays.putAll(sums);
    step = kernel(changes.step(), arrays, Reading.STEP, rows);
    trial = kernel(changes.trial(), arrays, Reading.END, rows);
    after = kernel(added, arrays, Reading.AFTER, rows);
    stateArrays = states.values().toArray(double[][]::new);
    startValues = this.starts.values().stream().mapToDouble(x -> x).toArray();
    sumArrays = sums.values().toArray(double[][]::new);
  }

  private Optional<SynapseKernel> kernel(Map<String, Expr> changes, Map<String, double[]> arrays, Reading reading,
      TrialRows rows) {
    Map<String, Expr> here = new LinkedHashMap<>();
    changes.forEach((variable, e) -> {
      if (variable.equals("w")) here.put(CHANGE, e);
      else if (arrays.containsKey(variable)) here.put(variable, e);
    });
    return here.isEmpty() ? Optional.empty() : Optional.of(new SynapseKernel(here, arrays, reading, rows, values));
  }

  /** Runs all trials and adds what w should change by to {@code total}. */
  void run(Activity activity, double[] w, double[] total) {
    int trials = activity.trials(), steps = activity.rows() / trials;
    if (step.isPresent()) step.get().prepare(activity, w);
    if (trial.isPresent()) trial.get().prepare(activity, w);
    if (after.isPresent()) after.get().prepare(activity, w);
    Arrays.fill(change, 0);
    for (int k = 0; k < sumArrays.length; k++) Arrays.fill(sumArrays[k], 0);
    for (int b = 0; b < trials; b++) {
      for (int k = 0; k < stateArrays.length; k++) Arrays.fill(stateArrays[k], startValues[k]);
      if (step.isPresent()) {
        for (int t = 0; t < steps; t++) step.get().run(t * trials + b);
      }
      if (trial.isPresent()) trial.get().run(b);
      if (after.isPresent()) after.get().run(b);
    }
    for (int k = 0; k < total.length; k++) total[k] += change[k] / trials;
    for (int s = 0; s < sumArrays.length; s++) {
      for (int k = 0; k < total.length; k++) sumArrays[s][k] /= trials;
    }
  }
}

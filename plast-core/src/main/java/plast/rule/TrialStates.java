package plast.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Trees;
import plast.equation.TrialChanges;
import plast.kernel.Kernels;
import plast.rule.Activity.Side;
import plast.rule.TrialRows.Reading;
import plast.rule.TrialRows.Shape;
import plast.rule.TrialRows.State;

/**
 * State variables of trials that are one for each neuron of a side, or one for all: their values at every step of every
 * trial, computed for all trials together.
 */
final class TrialStates {
  private final Placement place;
  private final List<State> states = new ArrayList<>();
  private final TrialKernel step;
  private final TrialKernel trial;
  private Shape everyStep = Shape.NONE;
  private Shape everyTrial = Shape.NONE;

  private TrialStates(Placement place, Map<String, State> states, TrialKernel step, TrialKernel trial) {
    this.place = place;
    this.states.addAll(states.values());
    this.step = step;
    this.trial = trial;
  }

  /** Those of all places, to be run in this order. */
  static List<TrialStates> of(TrialChanges changes, TrialRows rows, RuleValues values, Kernels kernels) {
    List<TrialStates> all = new ArrayList<>();
    for (Placement place : List.of(Placement.PROJECTION, Placement.PRESYNAPTIC, Placement.POSTSYNAPTIC)) {
      Map<String, State> states = new LinkedHashMap<>();
      Map<String, Expr> step = new LinkedHashMap<>(), trial = new LinkedHashMap<>();
      rows.states().forEach((name, state) -> {
        if (state.place != place || !state.stepped) return;
        states.put(name, state);
        step.put(name, changes.step().getOrDefault(name, Trees.ZERO));
        trial.put(name, changes.trial().getOrDefault(name, Trees.ZERO));
      });
      if (states.isEmpty()) continue;
      all.add(new TrialStates(place, states, new TrialKernel(place, step, Reading.STEP, rows, values, kernels),
          new TrialKernel(place, trial, Reading.END, rows, values, kernels)));
    }
    return all;
  }

  /** How many neurons a row has: those beyond the side's own are computed and not used. */
  static int width(Placement place, Activity activity) {
    return switch (place) {
      case PROJECTION -> 1;
      case PRESYNAPTIC -> activity.panels(Side.PRE).columns();
      case POSTSYNAPTIC -> activity.panels(Side.POST).columns();
      case SYNAPSE -> throw new IllegalArgumentException("synapses have no rows");
    };
  }

  void run(Activity activity) {
    int trials = activity.trials(), steps = activity.rows() / trials, width = width(place, activity);
    int block = trials * width;
    for (int k = 0; k < states.size(); k++) start(states.get(k), steps, block);
    everyStep = everyStep.or(steps, trials, width);
    everyTrial = everyTrial.or(1, trials, width);
    step.prepare(activity, everyStep);
    for (int t = 0; t < steps; t++) step.step(t, block);
    trial.prepare(activity, everyTrial);
    trial.end(block);
  }

  private static void start(State state, int steps, int block) {
    if (state.history.length < (steps + 1) * block) state.history = new double[(steps + 1) * block];
    if (state.after.length < block) state.after = new double[block];
    state.end = steps * block;
    Arrays.fill(state.history, 0, block, state.start);
  }
}

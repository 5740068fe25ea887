package plast.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import plast.equation.Averages;
import plast.equation.CheckedRule;
import plast.equation.Definition.Parameter;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Flag;
import plast.equation.Placement;
import plast.equation.Section.Every;
import plast.equation.SeparableTerm.Average;
import plast.equation.TrialChanges;
import plast.equation.Trees;
import plast.kernel.Kernels;
import plast.rule.TrialRows.Reading;

/**
 * A {@link WrittenRule} at work on one projection: its state variables, and the kernels that run over synapses and
 * neurons. Allocates nothing once it has seen its largest batch.
 *
 * <p>First come the steps and ends of all trials, which read the w that the batch began with; their changes of w are
 * averaged over trials. Then the sections of the batch, of which each sees w after the one before: each first takes the
 * averages that it names over the batch, then every change is computed from the values before it. State variables
 * change for all synapses, whichever rule they follow.
 */
public final class RuleRun implements BatchRule {
  /** Networks of one process run the same rules: a kernel is compiled for the first alone. */
  static final Kernels KERNELS = new Kernels();

  private final RuleFrame frame;
  private final RuleValues values;
  /** Modulators that are one number for the batch. */
  private final List<String> shared;
  private final List<BatchAverage> baselines = new ArrayList<>();
  private final List<StepBaseline> stepBaselines = new ArrayList<>();
  private final List<TrialStates> trialStates;
  /** Changes of w in trials that are averages. */
  private final List<Step> products = new ArrayList<>();
  private final Optional<SynapseTrials> synapses;
  private final List<Step> steps = new ArrayList<>();
  /** Where more than one part changes w: the weights that the next one sees, and one change. */
  private final double[] moved;
  private final double[] part;
  /** Whether it says of w alone that it does not change. */
  private final boolean idle;

  /** One section, or the averages of one. */
  private record Step(List<BatchAverage> averages, List<ElementwiseChange> changes) {}

  RuleRun(CheckedRule checked, Map<String, Double> starts, RuleFrame frame) {
    this.frame = frame;
    values = new RuleValues(frame);
    TrialChanges trials = TrialChanges.of(checked);
    List<Parameter> declared = checked.rule().declarations();
    declared.stream().filter(d -> d.is(Flag.CONSTANT))
        .forEach(d -> values.constant(d.variable(), start(checked, starts, d.variable())));
    Set<String> perTrial = new HashSet<>();
    declared.stream().filter(d -> d.is(Flag.MODULATOR) && !d.is(Flag.SHARED)).forEach(d -> perTrial.add(d.variable()));
    shared = declared.stream().filter(d -> d.is(Flag.MODULATOR) && d.is(Flag.SHARED)).map(d -> d.variable()).toList();
    shared.forEach(name -> values.put(name, Placement.PROJECTION));
    placeStates(checked, trials, starts);
    TrialRows rows = new TrialRows(values, frame, perTrial);
    trials.placements().forEach((name, place) -> {
      Expr baseline = trials.baselines().get(name);
      if (baseline != null) {
        stepBaselines.add(new StepBaseline(rows.given(name, place), baseline, rows, values, KERNELS));
      } else if (place != Placement.SYNAPSE) {
        rows.state(name, place, start(checked, starts, name));
      }
    });
    trials.baselines().forEach((name, e) -> {
      if (trials.placements().containsKey(name)) return;
      baselines.add(AverageOverBatch.of(name, new Average(Trees.ONE, Trees.ONE, e, Optional.empty()),
          new RuleReader(values, rows, Reading.END), KERNELS));
    });
    trialStates = TrialStates.of(trials, rows, values, KERNELS);
    synapses = trials.isElementwise() ? Optional.of(new SynapseTrials(trials, starts, rows, values)) : Optional.empty();
    trials.products().forEach((every, product) -> products.add(step("_" + every.text(), product,
        new RuleReader(values, rows, every == Every.STEP ? Reading.STEP : Reading.END))));
    List<Averages> batch = trials.batch();
    for (int k = 0; k < batch.size(); k++) {
      steps.add(step("_section" + k, batch.get(k), new RuleReader(values, rows, Reading.AFTER)));
    }
    moved = new double[batch.size() == 1 && trials.isEmpty() ? 0 : frame.post() * frame.pre()];
    part = new double[moved.length];
    idle = moved.length == 0 && values.states().isEmpty() && batch.getFirst().changes().values().stream()
        .allMatch(e -> e instanceof Expr.Number n && n.value() == 0);
  }

  /** Places the state variables that live on from batch to batch where the largest of their changes lives. */
  private void placeStates(CheckedRule checked, TrialChanges trials, Map<String, Double> starts) {
    Map<String, Placement> states = new LinkedHashMap<>();
    for (String state : checked.rule().states()) {
      if (!trials.placements().containsKey(state)) states.put(state, Placement.PROJECTION);
    }
    for (Averages section : trials.batch()) {
      section.placements().forEach((name, place) -> states.computeIfPresent(name, (n, p) -> larger(p, place)));
    }
    states.forEach((state, place) -> Arrays.fill(values.state(state, place), start(checked, starts, state)));
  }

  private static double start(CheckedRule checked, Map<String, Double> starts, String state) {
    Double start = starts.get(state);
    return start != null ? start : checked.rule().find(state).flatMap(d -> d.start())
        .map(e -> Evaluation.of(e, starts)).orElse(0.0);
  }

  private static Placement larger(Placement a, Placement b) {
    return a == Placement.PROJECTION ? b : a;
  }

  private Step step(String prefix, Averages parts, RuleReader reader) {
    List<BatchAverage> averages = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    parts.averages().forEach((name, average) -> {
      names.put(name, prefix + name);
      averages.add(AverageOverBatch.of(prefix + name, average, reader, KERNELS));
    });
    // Synapses first: no value of a neuron is made of a synapse's, so that nothing is read after it has changed.
    Map<Placement, Map<String, Expr>> places = new TreeMap<>(Comparator.reverseOrder());
    parts.changes().forEach((variable, change) -> places
        .computeIfAbsent(values.place(variable), p -> new LinkedHashMap<>()).put(variable, change));
    List<ElementwiseChange> changes = new ArrayList<>();
    places.forEach((place, group) -> changes.add(new ElementwiseChange(place, group, names, values, KERNELS)));
    return new Step(averages, changes);
  }

  @Override
  public boolean isIdle() {
    return idle;
  }

  @Override
  public boolean readsProduct() {
    return readsProduct(steps) || readsProduct(products);
  }

  private static boolean readsProduct(List<Step> steps) {
    for (int s = 0; s < steps.size(); s++) {
      List<BatchAverage> averages = steps.get(s).averages;
      for (int k = 0; k < averages.size(); k++) if (averages.get(k).isPlainProduct()) return true;
    }
    return false;
  }

  @Override
  public void write(Activity activity, double[] w, double[] gradient, double clip, long update, double[] change) {
    values.readUnits();
    values.array(RuleValues.CLIP)[0] = clip;
    values.array(TrialChanges.STEPS)[0] = (double) activity.rows() / activity.trials();
    for (int k = 0; k < shared.size(); k++) values.array(shared.get(k))[0] = mean(shared.get(k), activity.trials());
    Arrays.fill(change, 0);
    if (moved.length == 0) {
      run(steps.getFirst(), activity, w, gradient, change);
      return;
    }
    trials(activity, w, gradient, change);
    for (int k = 0; k < change.length; k++) moved[k] = w[k] + change[k];
    for (int s = 0; s < steps.size(); s++) {
      add(steps.get(s), activity, moved, gradient, change);
      for (int k = 0; k < part.length; k++) moved[k] += part[k];
    }
  }

  private double mean(String modulator, int trials) {
    double[] all = frame.modulators().of(modulator);
    double sum = 0;
    for (int b = 0; b < trials; b++) sum += all[b];
    return sum / trials;
  }

  private void trials(Activity activity, double[] w, double[] gradient, double[] change) {
    for (int k = 0; k < baselines.size(); k++) baselines.get(k).measure(activity);
    for (int k = 0; k < stepBaselines.size(); k++) stepBaselines.get(k).measure(activity);
    for (int k = 0; k < trialStates.size(); k++) trialStates.get(k).run(activity);
    for (int k = 0; k < products.size(); k++) add(products.get(k), activity, w, gradient, change);
    if (synapses.isPresent()) synapses.get().run(activity, w, change);
  }

  private void add(Step step, Activity activity, double[] w, double[] gradient, double[] change) {
    Arrays.fill(part, 0);
    run(step, activity, w, gradient, part);
    for (int k = 0; k < part.length; k++) change[k] += part[k];
  }

  private static void run(Step step, Activity activity, double[] w, double[] gradient, double[] change) {
    for (int k = 0; k < step.averages.size(); k++) step.averages.get(k).measure(activity);
    for (int k = 0; k < step.changes.size(); k++) step.changes.get(k).run(w, gradient, change);
  }

  @Override
  public Map<String, double[]> state() {
    return values.states();
  }
}

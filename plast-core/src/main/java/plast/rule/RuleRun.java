package plast.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plast.equation.Averages;
import plast.equation.CheckedRule;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Flag;
import plast.equation.Placement;
import plast.kernel.Kernels;

/**
 * A {@link WrittenRule} at work on one projection: its state variables, and the kernels that run over synapses and
 * neurons. Allocates nothing once it has seen its largest batch.
 *
 * <p>Each section first takes the averages that it names over the batch, then every change is computed from the values
 * before it. State variables change for all synapses, whichever rule they follow.
 */
public final class RuleRun implements BatchRule {
  /** Networks of one process run the same rules: a kernel is compiled for the first alone. */
  private static final Kernels KERNELS = new Kernels();

  private final RuleValues values;
  private final List<Step> steps = new ArrayList<>();
  /** For several sections, of which each sees the weights after the one before: those weights, and one change. */
  private final double[] moved;
  private final double[] part;

  /** One section. */
  private record Step(List<AverageOverBatch> averages, List<ElementwiseChange> changes) {}

  RuleRun(CheckedRule checked, Map<String, Double> starts, int post, int pre) {
    values = new RuleValues(post, pre);
    checked.rule().declarations().stream().filter(d -> d.is(Flag.CONSTANT))
        .forEach(d -> values.constant(d.variable(), start(checked, starts, d.variable())));
    List<Averages> parts = checked.rule().sections().stream().map(section -> Averages.of(section, checked)).toList();
    Map<String, Placement> states = new LinkedHashMap<>();
    for (String state : checked.rule().states()) states.put(state, Placement.PROJECTION);
    for (Averages section : parts) {
      section.placements().forEach((name, place) -> states.computeIfPresent(name, (n, p) -> larger(p, place)));
    }
    states.forEach((state, place) -> Arrays.fill(values.state(state, place), start(checked, starts, state)));
    moved = new double[parts.size() > 1 ? post * pre : 0];
    part = new double[moved.length];
    for (int k = 0; k < parts.size(); k++) steps.add(step("_section" + k, parts.get(k)));
  }

  private static double start(CheckedRule checked, Map<String, Double> starts, String state) {
    Double start = starts.get(state);
    return start != null ? start : checked.rule().find(state).flatMap(d -> d.start())
        .map(e -> Evaluation.of(e, starts)).orElse(0.0);
  }

  private static Placement larger(Placement a, Placement b) {
    return a == Placement.PROJECTION ? b : a;
  }

  private Step step(String prefix, Averages parts) {
    List<AverageOverBatch> averages = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    parts.averages().forEach((name, average) -> {
      names.put(name, prefix + name);
      averages.add(new AverageOverBatch(prefix + name, average, values, KERNELS));
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
    return false;
  }

  @Override
  public boolean readsProduct() {
    for (int s = 0; s < steps.size(); s++) {
      List<AverageOverBatch> averages = steps.get(s).averages;
      for (int k = 0; k < averages.size(); k++) if (averages.get(k).isPlainProduct()) return true;
    }
    return false;
  }

  @Override
  public void write(Activity activity, double[] w, double[] gradient, double clip, long update, double[] change) {
    values.array(RuleValues.CLIP)[0] = clip;
    Arrays.fill(change, 0);
    if (steps.size() == 1) {
      run(steps.getFirst(), activity, w, gradient, change);
      return;
    }
    System.arraycopy(w, 0, moved, 0, w.length);
    for (int s = 0; s < steps.size(); s++) {
      Arrays.fill(part, 0);
      run(steps.get(s), activity, moved, gradient, part);
      for (int k = 0; k < part.length; k++) {
        moved[k] += part[k];
        change[k] += part[k];
      }
    }
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

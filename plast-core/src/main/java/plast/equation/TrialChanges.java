package plast.equation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.equation.Section.Every;

/**
 * What a rule does in the trials of a batch of T steps and B trials, taken apart for a computer: sections of one
 * schedule are one, averages over steps are state variables, and what factorises is an average over the batch.
 *
 * <pre>
 * every step: dw = f(pre)·g(post)                    Δw = T·⟨f(pre)·g(post)⟩
 * every trial: dw = mean(f(pre)·g(post), time)       Δw = ⟨f(pre)·g(post)⟩
 * </pre>
 * All changes of w are averaged over trials and read the w that the batch began with.
 *
 * @param step       what each variable changes by at every step, of the values before it; w among them if Δw must be
 *                   computed synapse by synapse
 * @param trial      the same after the last step
 * @param sums       by name: what sections of the batch average over trials synapse by synapse, after the changes above
 * @param baselines  by name: averages over the batch of modulators, and of rates at each step, which have a placement
 * @param products   Δw as averages
 * @param unseparable why Δw of a schedule is computed synapse by synapse
 * @param batch      what each section of the batch changes, in the order of the text
 * @param placements where the variables of trials live, averages over steps among them
 */
public record TrialChanges(Map<String, Expr> step, Map<String, Expr> trial, Map<String, Expr> sums,
    Map<String, Expr> baselines, Map<Every, Averages> products, Map<Every, String> unseparable, List<Averages> batch,
    Map<String, Placement> placements) {
  /** The name of T, the number of steps. */
  public static final String STEPS = "_steps";

  public TrialChanges {
    step = ordered(step);
    trial = ordered(trial);
    sums = ordered(sums);
    baselines = ordered(baselines);
    products = ordered(products);
    unseparable = ordered(unseparable);
    batch = List.copyOf(batch);
    placements = ordered(placements);
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * What {@code checked} does.
   *
   * @throws EquationException naming what cannot be computed from a batch
   */
  public static TrialChanges of(CheckedRule checked) {
    try {
      return new TrialSearch(checked).run();
    } catch (RefusedException refused) {
      throw new EquationException(checked.rule().source().object() + ": " + refused.reason());
    }
  }

  /** Whether anything happens in trials. */
  public boolean isEmpty() {
    return step.isEmpty() && trial.isEmpty() && sums.isEmpty() && products.isEmpty();
  }

  /** Whether anything must be computed synapse by synapse for each trial. */
  public boolean isElementwise() {
    return !sums.isEmpty() || step.keySet().stream().anyMatch(this::isOfSynapses)
        || trial.keySet().stream().anyMatch(this::isOfSynapses);
  }

  private boolean isOfSynapses(String variable) {
    return placements.getOrDefault(variable, Placement.SYNAPSE) == Placement.SYNAPSE;
  }
}

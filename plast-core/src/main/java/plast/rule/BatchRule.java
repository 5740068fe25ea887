package plast.rule;

import java.util.Map;

/** A rule at work on one projection, once per batch. */
public sealed interface BatchRule permits RuleRun, ControlRun {
  /** Whether it never changes a weight. */
  boolean isIdle();

  /** Whether it reads ⟨post · pre⟩, pre as it acts: the product that can be had together with the gradient's. */
  boolean readsProduct();

  /**
   * Writes what w should change by, and changes the rule's own state.
   *
   * @param activity of the batch
   * @param w        weights, row-major; not modified
   * @param gradient ∂L/∂w; not modified
   * @param clip     factor on the gradient
   * @param update   how many came before
   * @param change   one entry per synapse; modified
   */
  void write(Activity activity, double[] w, double[] gradient, double clip, long update, double[] change);

  /** The state variables by name, shared: write into them to restore. */
  Map<String, double[]> state();
}

package plast.learn;

import java.util.Optional;
import java.util.Set;
import plast.rule.SynapticRule;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.rule.WrittenRule;

/**
 * Which synapse follows which rule.
 *
 * @param mode        the algorithm
 * @param rule        the rule of weak synapses
 * @param strongRule  the rule of strong synapses; none: the optimiser
 * @param hebbianRate η of a weak rule that has a name, Δw = η·H per update; a written one says its own
 * @param threshold   where weak ends and strong begins
 * @param projections names of the projections that switch; the others always follow backpropagation
 * @param application how H reaches the weights
 * @param updates     n of {@link Mode#PREH} and {@link Mode#HSTOP}; unused otherwise
 * @param parts       K of {@link Mode#ACCUM}; unused otherwise
 */
public record PlasticitySettings(
    Mode mode,
    SynapticRule rule,
    Optional<WrittenRule> strongRule,
    double hebbianRate,
    Threshold threshold,
    Set<String> projections,
    Application application,
    int updates,
    int parts) {

  /** @throws IllegalArgumentException if rule, mode and application do not go together */
  public PlasticitySettings {
    boolean written = rule instanceof WrittenRule || strongRule.isPresent();
    if (written && mode == Mode.ACCUM) {
      throw new IllegalArgumentException("mode accum cuts the batch that a rule as equations averages over;"
          + " take a smaller batch, or a rule by its name");
    }
    if (written && application == Application.PSEUDO_GRADIENT) {
      throw new IllegalArgumentException("a rule as equations says what w changes by and moves it directly;"
          + " write application: direct");
    }
  }

  /** Strong synapses follow the optimiser. */
  public PlasticitySettings(
      Mode mode, SynapticRule rule, double hebbianRate, Threshold threshold, Set<String> projections,
      Application application, int updates, int parts) {
    this(mode, rule, Optional.empty(), hebbianRate, threshold, projections, application, updates, parts);
  }

  /** The weak rule that has a name; one that is written as equations has none and counts as {@code none} here. */
  public WeakRule namedRule() {
    return rule instanceof WeakRule named ? named : new WeakRule(WeakRule.Form.NONE, 0);
  }

  /** The algorithms of one update. */
  public enum Mode {
    /** every synapse follows backpropagation */
    BP,
    /** the psRNN: weak synapses follow the rule, strong ones backpropagation, with switching */
    PS,
    /** the initial partition is kept: no switching */
    FIXED,
    /** the switching projections follow the rule alone; the others backpropagation */
    HEBB_ALL,
    /** every synapse follows both */
    BOTH,
    /** PS for n updates, then BP */
    PREH,
    /** PS, but the rule stops after n updates */
    HSTOP,
    /** the batch in K parts: the rule acts after each part, the gradients are averaged */
    ACCUM
  }

  /** How H reaches the weights. */
  public enum Application {
    /** Δw = η·H */
    DIRECT,
    /** −η·H takes the place of the gradient of a weak synapse in the optimiser */
    PSEUDO_GRADIENT
  }
}

package plast.learn;

import java.util.Set;
import plast.rule.Threshold;
import plast.rule.WeakRule;

/**
 * Which synapse follows which rule.
 *
 * @param mode        the algorithm
 * @param rule        the rule of weak synapses
 * @param hebbianRate η of the weak rule, Δw = η·H per update
 * @param threshold   where weak ends and strong begins
 * @param projections the projections that switch; the others always follow backpropagation
 * @param application how H reaches the weights
 * @param updates     n of {@link Mode#PREH} and {@link Mode#HSTOP}; unused otherwise
 * @param parts       K of {@link Mode#ACCUM}; unused otherwise
 */
public record PlasticitySettings(
    Mode mode,
    WeakRule rule,
    double hebbianRate,
    Threshold threshold,
    Set<Projection> projections,
    Application application,
    int updates,
    int parts) {

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

  /** The projections of a network. */
  public enum Projection { RECURRENT, INPUT, READOUT }

  /** How H reaches the weights. */
  public enum Application {
    /** Δw = η·H */
    DIRECT,
    /** −η·H takes the place of the gradient of a weak synapse in the optimiser */
    PSEUDO_GRADIENT
  }
}

package plast.rule;

import java.util.Optional;
import plast.math.Seed;

/**
 * The direction H in which a weak synapse moves, Δw = η·H with H = form − decay·w.
 *
 * <pre>
 * P = mean over trials and t = 1..T of r_i[t]·r_j[t−1]        (post now, pre one step earlier)
 * C = P − mean(r_i[1..T])·mean(r_j[0..T−1])                     the lagged covariance
 * </pre>
 *
 * @param decay λ in H = … − λ w
 */
public record WeakRule(Form form, double decay) implements SynapticRule {

  /** The rule at work on a projection; what it writes is H. */
  @Override
  public BatchRule start(RuleFrame frame, Seed seed) {
    Optional<String> text = WeakRuleText.of(this, 1);
    return text.isPresent() ? new WrittenRule(text.get()).start(frame, seed) : new ControlRun(this, frame, seed);
  }

  /** The activity-dependent part of H_ij. Suffix 0: pre and post of the same step. */
  public enum Form {
    GROW_COV("grow-cov", "sign(w)·|C|", "strength grows with co-variation, sign kept"),
    MAG_COV("mag-cov", "sign(w)·C", "strengthens when co-varying, weakens when anti-varying"),
    MAG_HEBB("mag-hebb", "sign(w)·P", "strengthens with co-activity"),
    HEBB("hebb", "P", "textbook product of presynaptic and postsynaptic rate"),
    HEBB0("hebb0", "P0", "the same with zero lag: symmetric"),
    COV("cov", "C", "lagged covariance"),
    COV0("cov0", "C0", "zero-lag covariance: symmetric"),
    OJA("oja", "P − ⟨r_i²⟩·w", "Hebbian growth with normalisation by postsynaptic activity"),
    ANTI("anti", "−P", "anti-Hebbian product"),
    ANTI0("anti0", "−P0", "anti-Hebbian product with zero lag"),
    ANTICOV("anticov", "−C", "anti-Hebbian lagged covariance; sign opposite to Hebbian-like"),
    ANTICOV0("anticov0", "−C0", "anti-Hebbian zero-lag covariance"),
    STDP("stdp", "P − Pᵀ", "rate form of spike-timing-dependent plasticity; antisymmetric by construction"),
    REVERSED_STDP("reversed-stdp", "Pᵀ − P", "the same with reversed sign"),
    ANTI_MAG_COV("anti-mag-cov", "−sign(w)·C", "weakens when co-varying"),
    SHRINK("shrink", "−sign(w)·|C|", "strength shrinks with co-variation"),
    CORRELATION("correlation", "C / (sd_i·sd_j)", "lagged correlation"),
    PERM_FIXED("perm-fixed", "sign(w)·|C| permuted", "control: one permutation over synapses kept for the run"),
    PERM("perm", "sign(w)·|C| permuted", "control: a new permutation every update"),
    UNIFORM("uniform", "sign(w)·mean|C|", "control: pure growth"),
    NOISE("noise", "N(0, 1)", "control: random walk"),
    DECAY_ONLY("decay-only", "0", "control: pure decay"),
    NONE("none", "0", "control: weak synapses are frozen");

    private final String label;
    private final String equation;
    private final String note;

    Form(String label, String equation, String note) {
      this.label = label;
      this.equation = equation;
      this.note = note;
    }

    /** The name in experiment files. */
    public String label() {
      return label;
    }

    /** H without its decay, in the symbols of {@link WeakRule}. */
    public String equation() {
      return equation;
    }

    public String note() {
      return note;
    }
  }
}

package plast.learn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param rules       by projection, what its weak synapses follow in place of {@code rule}
 * @param strongRules by projection, what its strong synapses follow in place of {@code strongRule}
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
    Map<String, WrittenRule> rules,
    Map<String, WrittenRule> strongRules,
    double hebbianRate,
    Threshold threshold,
    Set<String> projections,
    Application application,
    int updates,
    int parts) {

  /** @throws IllegalArgumentException if rule, mode and application do not go together */
  public PlasticitySettings {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    strongRules = Collections.unmodifiableMap(new LinkedHashMap<>(strongRules));
    boolean written = rule instanceof WrittenRule || strongRule.isPresent() || !rules.isEmpty()
        || !strongRules.isEmpty();
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

  /** Every projection follows the same rules. */
  public PlasticitySettings(
      Mode mode, SynapticRule rule, Optional<WrittenRule> strongRule, double hebbianRate, Threshold threshold,
      Set<String> projections, Application application, int updates, int parts) {
    this(mode, rule, strongRule, Map.of(), Map.of(), hebbianRate, threshold, projections, application, updates, parts);
  }

  /** These settings with rules of single projections. */
  public PlasticitySettings with(Map<String, WrittenRule> weak, Map<String, WrittenRule> strong) {
    return new PlasticitySettings(mode, rule, strongRule, weak, strong, hebbianRate, threshold, projections,
        application, updates, parts);
  }

  /** What weak synapses of {@code projection} follow. */
  public SynapticRule ruleOf(String projection) {
    WrittenRule own = rules.get(projection);
    return own == null ? rule : own;
  }

  /** What strong synapses of {@code projection} follow; none: the optimiser. */
  public Optional<WrittenRule> strongRuleOf(String projection) {
    return Optional.ofNullable(strongRules.get(projection)).or(() -> strongRule);
  }

  /** All rules that are written as equations, by what they are called in messages. */
  public Map<String, WrittenRule> written() {
    Map<String, WrittenRule> written = new LinkedHashMap<>();
    if (rule instanceof WrittenRule weak) written.put("rule", weak);
    rules.forEach((name, own) -> written.put("rule of projection '" + name + "'", own));
    strongRule.ifPresent(strong -> written.put("rule of strong synapses", strong));
    strongRules.forEach((name, own) -> written.put("rule of strong synapses of projection '" + name + "'", own));
    return written;
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

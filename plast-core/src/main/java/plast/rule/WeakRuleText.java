package plast.rule;

import java.util.Optional;
import plast.equation.Printed;
import plast.equation.Trees;

/** Named rules as equations, so that they can be put together with others. */
public final class WeakRuleText {
  private static final String PRODUCT = "mean(pre*post)";
  private static final String REVERSE = "mean(now(pre)*previous(post))";
  private static final String COVARIANCE = "(mean(pre*post) - mean(post)*mean(pre))";
  private static final String PRODUCT_NOW = "mean(now(pre)*post)";
  private static final String COVARIANCE_NOW = "(mean(now(pre)*post) - mean(post)*mean(now(pre)))";
  /** Both variances; a product below the bound is a silent unit's. */
  private static final String VARIANCES = "(mean(post**2) - mean(post)**2)*(mean(pre**2) - mean(pre)**2)";

  private WeakRuleText() {}

  /**
   * Δw = η·H of {@code rule}, η its parameter {@code rate} and λ its parameter {@code decay}.
   *
   * @param rate η
   * @return nothing for controls that look at other synapses or draw random numbers, which exist by their name alone
   */
  public static Optional<String> of(WeakRule rule, double rate) {
    if (rule.form() == WeakRule.Form.NONE && rule.decay() == 0) return Optional.of("dw = 0");
    boolean decays = rule.decay() != 0;
    return direction(rule.form()).map(direction -> parameter("rate", rate)
        + (decays ? parameter("decay", rule.decay()) : "")
        + (rule.form() == WeakRule.Form.CORRELATION ? "v = " + VARIANCES + "\n" : "")
        + "dw = rate*(" + direction + (decays ? " - decay*w)" : ")"));
  }

  private static String parameter(String name, double value) {
    return name + " = " + Printed.of(Trees.number(value)) + " : 1 (constant)\n";
  }

  private static Optional<String> direction(WeakRule.Form form) {
    return Optional.ofNullable(switch (form) {
      case GROW_COV -> "sign(w)*abs(" + COVARIANCE + ")";
      case SHRINK -> "-sign(w)*abs(" + COVARIANCE + ")";
      case MAG_COV -> "sign(w)*" + COVARIANCE;
      case ANTI_MAG_COV -> "-sign(w)*" + COVARIANCE;
      case MAG_HEBB -> "sign(w)*" + PRODUCT;
      case HEBB -> PRODUCT;
      case HEBB0 -> PRODUCT_NOW;
      case COV -> COVARIANCE;
      case COV0 -> COVARIANCE_NOW;
      case OJA -> PRODUCT + " - mean(post**2)*w";
      case ANTI -> "-" + PRODUCT;
      case ANTI0 -> "-" + PRODUCT_NOW;
      case ANTICOV -> "-" + COVARIANCE;
      case ANTICOV0 -> "-" + COVARIANCE_NOW;
      case STDP -> PRODUCT + " - " + REVERSE;
      case REVERSED_STDP -> REVERSE + " - " + PRODUCT;
      case CORRELATION -> "where(v > 1e-20, " + COVARIANCE + "/sqrt(v), 0)";
      case DECAY_ONLY, NONE -> "0";
      case PERM_FIXED, PERM, UNIFORM, NOISE -> null;
    });
  }
}

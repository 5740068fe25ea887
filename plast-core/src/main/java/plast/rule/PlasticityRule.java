package plast.rule;

import plast.equation.CheckedRule;
import plast.equation.RuleCheck;

/**
 * A plasticity rule: what it is called, what it says and where it comes from.
 *
 * @param name      a word or two, may be empty
 * @param equations parameters with units and values, state variables, and what is done every step, trial or batch; see
 *     {@code docs/language.md}
 * @param source    the paper or book that it is taken from, may be empty
 */
public record PlasticityRule(String name, String equations, String source) implements Combination {

  /** @throws plast.equation.EquationException with all problems of the text */
  public PlasticityRule {
    name = name.strip();
    equations = equations.strip();
    source = source.strip();
    read(name, equations);
  }

  /** The rule as a tree, with the names that it may use. */
  public CheckedRule checked() {
    return read(name, equations);
  }

  private static CheckedRule read(String name, String equations) {
    String object = name.isEmpty() ? WrittenRule.OBJECT : WrittenRule.OBJECT + " '" + name + "'";
    return RuleCheck.parse(object, equations, RuleCheck.newScope()).orThrow();
  }
}

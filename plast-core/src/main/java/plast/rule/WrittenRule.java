package plast.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plast.equation.CheckedRule;
import plast.equation.Definition.Parameter;
import plast.equation.EquationException;
import plast.equation.Evaluation;
import plast.equation.Flag;
import plast.equation.RuleCheck;
import plast.equation.Section;

/**
 * A rule as equations, whose Δw is what a synapse moves by at each update. It sees the batch's activity, w, its own
 * state variables, and {@code grad}: ∂L/∂w after clipping.
 *
 * @param equations the text, see {@code docs/language.md}
 */
public record WrittenRule(String equations) implements SynapticRule {
  /** How messages call the text. */
  public static final String OBJECT = "rule";

  /**
   * @throws EquationException        with all problems of the text
   * @throws IllegalArgumentException naming what a network cannot run
   */
  public WrittenRule {
    equations = equations.strip();
    CheckedRule checked = read(equations);
    checked.rule().sections().forEach(WrittenRule::refuse);
    for (Parameter p : checked.rule().declarations()) refuse(p);
    new RuleRun(AdamMoments.written(checked), starts(checked), 1, 1);
  }

  /**
   * The one rule that {@code combination} means.
   *
   * @throws EquationException        with all problems of its parts
   * @throws IllegalArgumentException naming what a network cannot run
   */
  public static WrittenRule of(Combination combination) {
    return new WrittenRule(combination.rule("").equations());
  }

  private static CheckedRule read(String equations) {
    return RuleCheck.parse(OBJECT, equations, RuleCheck.newScope()).orThrow();
  }

  /** The rule at work on a projection of {@code post} x {@code pre} synapses. */
  public RuleRun start(int post, int pre) {
    CheckedRule checked = AdamMoments.written(read(equations));
    return new RuleRun(checked, starts(checked), post, pre);
  }

  private static void refuse(Section section) {
    if (section.every() == Section.Every.BATCH) return;
    throw new IllegalArgumentException("rule: 'every " + section.every().text() + "' is not run in networks that are"
        + " trained by batches; write 'every batch:' and average, as in mean(previous(pre)*post)");
  }

  private static void refuse(Parameter p) {
    if (p.is(Flag.MODULATOR)) {
      throw new IllegalArgumentException("rule: nothing in this network gives the modulator '" + p.variable() + "'");
    }
    if (p.is(Flag.CONSTANT) && p.start().isEmpty()) {
      throw new IllegalArgumentException("rule: the parameter '" + p.variable() + "' has no value; write "
          + p.variable() + " = 0.01 : 1 (constant)");
    }
  }

  /** The values that parameters have and state variables start from, SI units. */
  private static Map<String, Double> starts(CheckedRule checked) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter p : checked.rule().declarations()) {
      Optional<Double> start = p.start().map(e -> Evaluation.of(e, values));
      values.put(p.variable(), start.orElse(0.0));
    }
    return values;
  }
}

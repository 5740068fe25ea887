package plast.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plast.equation.CheckedRule;
import plast.equation.Definition.Parameter;
import plast.equation.EquationException;
import plast.equation.Evaluation;
import plast.equation.Flag;
import plast.equation.NearestNames;
import plast.equation.Problem;
import plast.equation.Quantity;
import plast.equation.RuleCheck;
import plast.equation.Scope;
import plast.math.Seed;

/**
 * A rule as equations, whose Δw is what a synapse moves by at each update. It sees the batch's activity, w, its own
 * state variables, {@link Modulators}, parameters of the units on both sides ({@link Sides}), and {@code grad}: ∂L/∂w
 * after clipping.
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
    CheckedRule checked = read(equations, RuleCheck.newScope());
    for (Parameter p : checked.rule().declarations()) refuse(p);
    new RuleRun(AdamMoments.written(checked), starts(checked),
        new RuleFrame(1, 1, 1, new Modulators(), Sides.having(checked.ofUnits())));
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

  private static CheckedRule read(String equations, Scope scope) {
    return RuleCheck.parse(OBJECT, equations, scope).orThrow();
  }

  private CheckedRule read() {
    return read(equations, RuleCheck.newScope());
  }

  @Override
  public BatchRule start(RuleFrame frame, Seed seed) {
    return start(frame);
  }

  /**
   * The rule at work on a projection; it draws no numbers.
   *
   * @throws EquationException with all that names no parameter of the units there, or has another unit
   */
  public RuleRun start(RuleFrame frame) {
    CheckedRule checked = AdamMoments.written(read(equations, frame.sides().scope()));
    return new RuleRun(checked, starts(checked), frame);
  }

  /** What keeps it from running where the units have other parameters than it names; nothing if it can run there. */
  public List<Problem> problems(Sides sides) {
    return RuleCheck.parse(OBJECT, equations, sides.scope()).problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR).toList();
  }

  /** The modulators that it reads. */
  public Set<String> modulators() {
    return read().rule().declarations().stream().filter(p -> p.is(Flag.MODULATOR)).map(Parameter::variable)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How its sections of steps and trials are computed in batches of {@code trials} of {@code steps}, a line each. */
  public List<String> notices(int steps, int trials) {
    return ScheduleNotices.of(AdamMoments.written(read()), steps, trials);
  }

  private static void refuse(Parameter p) {
    String name = p.variable();
    if (p.is(Flag.MODULATOR) && !Modulators.NAMES.contains(name)) {
      List<String> near = NearestNames.of(name, Modulators.NAMES);
      throw new IllegalArgumentException("rule: nothing in this network gives the modulator '" + name + "'; "
          + (near.isEmpty() ? "there are " + String.join(" and ", Modulators.NAMES)
              : "did you mean " + near.getFirst() + "? There are " + String.join(" and ", Modulators.NAMES)));
    }
    if (p.is(Flag.MODULATOR) && !p.unit().quantity().equals(Quantity.PLAIN)) {
      throw new IllegalArgumentException("rule: the modulator '" + name + "' is a plain number here; write " + name
          + " : 1 (modulator)");
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

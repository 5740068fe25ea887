package plast.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.equation.CheckedRule;
import plast.equation.Definition.Parameter;
import plast.equation.EquationException;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Expressions;
import plast.equation.Printed;
import plast.equation.Result;
import plast.equation.Rule;
import plast.equation.Trees;
import plast.equation.Units;
import plast.io.Nearest;

/**
 * Values at which a rule is drawn, in SI units: those that the user gives, else the declared ones, else 0 for state
 * variables and 1 for modulators.
 *
 * @param numbers by name
 * @param words   the same for people, as {@code lr = 0.01}
 */
record RuleValues(Map<String, Double> numbers, Map<String, String> words) {
  private static final Set<String> KNOWN = Set.of("pre", "post", "w", "time", "batch", "pi", "e", "inf");

  /** What a rule may read besides its own variables and rates. */
  private static final List<String> SPECIAL = List.of("grad", "t", "dt", "t_in_timesteps", "i", "j", "N", "N_pre", "N_post");

  RuleValues {
    numbers = Map.copyOf(numbers);
    words = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /** The values of {@code checked}; {@code given} by the user as text. */
  static RuleValues of(CheckedRule checked, Map<String, String> given) {
    refuseUnknown(checked, given);
    Rule rule = checked.rule();
    Map<String, Double> numbers = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    for (Parameter p : rule.declarations()) {
      if (given.containsKey(p.variable())) continue;
      if (p.start().isPresent()) {
        numbers.put(p.variable(), Evaluation.of(p.start().get(), Map.of()));
        words.put(p.variable(), p.variable() + " = " + Printed.of(p.start().get()));
      } else if (!RuleWords.isParameter(p)) {
        double assumed = RuleWords.isModulator(p) ? 1 : 0;
        numbers.put(p.variable(), assumed);
        words.put(p.variable(), p.variable() + " = " + Words.number(assumed) + " (assumed)");
      }
    }
    given.forEach((name, text) -> {
      numbers.put(name, number(name, text));
      words.put(name, name + " = " + text);
    });
    return new RuleValues(numbers, words);
  }

  private static void refuseUnknown(CheckedRule checked, Map<String, String> given) {
    List<String> known = new ArrayList<>(checked.rule().declarations().stream().map(Parameter::variable).toList());
    known.addAll(SPECIAL);
    known.addAll(checked.ofUnits());
    for (String name : given.keySet()) {
      if (name.equals("w")) throw new Wrong("the weight has an option of its own: --w " + given.get(name));
      if (!known.contains(name)) throw new Wrong("--set " + name + ": the rule declares no '" + name + "'"
          + Nearest.of(name, known).map(near -> " (try: " + near + ")").orElse(""));
    }
  }

  private static double number(String name, String text) {
    Result<Expr> value = Expressions.parse("--set " + name, text);
    if (value.value().isEmpty()) throw new Wrong("--set " + name + "=" + text + ": " + value.problems().getFirst().message());
    try {
      return Evaluation.of(value.value().get(), Map.of());
    } catch (EquationException e) {
      throw new Wrong("--set " + name + "=" + text + ": " + e.getMessage());
    }
  }

  /** The names in {@code e} that have no value. */
  List<String> missing(Expr e) {
    return names(e).stream().filter(name -> !numbers.containsKey(name)).toList();
  }

  /** The values of the names in {@code e}, for a caption. */
  List<String> used(Expr e) {
    Set<String> names = names(e);
    return words.entrySet().stream().filter(entry -> names.contains(entry.getKey())).map(Map.Entry::getValue).toList();
  }

  private static Set<String> names(Expr e) {
    Set<String> names = new LinkedHashSet<>(Trees.names(e));
    names.removeIf(name -> KNOWN.contains(name) || Units.find(name).isPresent());
    return names;
  }
}

package plast.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plast.equation.CheckedRule;
import plast.equation.Place;
import plast.equation.Problem;
import plast.equation.Result;
import plast.equation.Rule;
import plast.equation.RuleCheck;
import plast.equation.RuleText;

/**
 * A rule's text, read. Statements alone, as on a blackboard, are completed: names become parameters, and rates outside
 * an average those of one step. A name that is nearly a known one stays a mistake.
 *
 * @param assumptions what was added to the text, a line each
 */
record RuleReading(Optional<CheckedRule> rule, List<Problem> problems, List<String> assumptions) {

  private static final String UNDEFINED = " is not defined";

  RuleReading {
    problems = List.copyOf(problems);
    assumptions = List.copyOf(assumptions);
  }

  /** The rule that {@code text} says; {@code object} is what messages call it. */
  static RuleReading of(String object, String text) {
    Result<CheckedRule> asWritten = RuleCheck.parse(object, text, RuleCheck.newScope());
    if (asWritten.value().isPresent() || !isBare(object, text)) {
      return new RuleReading(asWritten.value(), asWritten.problems(), List.of());
    }
    Set<String> names = new LinkedHashSet<>();
    boolean steps = false;
    for (Problem problem : asWritten.problems()) {
      if (problem.found().endsWith(UNDEFINED) && problem.nearest().isEmpty()) names.add(named(problem));
      steps |= problem.found().contains("has one value for each step");
    }
    List<String> assumptions = new ArrayList<>();
    for (String name : names) assumptions.add(name + " : 1 (constant)");
    if (steps) assumptions.add("every step:");
    String margin = steps ? "  " : "";
    String body = text.lines().map(line -> margin + line).collect(Collectors.joining("\n"));
    String completed = String.join("\n", assumptions) + "\n" + body;
    Result<CheckedRule> again = RuleCheck.parse(object, completed, RuleCheck.newScope());
    return again.value().isPresent() ? new RuleReading(again.value(), again.problems(), assumptions)
        : new RuleReading(Optional.empty(), remaining(asWritten.problems(), again.problems()), List.of());
  }

  /**
   * The problems of the text as written, without those that only a missing {@code every step:} makes: they would hide
   * the slip. Names without a meaning stay, as one of them may be the slip.
   */
  private static List<Problem> remaining(List<Problem> asWritten, List<Problem> completed) {
    Set<String> left = completed.stream().map(Problem::found).collect(Collectors.toSet());
    List<Problem> remaining = asWritten.stream()
        .filter(problem -> left.contains(problem.found()) || problem.found().endsWith(UNDEFINED)).toList();
    return remaining.isEmpty() ? asWritten : remaining;
  }

  /** Whether {@code text} holds statements and nothing around them. */
  private static boolean isBare(String object, String text) {
    Optional<Rule> rule = RuleText.parse(object, text).value();
    return rule.isPresent() && rule.get().declarations().isEmpty() && !rule.get().sections().isEmpty()
        && text.lines().noneMatch(line -> line.strip().startsWith("every"));
  }

  private static String named(Problem problem) {
    Place place = problem.place();
    int start = Math.min(place.column() - 1, place.text().length());
    return place.text().substring(start, Math.min(start + place.length(), place.text().length()));
  }
}

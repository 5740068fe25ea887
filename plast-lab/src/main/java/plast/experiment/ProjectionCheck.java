package plast.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plast.io.Nearest;
import plast.learn.Condition;
import plast.learn.PlasticitySettings;
import plast.rate.WrittenNetwork;
import plast.rate.model.BuiltInNetwork;
import plast.rate.model.RuleSides;
import plast.rule.Sides;
import plast.rule.WrittenRule;

/** Finds projections that a condition names and does not have, and rules that do not fit the units of theirs. */
final class ProjectionCheck {
  private final Condition condition;
  private final PlasticitySettings plasticity;
  private final Report report;
  private final Set<String> known;

  /** Where problems go. */
  interface Report {
    void wrong(String key, String message, String suggestion);
  }

  ProjectionCheck(Condition condition, Report report) {
    this.condition = condition;
    this.report = report;
    plasticity = condition.plasticity();
    known = condition.network().written().map(WrittenNetwork::plastic).orElse(BuiltInNetwork.PROJECTIONS);
  }

  void run() {
    for (String name : plasticity.projections()) {
      if (!known.contains(name)) unknown("plasticity.projections", name);
    }
    plasticity.rules().keySet().forEach(name -> ownRule(NetworkKeys.RULES + name, name));
    plasticity.strongRules().keySet().forEach(name -> ownRule(NetworkKeys.STRONG_RULES + name, name));
    units();
  }

  private void unknown(String key, String name) {
    boolean fixed = condition.network().written().filter(written -> written.projections().containsKey(name)).isPresent();
    report.wrong(key, fixed ? "the weights of projection '" + name + "' do not learn" : "unknown projection '" + name + "'",
        Nearest.of(name, known).orElse("one of " + String.join(", ", known)));
  }

  private void ownRule(String key, String name) {
    if (!known.contains(name)) {
      unknown(key, name);
    } else if (!plasticity.projections().contains(name)) {
      List<String> more = new ArrayList<>(plasticity.projections());
      more.add(name);
      report.wrong(key, "projection '" + name + "' follows backpropagation alone: it is not among plasticity.projections",
          "projections: " + more);
    }
  }

  /** Where names that end with _pre and _post are no parameters of the units, or have another unit. */
  private void units() {
    Map<String, Sides> sides = RuleSides.declared(condition.network());
    Map<String, Map<String, List<String>>> found = new LinkedHashMap<>();
    for (String name : plasticity.projections()) {
      Sides here = sides.get(name);
      if (here == null) continue;
      boolean own = plasticity.rules().containsKey(name), ownStrong = plasticity.strongRules().containsKey(name);
      if (plasticity.ruleOf(name) instanceof WrittenRule weak) {
        note(found, own ? NetworkKeys.RULES + name : ExperimentKeys.WEAK, name, weak, here);
      }
      Optional<WrittenRule> strong = plasticity.strongRuleOf(name);
      strong.ifPresent(rule ->
          note(found, ownStrong ? NetworkKeys.STRONG_RULES + name : ExperimentKeys.STRONG, name, rule, here));
    }
    found.forEach((key, texts) -> texts.forEach((text, names) -> report.wrong(key, "cannot be run on projection"
        + (names.size() == 1 ? " " : "s ") + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
        + ":\n" + text, "")));
  }

  /** Projections with the same problems share a message. */
  private static void note(Map<String, Map<String, List<String>>> found, String key, String projection, WrittenRule rule,
      Sides sides) {
    String text = rule.problems(sides).stream().map(problem -> RuleValue.indented(problem.text()))
        .collect(Collectors.joining("\n\n"));
    if (text.isEmpty()) return;
    found.computeIfAbsent(key, _ -> new LinkedHashMap<>()).computeIfAbsent(text, _ -> new ArrayList<>()).add(projection);
  }
}

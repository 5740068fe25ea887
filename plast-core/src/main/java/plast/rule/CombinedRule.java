package plast.rule;

import static plast.rule.Combination.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.equation.CheckedRule;
import plast.equation.DeclaredUnit;
import plast.equation.Definition.Parameter;
import plast.equation.Expr;
import plast.equation.Expressions;
import plast.equation.Flag;
import plast.equation.FlagUse;
import plast.equation.PrintedRule;
import plast.equation.Problem;
import plast.equation.Result;
import plast.equation.Rule;
import plast.equation.RuleCheck;
import plast.equation.RuleExpression;
import plast.equation.Section;
import plast.equation.Section.Every;
import plast.equation.Span;
import plast.rule.Combination.Equations;
import plast.rule.Combination.Gated;
import plast.rule.Combination.Masked;
import plast.rule.Combination.Sum;
import plast.rule.Combination.Switching;

/** Works out the one rule that a {@link Combination} means, and gathers what is wrong with its parts. */
final class CombinedRule {
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> sources = new LinkedHashSet<>();

  Result<PlasticityRule> of(Combination combination, String name) {
    Optional<CheckedRule> rule = rule(combination, "");
    if (rule.isEmpty()) return new Result<>(Optional.empty(), problems);
    String text = switch (combination) {
      case Equations e -> e.text();
      case PlasticityRule r -> r.equations();
      default -> PrintedRule.of(rule.get().rule());
    };
    return new Result<>(Optional.of(new PlasticityRule(name, text, String.join("; ", sources))), problems);
  }

  private Optional<CheckedRule> rule(Combination combination, String at) {
    return switch (combination) {
      case Equations e -> checked(at, e.text());
      case PlasticityRule r -> {
        if (!r.source().isEmpty()) sources.add(r.source());
        yield checked(at, r.equations());
      }
      case Sum s -> sum(s, at);
      case Switching s -> switching(s, at);
      case Gated g -> {
        Optional<CheckedRule> inner = rule(g.rule(), within(at, "gated rule"));
        if (inner.isEmpty()) syntax(within(at, "gate"), g.by());
        yield inner.flatMap(rule -> gated(g, rule, at));
      }
      case Masked m -> {
        Optional<CheckedRule> inner = rule(m.rule(), within(at, "masked rule"));
        if (inner.isEmpty()) syntax(within(at, "mask"), m.where());
        yield inner.flatMap(rule -> masked(m, rule, at));
      }
    };
  }

  /** Without a rule that is right, names have no meaning yet. */
  private void syntax(String at, String expression) {
    kept(Expressions.parse(at, expression));
  }

  private Optional<CheckedRule> checked(String at, String text) {
    String object = at.isEmpty() ? WrittenRule.OBJECT : at;
    return kept(RuleCheck.parse(object, text, RuleCheck.newScope()));
  }

  /** Checks what was put together: what its parts were warned of need not be said again. */
  private Optional<CheckedRule> checked(String at, Rule rule) {
    String object = at.isEmpty() ? WrittenRule.OBJECT : at;
    Result<CheckedRule> result = RuleCheck.parse(object, PrintedRule.of(rule), RuleCheck.newScope());
    return result.value().isPresent() ? result.value() : kept(result);
  }

  /** The value of {@code result}, whose problems are kept. */
  private <T> Optional<T> kept(Result<T> result) {
    for (Problem problem : result.problems()) if (!problems.contains(problem)) problems.add(problem);
    return result.value();
  }

  private Optional<CheckedRule> sum(Sum sum, String at) {
    List<Rule> rules = new ArrayList<>();
    for (int k = 0; k < sum.parts().size(); k++) {
      rule(sum.parts().get(k), within(at, Combination.part(k + 1))).ifPresent(part -> rules.add(part.rule()));
    }
    List<Problem> disagreements = MergedRules.disagreements(rules);
    problems.addAll(disagreements);
    if (rules.size() < sum.parts().size() || !disagreements.isEmpty()) return Optional.empty();
    Set<String> modulators = MergedRules.modulators(rules);
    List<Rule> parts = new ArrayList<>();
    for (Rule rule : rules) parts.add(MergedRules.part(rule, "part" + (parts.size() + 1) + "_", modulators));
    return checked(at, MergedRules.of(List.of(), parts));
  }

  private Optional<CheckedRule> switching(Switching switching, String at) {
    Optional<CheckedRule> weak = rule(switching.weak(), within(at, "weak"));
    Optional<CheckedRule> strong = rule(switching.strong(), within(at, "strong"));
    List<Rule> rules = new ArrayList<>();
    weak.ifPresent(rule -> rules.add(rule.rule()));
    strong.ifPresent(rule -> rules.add(rule.rule()));
    List<Problem> disagreements = MergedRules.disagreements(rules);
    problems.addAll(disagreements);
    if (!disagreements.isEmpty()) return Optional.empty();
    Set<String> modulators = MergedRules.modulators(rules);
    List<Rule> parts = new ArrayList<>();
    weak.ifPresent(rule -> parts.add(MergedRules.part(rule.rule(), "weak_", modulators)));
    strong.ifPresent(rule -> parts.add(MergedRules.part(rule.rule(), "strong_", modulators)));
    Optional<CheckedRule> both = checked(at, MergedRules.of(List.of(), parts));
    boolean whole = rules.size() == 2;
    // Without one of the parts the expressions can be checked all the same, unless they name variables of parts.
    String expressions = switching.on() + switching.up() + switching.down();
    boolean readable = whole || !expressions.contains("weak_") && !expressions.contains("strong_");
    if (both.isPresent() && !readable) {
      syntax(within(at, "on"), switching.on());
      syntax(within(at, "up"), switching.up());
      syntax(within(at, "down"), switching.down());
    }
    if (both.isEmpty() || !readable) return Optional.empty();
    Optional<Hysteresis> hysteresis = hysteresis(switching, both.get(), at);
    if (!whole || hysteresis.isEmpty()) return Optional.empty();
    return checked(at, hysteresis.get().of(parts.getFirst(), parts.getLast()));
  }

  private Optional<Hysteresis> hysteresis(Switching switching, CheckedRule rule, String at) {
    RuleExpression expressions = new RuleExpression(rule, schedules(rule.rule()));
    Optional<Expr> on = kept(expressions.number(within(at, "on"), switching.on()));
    Optional<Expr> up = kept(expressions.number(within(at, "up"), switching.up()));
    Optional<Expr> down = kept(expressions.number(within(at, "down"), switching.down()));
    if (on.isEmpty() || up.isEmpty() || down.isEmpty()) return Optional.empty();
    if (Hysteresis.isUpsideDown(up.get(), down.get())) {
      problems.add(Hysteresis.upsideDown(within(at, "down"), switching));
      return Optional.empty();
    }
    Set<String> names = MergedRules.modulators(List.of(rule.rule()));
    String state = MergedRules.local(rule.rule(), Switching.STATE, names);
    return Optional.of(new Hysteresis(on.get(), up.get(), down.get(), state,
        MergedRules.local(rule.rule(), state + "_now", names)));
  }

  /** The schedules in which w changes. */
  private static Set<Every> schedules(Rule rule) {
    Set<Every> schedules = EnumSet.noneOf(Every.class);
    rule.sections().stream().filter(ChangeOfWeight::isIn).forEach(section -> schedules.add(section.every()));
    return schedules;
  }

  private Optional<CheckedRule> gated(Gated gated, CheckedRule inner, String at) {
    CheckedRule rule = alone(inner, "gated_w");
    String object = within(at, "gate");
    RuleExpression expressions = new RuleExpression(rule, schedules(rule.rule()));
    Optional<Expr> names = Expressions.parse(object, gated.by()).value();
    List<Parameter> declarations = new ArrayList<>(rule.rule().declarations());
    for (String name : names.map(expressions::strangers).orElse(Set.of())) declarations.add(modulator(name));
    Rule declared = new Rule(rule.rule().source(), declarations, rule.rule().sections());
    Optional<CheckedRule> whole = checked(at, declared);
    if (whole.isEmpty()) return Optional.empty();
    RuleExpression with = new RuleExpression(whole.get(), expressions.schedules());
    return kept(with.number(object, gated.by())).flatMap(by -> checked(at, ChangeOfWeight.multiplied(declared, by)));
  }

  private static Parameter modulator(String name) {
    return new Parameter(new Expr.Name(name, Span.NONE), Optional.empty(), DeclaredUnit.absent(Span.NONE),
        List.of(new FlagUse(Flag.MODULATOR, Span.NONE)), Span.NONE);
  }

  private Optional<CheckedRule> masked(Masked masked, CheckedRule inner, String at) {
    CheckedRule rule = alone(inner, "masked_w");
    RuleExpression expressions = new RuleExpression(rule, schedules(rule.rule()));
    return kept(expressions.condition(within(at, "mask"), masked.where()))
        .flatMap(where -> checked(at, ChangeOfWeight.guarded(rule.rule(), (Section _) -> where)));
  }

  private static CheckedRule alone(CheckedRule inner, String local) {
    Set<String> modulators = MergedRules.modulators(List.of(inner.rule()));
    Rule rule = WeightAsChange.of(inner.rule(), MergedRules.local(inner.rule(), local, modulators));
    return new CheckedRule(rule, inner.scope());
  }
}

package plast.equation;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plast.equation.QuantityCheck.Time;
import plast.equation.Section.Every;

/**
 * Reading an expression that is to be computed in sections of a rule, such as the gate of a rule or the threshold at
 * which a synapse switches: its names, units and averages are checked as if it stood there.
 *
 * @param rule      what it may name the variables of
 * @param schedules the sections where it is computed
 */
public record RuleExpression(CheckedRule rule, Set<Every> schedules) {

  public RuleExpression {
    Set<Every> copy = EnumSet.noneOf(Every.class);
    copy.addAll(schedules);
    schedules = java.util.Collections.unmodifiableSet(copy);
  }

  /** The number without a unit that {@code text} says; {@code object} is what messages call it. */
  public Result<Expr> number(String object, String text) {
    return checked(object, text, (e, check) -> {
      Quantity quantity = check.number(e, object);
      if (quantity.isUnknown() || quantity.plain()) return;
      check.problems().error(e.span(), "'" + object + "' must be a plain number, "
          + QuantityCheck.shown(e, quantity), DimensionNames.remedy("it", Dimension.NONE.per(quantity.dimension())));
    });
  }

  /** The condition that {@code text} says. */
  public Result<Expr> condition(String object, String text) {
    return checked(object, text, (e, check) -> check.condition(e, object));
  }

  /** Names of {@code e} that mean nothing here and are near no known name: not slips, but names of something else. */
  public Set<String> strangers(Expr e) {
    Set<String> strangers = new LinkedHashSet<>();
    for (String name : Trees.names(e)) {
      boolean axis = name.equals("time") || name.equals("batch");
      boolean known = axis || Resolution.of(name, rule.scope()).isPresent();
      boolean possible = SpecialNames.whyReserved(rule.scope().owner(), name).isEmpty();
      if (!known && possible && NearestNames.in(rule.scope(), name).isEmpty()) strangers.add(name);
    }
    return strangers;
  }

  private interface Check {
    void of(Expr e, QuantityCheck check);
  }

  private Result<Expr> checked(String object, String text, Check check) {
    Result<Expr> parsed = Expressions.parse(object, text);
    if (parsed.value().isEmpty()) return parsed;
    Expr e = parsed.value().get();
    Problems problems = new Problems(new SourceText(object, text));
    check.of(e, new QuantityCheck(rule.scope(), problems, Time.SECONDS));
    Set<String> perTrial = Axes.perTrial(rule.rule());
    Statement statement = new Statement.Change(new Expr.Name("w", Span.NONE), e, e.span());
    for (Every every : schedules) {
      new AxisCheck(new Axes(rule.scope(), every, perTrial), every, problems).all(List.of(statement));
    }
    return problems.result(e);
  }
}

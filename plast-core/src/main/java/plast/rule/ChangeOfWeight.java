package plast.rule;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Expr;
import plast.equation.Rule;
import plast.equation.Section;
import plast.equation.Span;
import plast.equation.Statement;
import plast.equation.Trees;

/** Rules whose changes of w are multiplied or guarded; none of them sets w ({@link WeightAsChange}). */
final class ChangeOfWeight {

  /** The condition under which w changes in a section. */
  interface Guard {
    Expr of(Section section);
  }

  private ChangeOfWeight() {}

  static boolean isIn(Section section) {
    return section.statements().stream().anyMatch(ChangeOfWeight::isIn);
  }

  private static boolean isIn(Statement statement) {
    return switch (statement) {
      case Statement.Assignment _ -> false;
      case Statement.Change c -> c.target().text().equals("w");
      case Statement.When w -> w.body().stream().anyMatch(ChangeOfWeight::isIn);
    };
  }

  /** Δw times {@code factor}. */
  static Rule multiplied(Rule rule, Expr factor) {
    return changed(rule, section -> multiplied(section.statements(), factor));
  }

  private static List<Statement> multiplied(List<Statement> statements, Expr factor) {
    return statements.stream().map(statement -> switch (statement) {
      case Statement.Change c when isOfWeight(c) ->
          new Statement.Change(c.target(), Trees.multiply(factor, c.value()), c.span());
      case Statement.When w -> new Statement.When(w.condition(), multiplied(w.body(), factor), w.span());
      case Statement other -> other;
    }).toList();
  }

  /** Δw where {@code guard} holds. */
  static Rule guarded(Rule rule, Guard guard) {
    return changed(rule, section -> guarded(section.statements(), guard.of(section)));
  }

  private static List<Statement> guarded(List<Statement> statements, Expr condition) {
    List<Statement> result = new ArrayList<>();
    List<Statement> held = new ArrayList<>();
    for (Statement statement : statements) {
      boolean whole = isOfWeight(statement);
      if (whole) held.add(statement);
      else hold(held, condition, result);
      if (statement instanceof Statement.When w && !whole) {
        result.add(new Statement.When(w.condition(), guarded(w.body(), condition), w.span()));
      } else if (!whole) {
        result.add(statement);
      }
    }
    hold(held, condition, result);
    return result;
  }

  /** Puts what is {@code held} under one guard. */
  private static void hold(List<Statement> held, Expr condition, List<Statement> into) {
    if (!held.isEmpty()) into.add(new Statement.When(condition, List.copyOf(held), Span.NONE));
    held.clear();
  }

  /** Whether {@code statement} changes w and does nothing else. */
  private static boolean isOfWeight(Statement statement) {
    return switch (statement) {
      case Statement.Assignment _ -> false;
      case Statement.Change c -> c.target().text().equals("w");
      case Statement.When w -> w.body().stream().allMatch(ChangeOfWeight::isOfWeight);
    };
  }

  private interface SectionChange {
    List<Statement> of(Section section);
  }

  private static Rule changed(Rule rule, SectionChange change) {
    List<Section> sections = rule.sections().stream()
        .map(section -> isIn(section) ? new Section(section.every(), change.of(section)) : section).toList();
    return new Rule(rule.source(), rule.declarations(), sections);
  }
}

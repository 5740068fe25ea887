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
    return changed(rule, section -> statements(section.statements(), c ->
        new Statement.Change(c.target(), Trees.multiply(factor, c.value()), c.span())));
  }

  /** Δw where {@code guard} holds. */
  static Rule guarded(Rule rule, Guard guard) {
    return changed(rule, section -> {
      Expr condition = guard.of(section);
      return statements(section.statements(), c -> new Statement.When(condition, List.of(c), Span.NONE));
    });
  }

  private interface Rewriting {
    Statement of(Statement.Change change);
  }

  private interface SectionChange {
    List<Statement> of(Section section);
  }

  private static Rule changed(Rule rule, SectionChange change) {
    List<Section> sections = rule.sections().stream()
        .map(section -> isIn(section) ? new Section(section.every(), change.of(section)) : section).toList();
    return new Rule(rule.source(), rule.declarations(), sections);
  }

  private static List<Statement> statements(List<Statement> statements, Rewriting rewriting) {
    List<Statement> result = new ArrayList<>();
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Change c when c.target().text().equals("w") -> result.add(rewriting.of(c));
        case Statement.When w ->
            result.add(new Statement.When(w.condition(), statements(w.body(), rewriting), w.span()));
        case Statement other -> result.add(other);
      }
    }
    return result;
  }
}

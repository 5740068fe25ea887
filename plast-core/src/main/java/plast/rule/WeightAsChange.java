package plast.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plast.equation.Expr;
import plast.equation.Rule;
import plast.equation.Section;
import plast.equation.Span;
import plast.equation.Statement;
import plast.equation.Trees;

/**
 * Says by a change what a rule says by setting w, so that it can stand beside other rules:
 *
 * <pre>
 * w = clip(w, 0, 1)    becomes    x = w,  x = clip(x, 0, 1),  dw = x − w
 * </pre>
 */
final class WeightAsChange {
  private WeightAsChange() {}

  /** {@code rule} without statements that set w; {@code local} is a name that it does not use. */
  static Rule of(Rule rule, String local) {
    return new Rule(rule.source(), rule.declarations(),
        rule.sections().stream().map(section -> of(section, local)).toList());
  }

  private static Section of(Section section, String local) {
    if (section.statements().stream().noneMatch(WeightAsChange::sets)) return section;
    Expr.Name w = new Expr.Name("w", Span.NONE), moved = new Expr.Name(local, Span.NONE);
    List<Statement> statements = new ArrayList<>();
    statements.add(new Statement.Assignment(moved, Statement.Assign.SET, w, Span.NONE));
    section.statements().forEach(statement -> statements.add(moving(statement, local)));
    statements.add(new Statement.Change(w, Trees.subtract(moved, w), Span.NONE));
    return new Section(section.every(), statements);
  }

  private static boolean sets(Statement statement) {
    return switch (statement) {
      case Statement.Assignment a -> a.target().text().equals("w");
      case Statement.Change _ -> false;
      case Statement.When w -> w.body().stream().anyMatch(WeightAsChange::sets);
    };
  }

  /** {@code statement} with the local variable for w, but for what w changes by. */
  private static Statement moving(Statement statement, String local) {
    Renaming renaming = new Renaming(Map.of("w", local));
    return switch (renaming.of(statement)) {
      case Statement.Change c when c.target().text().equals(local) ->
          new Statement.Change(new Expr.Name("w", Span.NONE), c.value(), c.span());
      case Statement.When w when statement instanceof Statement.When before -> new Statement.When(w.condition(),
          before.body().stream().map(inner -> moving(inner, local)).toList(), w.span());
      case Statement other -> other;
    };
  }
}

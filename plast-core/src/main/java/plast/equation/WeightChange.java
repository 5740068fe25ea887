package plast.equation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plast.equation.Expr.Name;
import plast.equation.Statement.Assignment;
import plast.equation.Statement.Change;
import plast.equation.Statement.When;

/** What one section changes a variable by, of the values before it: locals put in, guards as where(). */
final class WeightChange {
  private static final int LARGEST = 20_000;

  private final Map<String, Expr> values = new HashMap<>();
  private final String variable;
  private Expr change = Trees.ZERO;

  private WeightChange(String variable) {
    this.variable = variable;
  }

  /**
   * Δw of {@code section}, simplified.
   *
   * @throws RefusedException if it is too large
   */
  static Expr of(Section section) {
    return of(section, "w");
  }

  /** The same of any variable that the section changes; 0 if it does not. */
  static Expr of(Section section, String variable) {
    WeightChange all = new WeightChange(variable);
    all.statements(section.statements(), new Expr.Truth(true, Span.NONE));
    Expr old = Trees.name(variable);
    Expr assigned = all.values.getOrDefault(variable, old);
    return Simplification.of(Trees.add(all.change, Trees.subtract(assigned, old)));
  }

  private void statements(List<Statement> statements, Expr guard) {
    for (Statement statement : statements) {
      switch (statement) {
        case Assignment a -> assign(a, guard);
        case Change c -> {
          if (c.target().text().equals(variable)) change = sized(Trees.add(change,
              guarded(guard, put(c.value()), Trees.ZERO)));
        }
        case When w -> {
          Expr inner = new Expr.Logic(Expr.Connective.AND, guard, put(w.condition()), Span.NONE);
          statements(w.body(), Simplification.of(inner));
        }
      }
    }
  }

  private void assign(Assignment a, Expr guard) {
    String name = a.target().text();
    Expr old = values.getOrDefault(name, Trees.name(name));
    Expr right = put(a.value());
    Expr value = switch (a.operator()) {
      case SET -> right;
      case ADD -> Trees.add(old, right);
      case SUBTRACT -> Trees.subtract(old, right);
      case MULTIPLY -> Trees.multiply(old, right);
      case DIVIDE -> Trees.divide(old, right);
    };
    values.put(name, sized(guarded(guard, value, old)));
  }

  private static Expr guarded(Expr guard, Expr value, Expr otherwise) {
    return guard instanceof Expr.Truth ? value : Trees.call("where", guard, value, otherwise);
  }

  private Expr put(Expr e) {
    return sized(replaced(e));
  }

  private Expr replaced(Expr e) {
    if (e instanceof Name n) return values.getOrDefault(n.text(), e);
    return Trees.map(e, this::replaced);
  }

  private Expr sized(Expr e) {
    if (Trees.size(e) > LARGEST) throw new RefusedException(Trees.name(variable), "its change has more than " + LARGEST
        + " parts");
    return e;
  }
}

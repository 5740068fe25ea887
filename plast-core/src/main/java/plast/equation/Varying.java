package plast.equation;

import java.util.Optional;
import plast.equation.Expr.Call;
import plast.equation.Expr.Name;
import plast.equation.Symbol.Role;

/** What keeps a coefficient from being constant during a run. */
final class Varying {
  private Varying() {}

  /** The first part of {@code e} that can change, as text. */
  static Optional<String> first(Expr e, CheckedModel model) {
    if (e instanceof Name n && changes(n.text(), model)) return Optional.of(n.text());
    if (e instanceof Call c && (Builtin.RANDOM.contains(c.function()) || c.function().equals("input")
        || model.scope().functions().get(c.function()) instanceof UserFunction.Timed)) {
      return Optional.of(Printed.of(e));
    }
    for (Expr part : Trees.children(e)) {
      Optional<String> inside = first(part, model);
      if (inside.isPresent()) return inside;
    }
    return Optional.empty();
  }

  private static boolean changes(String name, CheckedModel model) {
    Optional<Resolution> found = Resolution.of(name, model.scope());
    if (found.isEmpty()) return true;
    Symbol symbol = found.get().symbol();
    boolean index = symbol.role() == Role.SPECIAL && (symbol.quantity().kind() == Quantity.Kind.INTEGER
        && !name.equals("t_in_timesteps") || name.equals("dt"));
    return !symbol.isConstant() && !index;
  }
}

package plast.rate.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import plast.equation.Expr;
import plast.equation.Trees;

/** Functions whose values are better loaded than computed again. */
final class DearCalls {
  private static final Set<String> FUNCTIONS = Set.of("exp", "expm1", "exprel", "log", "log10", "log1p", "sin", "cos",
      "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "sigmoid", "softplus", "erf");

  private DearCalls() {}

  /** The largest such calls in {@code e} that satisfy {@code test}. */
  static Set<Expr> in(Expr e, Predicate<Expr> test) {
    Set<Expr> found = new LinkedHashSet<>();
    collect(e, test, found);
    return found;
  }

  /** All such calls in {@code all}, also those within others. */
  static Set<Expr> everywhere(Collection<Expr> all) {
    Set<Expr> found = new LinkedHashSet<>();
    for (Expr e : all) {
      Trees.any(e, part -> {
        if (isDear(part)) found.add(part);
        return false;
      });
    }
    return found;
  }

  private static void collect(Expr e, Predicate<Expr> test, Set<Expr> found) {
    if (isDear(e) && test.test(e)) found.add(e);
    else for (Expr part : Trees.children(e)) collect(part, test, found);
  }

  private static boolean isDear(Expr e) {
    return e instanceof Expr.Call c && FUNCTIONS.contains(c.function());
  }
}

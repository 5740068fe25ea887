package plast.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import plast.equation.Expr;
import plast.equation.Trees;
import plast.math.Panels;
import plast.rule.Activity.Lag;
import plast.rule.Activity.Side;

/** A rate in an expression: pre, post, now(pre), previous(post) and so on. */
record Rate(Side side, Lag lag) {

  /** Which rate {@code e} is, if it is one. */
  static Optional<Rate> of(Expr e) {
    return switch (e) {
      case Expr.Name n when n.text().equals("pre") -> Optional.of(new Rate(Side.PRE, Lag.AS_IT_ACTS));
      case Expr.Name n when n.text().equals("post") -> Optional.of(new Rate(Side.POST, Lag.AS_IT_ACTS));
      case Expr.Call c when c.function().equals("now") -> Optional.of(new Rate(side(c), Lag.NOW));
      case Expr.Call c when c.function().equals("previous") -> Optional.of(new Rate(side(c), Lag.PREVIOUS));
      default -> Optional.empty();
    };
  }

  private static Side side(Expr.Call c) {
    return c.arguments().getFirst() instanceof Expr.Name n && n.text().equals("pre") ? Side.PRE : Side.POST;
  }

  /** {@code e} with names of rates, which are put into {@code found}. */
  static Expr named(Expr e, Collection<Rate> found) {
    Optional<Rate> rate = of(e);
    if (rate.isEmpty()) return Trees.map(e, part -> named(part, found));
    if (!found.contains(rate.get())) found.add(rate.get());
    return Trees.name(rate.get().name());
  }

  /** What kernels call it. */
  String name() {
    return "_" + side + "_" + lag;
  }

  /** Writes the rates of all steps and trials, in rows as wide as the panels. */
  void read(Activity activity, double[] target) {
    Panels source = activity.panels(side);
    int row = activity.row(side, lag), missing = Math.max(0, -row), count = activity.rows() - missing;
    // What comes before the first step is 0. Rows are read from the start of an array: move them behind the zeros.
    source.read(row + missing, count, target);
    if (missing == 0) return;
    int width = source.columns();
    System.arraycopy(target, 0, target, missing * width, count * width);
    Arrays.fill(target, 0, missing * width, 0);
  }
}

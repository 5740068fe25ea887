package plast.rate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plast.equation.Expr;
import plast.equation.Expr.Arithmetic;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Unary;
import plast.equation.Trees;

/** Products whose factors that are equal for all units come first, so that they are computed once: (dt/tau)·u. */
final class EqualFactors {
  private final Predicate<Expr> equal;
  private final List<Expr> equalAbove = new ArrayList<>();
  private final List<Expr> equalBelow = new ArrayList<>();
  private final List<Expr> above = new ArrayList<>();
  private final List<Expr> below = new ArrayList<>();
  private boolean negative;

  private EqualFactors(Predicate<Expr> equal) {
    this.equal = equal;
  }

  /** {@code e} with the factors of its products in that order. */
  static Expr first(Expr e, Predicate<Expr> equal) {
    if (equal.test(e)) return e;
    if (!isProduct(e)) return Trees.map(e, part -> first(part, equal));
    EqualFactors factors = new EqualFactors(equal);
    factors.take(e, true);
    return factors.product();
  }

  private static boolean isProduct(Expr e) {
    return e instanceof Binary b && (b.operator() == Arithmetic.MULTIPLY || b.operator() == Arithmetic.DIVIDE)
        || e instanceof Unary u && u.operator() == Prefix.NEGATE && isProduct(u.operand());
  }

  private void take(Expr e, boolean up) {
    if (equal.test(e)) {
      (up ? equalAbove : equalBelow).add(e);
    } else if (e instanceof Binary b && isProduct(e)) {
      take(b.left(), up);
      take(b.right(), (b.operator() == Arithmetic.MULTIPLY) == up);
    } else if (e instanceof Unary u && u.operator() == Prefix.NEGATE) {
      negative = !negative;
      take(u.operand(), up);
    } else {
      (up ? above : below).add(first(e, equal));
    }
  }

  private Expr product() {
    Expr scalar = quotient(equalAbove, equalBelow);
    Expr rest = quotient(above, below);
    if (scalar != null && negative) scalar = Trees.negate(scalar);
    if (rest == null) return scalar == null ? Trees.ONE : scalar;
    if (scalar == null) return negative ? Trees.negate(rest) : rest;
    return above.isEmpty() ? Trees.divide(scalar, product(below)) : Trees.multiply(scalar, rest);
  }

  private static @Nullable Expr quotient(List<Expr> above, List<Expr> below) {
    if (above.isEmpty() && below.isEmpty()) return null;
    Expr top = above.isEmpty() ? Trees.ONE : product(above);
    return below.isEmpty() ? top : Trees.divide(top, product(below));
  }

  private static Expr product(List<Expr> factors) {
    return factors.stream().reduce(Trees::multiply).orElse(Trees.ONE);
  }
}

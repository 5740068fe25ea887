package plast.equation;

import static plast.equation.Trees.divide;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.negate;
import static plast.equation.Trees.number;
import static plast.equation.Trees.power;
import static plast.equation.Trees.subtract;

import java.util.List;
import java.util.Optional;

/** The weights at which a rule stands still. */
public final class FixedPoints {
  private FixedPoints() {}

  /** Where {@code change}, affine or quadratic in {@code w}, is 0; empty where it is neither, or independent of w. */
  public static List<Expr> of(Expr change, String w) {
    Optional<List<Expr>> polynomial = Polynomial.of(change, w);
    if (polynomial.isEmpty()) return List.of();
    List<Expr> c = polynomial.get();
    if (c.size() == 2) return List.of(Simplification.of(negate(divide(c.get(0), c.get(1)))));
    if (c.size() != 3) return List.of();
    if (c.get(0).equals(Trees.ZERO)) {
      return List.of(Trees.ZERO, Simplification.of(negate(divide(c.get(1), c.get(2)))));
    }
    Expr root = Trees.call("sqrt",
        subtract(power(c.get(1), number(2)), multiply(number(4), multiply(c.get(2), c.get(0)))));
    Expr below = multiply(number(2), c.get(2));
    return List.of(Simplification.of(divide(Trees.add(negate(c.get(1)), root), below)),
        Simplification.of(divide(subtract(negate(c.get(1)), root), below)));
  }
}

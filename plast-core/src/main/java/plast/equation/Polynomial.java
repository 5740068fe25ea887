package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.Expr.Arithmetic;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Call;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Unary;

/** An expression as a polynomial of one variable: coefficients from degree 0 upward, none of them contains it. */
final class Polynomial {
  private static final int HIGHEST = 6;

  private final Expr variable;

  private Polynomial(Expr variable) {
    this.variable = variable;
  }

  /** The coefficients, simplified, without zeros at the end; none if {@code e} is no polynomial of low degree. */
  static Optional<List<Expr>> of(Expr e, String variable) {
    try {
      List<Expr> raw = new Polynomial(Trees.name(variable)).split(e);
      List<Expr> simple = new ArrayList<>(raw.stream().map(Simplification::of).toList());
      while (!simple.isEmpty() && simple.getLast().equals(Trees.ZERO)) simple.removeLast();
      return Optional.of(simple);
    } catch (RefusedException refused) {
      return Optional.empty();
    }
  }

  private List<Expr> split(Expr e) {
    if (!Trees.contains(e, variable)) return List.of(e);
    if (e.equals(variable)) return List.of(Trees.ZERO, Trees.ONE);
    return switch (e) {
      case Unary u when u.operator() == Prefix.NEGATE -> split(u.operand()).stream().map(Trees::negate).toList();
      case Binary b -> binary(b);
      case Call c when c.function().equals("mean") -> split(c.arguments().getFirst()).stream()
          .map(part -> mean(c, part)).toList();
      case Call c when c.function().equals("where") && !Trees.contains(c.arguments().getFirst(), variable) ->
          zip(split(c.arguments().get(1)), split(c.arguments().get(2)), (x, y) ->
              Trees.call("where", c.arguments().get(0), x, y));
      default -> throw new RefusedException(e, "no polynomial");
    };
  }

  private static Expr mean(Call c, Expr part) {
    List<Expr> arguments = new ArrayList<>(c.arguments());
    arguments.set(0, part);
    return new Call("mean", arguments, Span.NONE);
  }

  private List<Expr> binary(Binary b) {
    return switch (b.operator()) {
      case ADD -> zip(split(b.left()), split(b.right()), Trees::add);
      case SUBTRACT -> zip(split(b.left()), split(b.right()), Trees::subtract);
      case MULTIPLY -> product(split(b.left()), split(b.right()));
      case DIVIDE -> {
        if (Trees.contains(b.right(), variable)) throw new RefusedException(b, "no polynomial");
        yield split(b.left()).stream().map(part -> Trees.divide(part, b.right())).toList();
      }
      case POWER -> power(b);
      case FLOOR_DIVIDE, MODULO -> throw new RefusedException(b, "no polynomial");
    };
  }

  private List<Expr> power(Binary b) {
    double n = Simplification.constant(b.right());
    if (!(n >= 1 && n <= HIGHEST) || n != Math.rint(n)) throw new RefusedException(b, "no polynomial");
    List<Expr> base = split(b.left());
    List<Expr> power = base;
    for (int k = 1; k < n; k++) power = product(power, base);
    return power;
  }

  private static List<Expr> product(List<Expr> a, List<Expr> b) {
    if (a.size() + b.size() > HIGHEST + 2) throw new RefusedException(Trees.ZERO, "degree too high");
    List<Expr> product = new ArrayList<>();
    for (int k = 0; k < a.size() + b.size() - 1; k++) product.add(Trees.ZERO);
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        product.set(i + j, Simplification.of(Trees.add(product.get(i + j), Trees.multiply(a.get(i), b.get(j)))));
      }
    }
    return product;
  }

  private static List<Expr> zip(List<Expr> a, List<Expr> b, java.util.function.BinaryOperator<Expr> operator) {
    List<Expr> zip = new ArrayList<>();
    for (int k = 0; k < Math.max(a.size(), b.size()); k++) {
      zip.add(operator.apply(k < a.size() ? a.get(k) : Trees.ZERO, k < b.size() ? b.get(k) : Trees.ZERO));
    }
    return zip;
  }
}

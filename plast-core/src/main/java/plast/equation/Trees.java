package plast.equation;

import static plast.equation.Span.NONE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import plast.equation.Expr.Arithmetic;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Call;
import plast.equation.Expr.Compare;
import plast.equation.Expr.Logic;
import plast.equation.Expr.Name;
import plast.equation.Expr.Number;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Truth;
import plast.equation.Expr.Unary;

/** Building expression trees, and walking over them. */
public final class Trees {
  public static final Expr ZERO = number(0);
  public static final Expr ONE = number(1);

  private Trees() {}

  /** {@code value} as an expression; a negative one is a negation. */
  public static Expr number(double value) {
    if (value < 0 || 1 / value < 0) return new Unary(Prefix.NEGATE, new Number(-value, NONE), NONE);
    return new Number(value, NONE);
  }

  public static Expr name(String text) {
    return new Name(text, NONE);
  }

  public static Expr call(String function, Expr... arguments) {
    return new Call(function, List.of(arguments), NONE);
  }

  public static Expr negate(Expr e) {
    return new Unary(Prefix.NEGATE, e, NONE);
  }

  public static Expr add(Expr a, Expr b) {
    return new Binary(Arithmetic.ADD, a, b, NONE);
  }

  public static Expr subtract(Expr a, Expr b) {
    return new Binary(Arithmetic.SUBTRACT, a, b, NONE);
  }

  public static Expr multiply(Expr a, Expr b) {
    return new Binary(Arithmetic.MULTIPLY, a, b, NONE);
  }

  public static Expr divide(Expr a, Expr b) {
    return new Binary(Arithmetic.DIVIDE, a, b, NONE);
  }

  public static Expr power(Expr a, Expr b) {
    return new Binary(Arithmetic.POWER, a, b, NONE);
  }

  /** The parts that {@code e} is made of, in the order of the text. */
  public static List<Expr> children(Expr e) {
    return switch (e) {
      case Number _, Truth _, Name _ -> List.of();
      case Unary u -> List.of(u.operand());
      case Binary b -> List.of(b.left(), b.right());
      case Compare c -> List.of(c.left(), c.right());
      case Logic l -> List.of(l.left(), l.right());
      case Call c -> c.arguments();
    };
  }

  /** {@code e} with each of its parts replaced by {@code change} of it. */
  public static Expr map(Expr e, UnaryOperator<Expr> change) {
    return switch (e) {
      case Number _, Truth _, Name _ -> e;
      case Unary u -> new Unary(u.operator(), change.apply(u.operand()), u.span());
      case Binary b -> new Binary(b.operator(), change.apply(b.left()), change.apply(b.right()), b.span());
      case Compare c -> new Compare(c.operator(), change.apply(c.left()), change.apply(c.right()), c.span());
      case Logic l -> new Logic(l.operator(), change.apply(l.left()), change.apply(l.right()), l.span());
      case Call c -> new Call(c.function(), c.arguments().stream().map(change).toList(), c.span());
    };
  }

  /** {@code e} with every part equal to {@code old} replaced by {@code replacement}. */
  public static Expr substitute(Expr e, Expr old, Expr replacement) {
    return e.equals(old) ? replacement : map(e, part -> substitute(part, old, replacement));
  }

  /** Whether {@code e} or a part of it satisfies {@code test}. */
  public static boolean any(Expr e, Predicate<Expr> test) {
    if (test.test(e)) return true;
    for (Expr part : children(e)) if (any(part, test)) return true;
    return false;
  }

  /** Whether {@code part}, a name or an input, occurs in {@code e}. */
  public static boolean contains(Expr e, Expr part) {
    return any(e, part::equals);
  }

  /** Whether one of {@code names} occurs in {@code e}. */
  public static boolean mentions(Expr e, Set<String> names) {
    return any(e, part -> part instanceof Name n && names.contains(n.text()));
  }

  /** Whether {@code e} calls one of {@code functions}. */
  public static boolean calls(Expr e, Set<String> functions) {
    return any(e, part -> part instanceof Call c && functions.contains(c.function()));
  }

  /** The names in {@code e}, in the order of the text; names of projections in input(...) are not among them. */
  public static Set<String> names(Expr e) {
    Set<String> names = new LinkedHashSet<>();
    any(e, part -> {
      if (part instanceof Name n) names.add(n.text());
      return false;
    });
    return names;
  }

  /** The number of parts of {@code e}, itself among them. */
  public static int size(Expr e) {
    int size = 1;
    for (Expr part : children(e)) size += size(part);
    return size;
  }
}

package plast.equation;

import static plast.equation.Trees.ONE;
import static plast.equation.Trees.ZERO;
import static plast.equation.Trees.number;

import java.util.List;
import java.util.Set;
import plast.equation.Expr.Arithmetic;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Call;
import plast.equation.Expr.Compare;
import plast.equation.Expr.Connective;
import plast.equation.Expr.Logic;
import plast.equation.Expr.Name;
import plast.equation.Expr.Number;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Truth;
import plast.equation.Expr.Unary;

/**
 * A shorter expression with the same value wherever the original has one, up to rounding: constants are computed,
 * equal terms and factors collected, what does nothing is left out. Products are never multiplied out.
 */
public final class Simplification {
  private static final Set<String> NOT_FOLDED = Set.of("rand", "randn", "poisson", "hash01", "input", "adam", "mean",
      "now",
      "previous", "where");

  private Simplification() {}

  public static Expr of(Expr e) {
    return switch (e) {
      case Number _, Truth _, Name _ -> e;
      case Unary u -> u.operator() == Prefix.NOT ? not(of(u.operand())) : minus(of(u.operand()));
      case Binary b -> binary(b);
      case Compare c -> compare(new Compare(c.operator(), of(c.left()), of(c.right()), c.span()));
      case Logic l -> logic(l.operator(), of(l.left()), of(l.right()));
      case Call c -> call(new Call(c.function(), c.arguments().stream().map(Simplification::of).toList(), c.span()));
    };
  }

  private static Expr minus(Expr e) {
    if (e instanceof Number n && n.value() == 0) return e;
    if (e instanceof Unary u && u.operator() == Prefix.NEGATE) return u.operand();
    return Factors.negated(e);
  }

  private static Expr not(Expr e) {
    if (e instanceof Truth t) return new Truth(!t.value(), Span.NONE);
    if (e instanceof Unary u && u.operator() == Prefix.NOT) return u.operand();
    return new Unary(Prefix.NOT, e, Span.NONE);
  }

  private static Expr binary(Binary b) {
    Expr left = of(b.left());
    Expr right = of(b.right());
    Expr whole = new Binary(b.operator(), left, right, b.span());
    if (isConstant(left) && isConstant(right)) {
      double value = Evaluation.arithmetic(b.operator(), constant(left), constant(right));
      return Double.isNaN(value) || Double.isInfinite(value) ? whole : number(value);
    }
    return switch (b.operator()) {
      case ADD, SUBTRACT -> Terms.of(whole).expression();
      case MULTIPLY, DIVIDE -> Factors.of(whole).expression();
      case POWER -> power(left, right, whole);
      case FLOOR_DIVIDE, MODULO -> whole;
    };
  }

  private static Expr power(Expr base, Expr exponent, Expr whole) {
    if (exponent.equals(ZERO) || base.equals(ONE)) return ONE;
    if (exponent.equals(ONE)) return base;
    // sqrt(x)**2 is x wherever sqrt(x) is defined; (x**2)**0.5 is not.
    if (exponent.equals(number(2)) && base instanceof Call c
        && c.function().equals("sqrt")) return c.arguments().getFirst();
    if (base instanceof Unary u && u.operator() == Prefix.NEGATE && isConstant(exponent)) {
      double n = constant(exponent);
      if (n == 2 * Math.rint(n / 2)) return power(u.operand(), exponent, Trees.power(u.operand(), exponent));
    }
    return isWhole(exponent) ? Factors.of(whole).expression() : whole;
  }

  private static Expr compare(Compare c) {
    if (c.left() instanceof Call choice && isConstant(c.right())) return compare(choice, c);
    if (!isConstant(c.left()) || !isConstant(c.right())) return c;
    return new Truth(Evaluation.of(c, java.util.Map.of()) != 0, Span.NONE);
  }

  /** {@code where(a, 1, x) == 0} is {@code not a and x == 0}: a branch that is a number is decided. */
  private static Expr compare(Call choice, Compare c) {
    List<Expr> x = choice.arguments();
    if (!choice.function().equals("where") || x.size() != 3) return c;
    boolean first = isConstant(x.get(1));
    if (!first && !isConstant(x.get(2))) return c;
    Expr decided = compare(new Compare(c.operator(), x.get(first ? 1 : 2), c.right(), Span.NONE));
    Expr open = compare(new Compare(c.operator(), x.get(first ? 2 : 1), c.right(), Span.NONE));
    boolean holds = decided instanceof Truth t && t.value();
    Expr reached = holds == first ? x.getFirst() : not(x.getFirst());
    return logic(holds ? Connective.OR : Connective.AND, reached, open);
  }

  private static Expr logic(Connective operator, Expr left, Expr right) {
    boolean neutral = operator == Connective.AND;
    if (left instanceof Truth t) return t.value() == neutral ? right : t;
    if (right instanceof Truth t) return t.value() == neutral ? left : t;
    return left.equals(right) && isPure(left) ? left : new Logic(operator, left, right, Span.NONE);
  }

  private static Expr call(Call c) {
    List<Expr> x = c.arguments();
    if (c.function().equals("where") && x.size() == 3) {
      if (x.get(0) instanceof Truth t) return x.get(t.value() ? 1 : 2);
      return x.get(1).equals(x.get(2)) && isPure(x.get(1)) ? x.get(1) : c;
    }
    if (c.function().equals("mean") && !x.isEmpty()) {
      if (isConstant(x.getFirst())) return x.getFirst();
      if (x.getFirst() instanceof Unary u && u.operator() == Prefix.NEGATE) return minus(meanOf(u.operand(), c));
    }
    boolean inverse = c.function().equals("exp") && x.size() == 1 && x.getFirst() instanceof Call inner
        && inner.function().equals("log") && inner.arguments().size() == 1;
    if (inverse) return ((Call) x.getFirst()).arguments().getFirst();
    boolean foldable = Builtin.find(c.function())
        .filter(f -> f.fewestArguments() == x.size() && !x.isEmpty()).isPresent();
    if (!foldable || NOT_FOLDED.contains(c.function()) || !x.stream().allMatch(Simplification::isConstant)) return c;
    double value = Evaluation.of(c, java.util.Map.of());
    // log(10) reads better than 2.302585092994046, and both are computed once.
    return value == Math.rint(value) && Math.abs(value) < 1e9 ? number(value) : c;
  }

  private static Expr meanOf(Expr averaged, Call mean) {
    List<Expr> arguments = new java.util.ArrayList<>(mean.arguments());
    arguments.set(0, averaged);
    return new Call("mean", arguments, mean.span());
  }

  /** A number, perhaps with a minus before it. */
  static boolean isConstant(Expr e) {
    return e instanceof Number || e instanceof Unary u && u.operator() == Prefix.NEGATE
        && u.operand() instanceof Number;
  }

  static double constant(Expr e) {
    return e instanceof Number n ? n.value() : e instanceof Unary u && u.operand() instanceof Number n ? -n.value()
        : Double.NaN;
  }

  static boolean isWhole(Expr e) {
    return isConstant(e) && constant(e) == Math.rint(constant(e)) && Math.abs(constant(e)) <= 64;
  }

  /** Whether two occurrences have the same value: random numbers have not. */
  static boolean isPure(Expr e) {
    return !Trees.calls(e, Builtin.RANDOM);
  }

  static boolean isPower(Expr e) {
    return e instanceof Binary b && b.operator() == Arithmetic.POWER;
  }
}

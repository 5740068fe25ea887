package plast.equation;

import static plast.equation.Trees.ONE;
import static plast.equation.Trees.ZERO;
import static plast.equation.Trees.add;
import static plast.equation.Trees.divide;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.negate;
import static plast.equation.Trees.number;
import static plast.equation.Trees.power;
import static plast.equation.Trees.subtract;

import java.util.Map;
import java.util.Optional;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Call;
import plast.equation.Expr.Compare;
import plast.equation.Expr.Logic;
import plast.equation.Expr.Name;
import plast.equation.Expr.Number;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Truth;
import plast.equation.Expr.Unary;

/**
 * Derivatives by symbol. Where a function has a corner (abs, min, max, clip, where) the derivative is that of the
 * branch which the value comes from, and 0 for abs at 0; where it jumps there is none, unless a surrogate is named.
 */
public final class Derivative {
  private final Expr variable;
  private final Map<String, UserFunction> functions;
  private final Optional<Surrogate> surrogate;

  /**
   * How to differentiate.
   *
   * @param functions the functions that the user gave, by name
   * @param surrogate stands for the derivative of steps; none: steps are refused
   */
  public record Rules(Map<String, UserFunction> functions, Optional<Surrogate> surrogate) {
    /** Without functions of the user, steps refused. */
    public static final Rules STRICT = new Rules(Map.of(), Optional.empty());

    public Rules {
      functions = Map.copyOf(functions);
    }

    /** With {@code surrogate} for steps. */
    public static Rules with(Surrogate surrogate) {
      return new Rules(Map.of(), Optional.of(surrogate));
    }
  }

  private Derivative(Expr variable, Rules rules) {
    this.variable = variable;
    this.functions = rules.functions();
    this.surrogate = rules.surrogate();
  }

  /** ∂e/∂variable, simplified; a problem names the part that has no derivative. */
  public static Result<Expr> of(Expr e, String variable) {
    return of(e, Trees.name(variable), Rules.STRICT);
  }

  /**
   * ∂e/∂variable, simplified.
   *
   * @param variable a name, or a call such as {@code input(recurrent)} that is taken as a variable of its own
   */
  public static Result<Expr> of(Expr e, Expr variable, Rules rules) {
    String text = Printed.of(e);
    Problems problems = new Problems(new SourceText("derivative with respect to " + Printed.of(variable), text));
    try {
      return problems.result(Simplification.of(new Derivative(variable, rules).of(e)));
    } catch (RefusedException refused) {
      String part = Printed.of(refused.part());
      int start = Math.max(0, text.indexOf(part));
      problems.error(new Span(start, start + part.length()), part + " has no derivative: " + refused.getMessage(),
          "name a surrogate for steps, or write a smooth function such as sigmoid");
      return problems.result(ZERO);
    }
  }

  private Expr of(Expr e) {
    if (e.equals(variable)) return ONE;
    if (!Trees.contains(e, variable)) return ZERO;
    return switch (e) {
      case Number _, Truth _, Name _ -> ZERO;
      case Unary u when u.operator() == Prefix.NEGATE -> negate(of(u.operand()));
      case Unary _, Compare _, Logic _ -> throw refuse(e, "a condition jumps");
      case Binary b -> binary(b);
      case Call c -> call(c);
    };
  }

  private static RefusedException refuse(Expr e, String reason) {
    return new RefusedException(e, reason);
  }

  private Expr binary(Binary b) {
    Expr u = b.left();
    Expr v = b.right();
    return switch (b.operator()) {
      case ADD -> add(of(u), of(v));
      case SUBTRACT -> subtract(of(u), of(v));
      case MULTIPLY -> add(multiply(of(u), v), multiply(u, of(v)));
      case DIVIDE -> quotient(b);
      case POWER -> exponential(b);
      case FLOOR_DIVIDE, MODULO -> throw refuse(b, "'" + b.operator().text() + "' jumps");
    };
  }

  private Expr quotient(Binary b) {
    Expr u = b.left();
    Expr v = b.right();
    if (!Trees.contains(v, variable)) return divide(of(u), v);
    Expr fromBelow = divide(multiply(u, of(v)), power(v, number(2)));
    return Trees.contains(u, variable) ? subtract(divide(of(u), v), fromBelow) : negate(fromBelow);
  }

  private Expr exponential(Binary b) {
    Expr u = b.left();
    Expr v = b.right();
    Expr fromBase = multiply(multiply(v, power(u, subtract(v, ONE))), of(u));
    if (!Trees.contains(v, variable)) return fromBase;
    Expr fromExponent = multiply(multiply(b, call("log", u)), of(v));
    return Trees.contains(u, variable) ? add(fromBase, fromExponent) : fromExponent;
  }

  private Expr call(Call c) {
    UserFunction own = functions.get(c.function());
    if (own instanceof UserFunction.Formula formula && formula.arity() == c.arguments().size()) {
      return of(formula.inlined(c.arguments()));
    }
    if (own != null) throw refuse(c, "its values are given in advance");
    Optional<Builtin> builtin = Builtin.find(c.function());
    if (builtin.isEmpty()) throw refuse(c, "the function is not known");
    Builtin function = builtin.get();
    Expr x = c.arguments().getFirst();
    return switch (function) {
      case HEAVISIDE, SIGN -> step(c, function);
      case MIN, MAX -> choice(function == Builtin.MIN ? Expr.Comparison.AT_MOST : Expr.Comparison.AT_LEAST,
          x, c.arguments().get(1));
      case CLIP -> clip(c);
      case WHERE -> call("where", x, of(c.arguments().get(1)), of(c.arguments().get(2)));
      case INT -> integer(c);
      case MEAN -> c.arguments().size() == 1 ? call("mean", of(x)) : call("mean", of(x), c.arguments().get(1));
      // Values of their own: other steps and other neurons are not what the derivative is taken with respect to.
      case NOW, PREVIOUS, INPUT -> ZERO;
      case FLOOR, CEIL, RAND, RANDN, POISSON, HASH01, TIMESTEP, ADAM -> throw refuse(c, function.notDifferentiable());
      case ABS, SQRT, EXP, EXPM1, EXPREL, LOG, LOG10, LOG1P, SIN, COS, TAN, ARCSIN, ARCCOS, ARCTAN, SINH, COSH, TANH,
          SIGMOID, SOFTPLUS, ERF -> multiply(FunctionSlopes.of(function, x), of(x));
    };
  }

  private Expr step(Call c, Builtin function) {
    if (surrogate.isEmpty()) throw refuse(c, function.notDifferentiable());
    Expr x = c.arguments().getFirst();
    Expr slope = multiply(surrogate.get().slope(x), of(x));
    return function == Builtin.SIGN ? multiply(number(2), slope) : slope;
  }

  /** int of a comparison is a step of the difference of its sides. */
  private Expr integer(Call c) {
    if (surrogate.isEmpty() || !(c.arguments().getFirst() instanceof Compare compare)) {
      throw refuse(c, Builtin.INT.notDifferentiable());
    }
    Expr difference = switch (compare.operator()) {
      case GREATER, AT_LEAST -> subtract(compare.left(), compare.right());
      case LESS, AT_MOST -> subtract(compare.right(), compare.left());
      case EQUAL, DIFFERENT -> throw refuse(c, "it is a single point");
    };
    return multiply(surrogate.get().slope(difference), of(difference));
  }

  private Expr choice(Expr.Comparison comparison, Expr a, Expr b) {
    return call("where", new Compare(comparison, a, b, Span.NONE), of(a), of(b));
  }

  /** clip(x, a, b) = min(max(x, a), b). */
  private Expr clip(Call c) {
    Expr x = c.arguments().get(0);
    Expr low = c.arguments().get(1);
    Expr high = c.arguments().get(2);
    Expr below = new Compare(Expr.Comparison.LESS, x, low, Span.NONE);
    Expr inner = call("where", below, of(low), of(x));
    return call("where", new Compare(Expr.Comparison.GREATER, call("max", x, low), high, Span.NONE), of(high), inner);
  }

  private static Expr call(String function, Expr... arguments) {
    return Trees.call(function, arguments);
  }
}

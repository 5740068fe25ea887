package plast.equation;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
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
 * The value of an expression: walks over the tree, in SI units, with {@link StrictMath}; conditions are 1 or 0.
 * Slow and plain, for explanations and tests. A mean is taken over a single sample.
 */
public final class Evaluation {
  private final Map<String, Double> names;
  private final Map<String, ToDoubleFunction<double[]>> functions;

  private Evaluation(Map<String, Double> names, Map<String, ToDoubleFunction<double[]>> functions) {
    this.names = names;
    this.functions = functions;
  }

  /**
   * The value of {@code e}.
   *
   * @param names values of its names; constants and units need none
   * @throws EquationException where a name or a function has no value
   */
  public static double of(Expr e, Map<String, Double> names) {
    return of(e, names, Map.of());
  }

  /** As {@link #of(Expr, Map)}, with {@code functions} for those that have no value by themselves, such as rand. */
  public static double of(Expr e, Map<String, Double> names, Map<String, ToDoubleFunction<double[]>> functions) {
    return new Evaluation(names, functions).value(e);
  }

  private double value(Expr e) {
    return switch (e) {
      case Number n -> n.value();
      case Truth t -> t.value() ? 1 : 0;
      case Name n -> name(n.text());
      case Unary u -> u.operator() == Prefix.NOT ? truth(value(u.operand()) == 0) : -value(u.operand());
      case Binary b -> arithmetic(b.operator(), value(b.left()), value(b.right()));
      case Compare c -> truth(compare(c.operator(), value(c.left()), value(c.right())));
      case Logic l -> l.operator() == Connective.AND ? truth(value(l.left()) != 0 && value(l.right()) != 0)
          : truth(value(l.left()) != 0 || value(l.right()) != 0);
      case Call c -> call(c);
    };
  }

  private double name(String name) {
    Double bound = names.get(name);
    if (bound != null) return bound;
    Optional<Symbol> constant = SpecialNames.constant(name);
    if (constant.isPresent()) return constant.get().value().orElse(Double.NaN);
    throw new EquationException("'" + name + "' has no value");
  }

  static double arithmetic(Expr.Arithmetic operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case FLOOR_DIVIDE -> Math.floor(a / b);
      case MODULO -> remainder(a, b);
      case POWER -> StrictMath.pow(a, b);
    };
  }

  /** Python's %: the sign of the divisor. */
  private static double remainder(double a, double b) {
    double r = a % b;
    return r != 0 && r < 0 != b < 0 ? r + b : r;
  }

  private static boolean compare(Expr.Comparison operator, double a, double b) {
    return switch (operator) {
      case LESS -> a < b;
      case AT_MOST -> a <= b;
      case GREATER -> a > b;
      case AT_LEAST -> a >= b;
      case EQUAL -> a == b;
      case DIFFERENT -> a != b;
    };
  }

  private static double truth(boolean condition) {
    return condition ? 1 : 0;
  }

  private double call(Call c) {
    if (c.function().equals("mean") && !c.arguments().isEmpty()) return value(c.arguments().getFirst());
    if (c.function().equals("where") && c.arguments().size() == 3) {
      return value(c.arguments().get(value(c.arguments().get(0)) != 0 ? 1 : 2));
    }
    String input = c.function().equals("input") ? Printed.of(c) : "";
    Double bound = names.get(input);
    if (bound != null) return bound;
    double[] x = new double[c.arguments().size()];
    for (int k = 0; k < x.length; k++) x[k] = value(c.arguments().get(k));
    ToDoubleFunction<double[]> given = functions.get(c.function());
    if (given != null) return given.applyAsDouble(x);
    Optional<Builtin> builtin = Builtin.find(c.function());
    if (builtin.isEmpty() || builtin.get().fewestArguments() > x.length) {
      throw new EquationException("'" + Printed.of(c) + "' has no value");
    }
    return FunctionValues.of(builtin.get(), x);
  }
}

package plast.equation;

import static plast.equation.Trees.ONE;
import static plast.equation.Trees.add;
import static plast.equation.Trees.call;
import static plast.equation.Trees.divide;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.name;
import static plast.equation.Trees.negate;
import static plast.equation.Trees.number;
import static plast.equation.Trees.power;
import static plast.equation.Trees.subtract;

/** f′(x) for the functions of one argument. */
final class FunctionSlopes {
  private static final Expr TWO = number(2);
  /** exprel′(x) = Σ (k+1)/(k+2)! x^k; below 0.1 the nine terms are exact to 1e-16, and (eˣ − exprel)/x is not. */
  private static final double[] EXPREL_SERIES = {2, 3, 8, 30, 144, 840, 5760, 45360, 403200};
  private static final double EXPREL_RADIUS = 0.1;

  private FunctionSlopes() {}

  static Expr of(Builtin function, Expr x) {
    return switch (function) {
      case ABS -> call("sign", x);
      case SQRT -> divide(number(0.5), call("sqrt", x));
      case EXP -> call("exp", x);
      case EXPM1 -> call("exp", x);
      case EXPREL -> exprel(x);
      case LOG -> divide(ONE, x);
      case LOG10 -> divide(ONE, multiply(x, call("log", number(10))));
      case LOG1P -> divide(ONE, add(ONE, x));
      case SIN -> call("cos", x);
      case COS -> negate(call("sin", x));
      case TAN -> add(ONE, power(call("tan", x), TWO));
      case ARCSIN -> divide(ONE, call("sqrt", subtract(ONE, power(x, TWO))));
      case ARCCOS -> divide(number(-1), call("sqrt", subtract(ONE, power(x, TWO))));
      case ARCTAN -> divide(ONE, add(ONE, power(x, TWO)));
      case SINH -> call("cosh", x);
      case COSH -> call("sinh", x);
      case TANH -> subtract(ONE, power(call("tanh", x), TWO));
      case SIGMOID -> multiply(call("sigmoid", x), subtract(ONE, call("sigmoid", x)));
      case SOFTPLUS -> call("sigmoid", x);
      case ERF -> multiply(divide(TWO, call("sqrt", name("pi"))), call("exp", negate(power(x, TWO))));
      case SIGN, FLOOR, CEIL, HEAVISIDE, INT, CLIP, MIN, MAX, WHERE, RAND, RANDN, POISSON, HASH01, TIMESTEP, INPUT,
          MEAN, NOW, PREVIOUS, ADAM -> throw new IllegalArgumentException(function.text());
    };
  }

  private static Expr exprel(Expr x) {
    Expr series = divide(ONE, number(EXPREL_SERIES[EXPREL_SERIES.length - 1]));
    for (int k = EXPREL_SERIES.length - 2; k >= 0; k--) {
      series = add(divide(ONE, number(EXPREL_SERIES[k])), multiply(x, series));
    }
    Expr near = new Expr.Compare(Expr.Comparison.LESS, call("abs", x), number(EXPREL_RADIUS), Span.NONE);
    return call("where", near, series, divide(subtract(call("exp", x), call("exprel", x)), x));
  }
}

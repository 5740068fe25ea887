package plast.equation;

import java.util.Set;
import java.util.stream.Collectors;
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

/** An expression as Java would write it, for reading; functions that {@code Math} lacks keep their name. */
public final class JavaSource {
  private static final Set<String> IN_MATH = Set.of("abs", "sqrt", "exp", "expm1", "log", "log10", "log1p", "sin",
      "cos",
      "tan", "sinh", "cosh", "tanh", "floor", "ceil", "min", "max");
  private static final int ATOM = 9;

  private JavaSource() {}

  public static String of(Expr e) {
    return switch (e) {
      case Number n -> n.value() == Math.rint(n.value()) && n.value() < 1e15 ? (long) n.value() + ".0"
          : Double.toString(n.value());
      case Truth t -> Boolean.toString(t.value());
      case Name n -> n.text();
      case Unary u -> (u.operator() == Prefix.NOT ? "!" : "-") + at(7, u.operand());
      case Binary b -> binary(b);
      case Compare c -> at(5, c.left()) + " " + c.operator().text() + " " + at(5, c.right());
      case Logic l -> at(power(l), l.left()) + (l.operator() == Connective.AND ? " && " : " || ")
          + at(power(l) + 1, l.right());
      case Call c -> call(c);
    };
  }

  private static String binary(Binary b) {
    return switch (b.operator()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
        int power = power(b);
        yield at(power, b.left()) + " " + b.operator().text() + " " + at(power + 1, b.right());
      }
      case FLOOR_DIVIDE -> "Math.floor(" + at(6, b.left()) + " / " + at(7, b.right()) + ")";
      case MODULO -> at(6, b.left()) + " - " + at(7, b.right()) + " * Math.floor(" + at(6, b.left()) + " / "
          + at(7, b.right()) + ")";
      case POWER -> "Math.pow(" + of(b.left()) + ", " + of(b.right()) + ")";
    };
  }

  private static String call(Call c) {
    String arguments = c.arguments().stream().map(JavaSource::of).collect(Collectors.joining(", "));
    return switch (c.function()) {
      case "where" -> c.arguments().size() != 3 ? "where(" + arguments + ")"
          : at(2, c.arguments().get(0)) + " ? " + at(2, c.arguments().get(1)) + " : " + at(1, c.arguments().get(2));
      case "arcsin", "arccos", "arctan" -> "Math.a" + c.function().substring(3) + "(" + arguments + ")";
      case "sign" -> "Math.signum(" + arguments + ")";
      case "clip" -> "Math.clamp(" + arguments + ")";
      default -> (IN_MATH.contains(c.function()) ? "Math." : "") + c.function() + "(" + arguments + ")";
    };
  }

  private static String at(int power, Expr e) {
    return power(e) < power ? "(" + of(e) + ")" : of(e);
  }

  private static int power(Expr e) {
    return switch (e) {
      case Unary _ -> 7;
      case Binary b when b.operator() == Arithmetic.POWER || b.operator() == Arithmetic.FLOOR_DIVIDE -> ATOM;
      case Binary b when b.operator() == Arithmetic.MODULO -> 5;
      case Call c -> c.function().equals("where") ? 0 : ATOM;
      case Number _, Truth _, Name _, Binary _, Compare _, Logic _ -> Printed.power(e);
    };
  }
}

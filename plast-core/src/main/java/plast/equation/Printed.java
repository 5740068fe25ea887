package plast.equation;

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

/** An expression as text of the language, with no more parentheses than it needs; parsing it gives the expression. */
public final class Printed {
  private static final int ATOM = 9;

  private Printed() {}

  public static String of(Expr e) {
    return switch (e) {
      case Number n -> number(n.value());
      case Truth t -> t.value() ? "True" : "False";
      case Name n -> n.text();
      case Unary u -> u.operator() == Prefix.NOT ? "not " + at(3, u.operand()) : "-" + at(7, u.operand());
      case Binary b -> binary(b);
      case Compare c -> at(5, c.left()) + " " + c.operator().text() + " " + at(5, c.right());
      case Logic l -> at(power(l), l.left()) + " " + l.operator().text() + " " + at(power(l) + 1, l.right());
      case Call c -> c.function() + "(" + c.arguments().stream().map(Printed::of).collect(Collectors.joining(", "))
          + ")";
    };
  }

  private static String binary(Binary b) {
    int power = power(b);
    if (b.operator() == Arithmetic.POWER) return at(ATOM, b.left()) + "**" + at(7, b.right());
    String blank = power == 5 ? " " : "";
    return at(power, b.left()) + blank + b.operator().text() + blank + at(power + 1, b.right());
  }

  /** {@code e}, in parentheses if it binds less than {@code power}. */
  private static String at(int power, Expr e) {
    return power(e) < power ? "(" + of(e) + ")" : of(e);
  }

  static int power(Expr e) {
    return switch (e) {
      case Number _, Truth _, Name _, Call _ -> ATOM;
      case Unary u -> u.operator() == Prefix.NOT ? 3 : 7;
      case Compare _ -> 4;
      case Logic l -> l.operator() == Connective.OR ? 1 : 2;
      case Binary b -> switch (b.operator()) {
        case ADD, SUBTRACT -> 5;
        case MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO -> 6;
        case POWER -> 8;
      };
    };
  }

  /** The shortest text that reads back as {@code value}. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
    String text = Double.toString(value);
    return text.replace(".0E", "e").replace("E", "e");
  }
}

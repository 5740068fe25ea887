package plast.equation;

import java.util.List;
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

/** An expression as LaTeX: fractions, Greek letters, subscripts. */
public final class Latex {
  private static final Set<String> GREEK = Set.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta",
      "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega", "Gamma",
      "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega");
  private static final Set<String> KNOWN = Set.of("exp", "log", "sin", "cos", "tan", "arcsin", "arccos", "arctan",
      "sinh",
      "cosh", "tanh", "min", "max");
  private static final int ATOM = 9;

  private Latex() {}

  public static String of(Expr e) {
    return switch (e) {
      case Number n -> number(n.value());
      case Truth t -> "\\mathrm{" + (t.value() ? "true" : "false") + "}";
      case Name n -> name(n.text());
      case Unary u -> u.operator() == Prefix.NOT ? "\\neg " + at(4, u.operand()) : "-" + at(6, u.operand());
      case Binary b -> binary(b);
      case Compare c -> at(5, c.left()) + comparison(c) + at(5, c.right());
      case Logic l -> at(Printed.power(l), l.left()) + (l.operator() == Connective.AND ? " \\land " : " \\lor ")
          + at(Printed.power(l) + 1, l.right());
      case Call c -> call(c);
    };
  }

  /** {@code \tau_{\mathrm{m}}} for tau_m. */
  public static String name(String text) {
    int cut = text.indexOf('_');
    if (cut > 0 && cut + 1 < text.length()) return symbol(text.substring(0, cut)) + "_{"
        + subscript(text.substring(cut + 1))
        + "}";
    return symbol(text.endsWith("_") ? text.substring(0, text.length() - 1) : text);
  }

  private static String symbol(String text) {
    if (text.equals("inf")) return "\\infty";
    if (GREEK.contains(text)) return "\\" + text;
    return text.length() == 1 ? text : "\\mathrm{" + text + "}";
  }

  private static String subscript(String text) {
    return GREEK.contains(text) ? "\\" + text : "\\mathrm{" + text.replace("_", ",") + "}";
  }

  private static String number(double value) {
    String text = Printed.number(value);
    int exponent = text.indexOf('e');
    return exponent < 0 ? text : text.substring(0, exponent) + " \\cdot 10^{" + text.substring(exponent + 1) + "}";
  }

  private static String binary(Binary b) {
    return switch (b.operator()) {
      case ADD -> at(5, b.left()) + " + " + at(6, b.right());
      case SUBTRACT -> at(5, b.left()) + " - " + at(6, b.right());
      case MULTIPLY -> at(6, b.left()) + " \\, " + at(7, b.right());
      case DIVIDE -> "\\frac{" + of(b.left()) + "}{" + of(b.right()) + "}";
      case FLOOR_DIVIDE -> "\\left\\lfloor \\frac{" + of(b.left()) + "}{" + of(b.right()) + "} \\right\\rfloor";
      case MODULO -> at(6, b.left()) + " \\bmod " + at(7, b.right());
      case POWER -> at(ATOM, b.left()) + "^{" + of(b.right()) + "}";
    };
  }

  private static String comparison(Compare c) {
    return switch (c.operator()) {
      case LESS -> " < ";
      case AT_MOST -> " \\le ";
      case GREATER -> " > ";
      case AT_LEAST -> " \\ge ";
      case EQUAL -> " = ";
      case DIFFERENT -> " \\ne ";
    };
  }

  private static String call(Call c) {
    List<String> parts = c.arguments().stream().map(Latex::of).toList();
    String arguments = String.join(", ", parts);
    if (parts.isEmpty()) return "\\mathrm{" + c.function() + "}()";
    return switch (c.function()) {
      case "abs" -> "\\left| " + arguments + " \\right|";
      case "sqrt" -> "\\sqrt{" + arguments + "}";
      case "floor" -> "\\left\\lfloor " + arguments + " \\right\\rfloor";
      case "ceil" -> "\\left\\lceil " + arguments + " \\right\\rceil";
      case "sigmoid" -> "\\sigma\\left(" + arguments + "\\right)";
      case "heaviside" -> "\\Theta\\left(" + arguments + "\\right)";
      case "input" -> "I^{" + c.arguments().stream().map(Printed::of).collect(Collectors.joining(",")) + "}";
      case "mean" -> "\\left\\langle " + parts.getFirst() + " \\right\\rangle"
          + (parts.size() > 1 ? "_{\\mathrm{" + Printed.of(c.arguments().get(1)) + "}}" : "");
      case "where" -> parts.size() != 3 ? "\\mathrm{where}(" + arguments + ")"
          : "\\begin{cases} " + parts.get(1) + " & " + parts.get(0) + " \\\\ " + parts.get(2)
              + " & \\text{otherwise} \\end{cases}";
      default -> (KNOWN.contains(c.function()) ? "\\" + c.function() : "\\mathrm{" + c.function().replace("_", "\\_")
          + "}")
          + "\\left(" + arguments + "\\right)";
    };
  }

  private static String at(int power, Expr e) {
    return power(e) < power ? "\\left(" + of(e) + "\\right)" : of(e);
  }

  /** A fraction holds together but is no base of a power. */
  private static int power(Expr e) {
    return e instanceof Binary b && b.operator() == Arithmetic.DIVIDE ? 7 : Printed.power(e);
  }
}

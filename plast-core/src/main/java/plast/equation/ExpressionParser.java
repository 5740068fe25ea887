package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plast.equation.Expr.Arithmetic;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Call;
import plast.equation.Expr.Compare;
import plast.equation.Expr.Comparison;
import plast.equation.Expr.Connective;
import plast.equation.Expr.Logic;
import plast.equation.Expr.Name;
import plast.equation.Expr.Number;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Truth;
import plast.equation.Expr.Unary;
import plast.equation.Token.Type;

/** Parses expressions by the binding power of operators (Pratt 1973), with Python's meaning of each. */
final class ExpressionParser {
  /** Parentheses, signs and calls inside one another. */
  static final int DEEPEST_NESTING = 120;
  /** The height of a tree: also the number of terms of one sum. Walking over a tree takes a stack frame per level. */
  static final int HIGHEST_TREE = 200;

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARE = 4;
  private static final int SUM = 5;
  private static final int TERM = 6;
  private static final int FACTOR = 7;
  private static final int POWER = 8;

  private static final Map<String, Comparison> COMPARISONS = Map.of("<", Comparison.LESS, "<=", Comparison.AT_MOST,
      ">", Comparison.GREATER, ">=", Comparison.AT_LEAST, "==", Comparison.EQUAL, "!=", Comparison.DIFFERENT);
  private static final Map<String, Arithmetic> ARITHMETIC = Map.of("+", Arithmetic.ADD, "-", Arithmetic.SUBTRACT,
      "*", Arithmetic.MULTIPLY, "/", Arithmetic.DIVIDE, "//", Arithmetic.FLOOR_DIVIDE, "%", Arithmetic.MODULO,
      "**", Arithmetic.POWER);

  private final Tokens tokens;
  private int nesting;
  /** Height of the tree that was returned last. */
  private int height;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** One expression, as far as it goes. */
  Expr expression() {
    return expression(OR);
  }

  private Expr expression(int least) {
    if (++nesting > DEEPEST_NESTING) {
      throw new SyntaxException(tokens.peek().span(), "nested more than " + DEEPEST_NESTING + " deep",
          "give a part of it a name of its own: name = ...");
    }
    Expr left = prefix(least);
    int tallest = height;
    while (power(tokens.peek()) >= least) {
      Token operator = tokens.take();
      int power = power(operator);
      Expr right = expression(power == POWER ? FACTOR : power + 1);
      tallest = Math.max(tallest, height) + 1;
      if (tallest > HIGHEST_TREE) {
        throw new SyntaxException(operator.span(), "more than " + HIGHEST_TREE + " operators in one expression",
            "give a part of it a name of its own: name = ...");
      }
      left = join(operator, left, right);
    }
    nesting--;
    height = tallest;
    return left;
  }

  private static int power(Token token) {
    if (token.type() != Type.SYMBOL && token.type() != Type.NAME) return 0;
    return switch (token.text()) {
      case "or" -> OR;
      case "and" -> AND;
      case "<", "<=", ">", ">=", "==", "!=" -> COMPARE;
      case "+", "-" -> SUM;
      case "*", "/", "//", "%" -> TERM;
      case "**" -> POWER;
      default -> 0;
    };
  }

  private Expr join(Token operator, Expr left, Expr right) {
    Span span = left.span().to(right.span());
    if (operator.is("and")) return new Logic(Connective.AND, left, right, span);
    if (operator.is("or")) return new Logic(Connective.OR, left, right, span);
    Comparison comparison = COMPARISONS.get(operator.text());
    if (comparison != null) {
      Token next = tokens.peek();
      if (power(next) == COMPARE) {
        throw new SyntaxException(next.span(), "comparisons cannot be chained",
            "join them: a " + comparison.text() + " b and b " + next.text() + " c");
      }
      return new Compare(comparison, left, right, span);
    }
    Arithmetic arithmetic = ARITHMETIC.get(operator.text());
    if (arithmetic == null) throw new IllegalStateException(operator.text());
    return new Binary(arithmetic, left, right, span);
  }

  private Expr prefix(int least) {
    Token token = tokens.take();
    height = 1;
    if (token.type() == Type.NUMBER) return number(token);
    if (token.is("(")) return parenthesis(token);
    if (token.is("-")) {
      Expr operand = expression(FACTOR);
      height++;
      return new Unary(Prefix.NEGATE, operand, token.span().to(operand.span()));
    }
    if (token.is("+")) return expression(FACTOR);
    if (token.is("not")) {
      if (least > NOT) {
        throw new SyntaxException(token.span(), "'not' inside an operation", "put it in parentheses: (not ...)");
      }
      Expr operand = expression(NOT);
      height++;
      return new Unary(Prefix.NOT, operand, token.span().to(operand.span()));
    }
    if (token.is("True") || token.is("False")) return new Truth(token.is("True"), token.span());
    if (token.isName() && !Words.FOREIGN.contains(token.text())) {
      return tokens.peek().is("(") ? call(token) : named(token);
    }
    throw SyntaxAdvice.unexpected(token, "a number, a name or '('");
  }

  private static Expr named(Token token) {
    if (token.text().startsWith("_")) {
      throw new SyntaxException(token.span(), "the name '" + token.text() + "' starts with '_'",
          "names start with a letter");
    }
    return new Name(token.text(), token.span());
  }

  private static Expr number(Token token) {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw new SyntaxException(token.span(), token.text() + " is too large for a double",
          "the largest number is 1.8e308; infinity is written inf");
    }
    return new Number(value, token.span());
  }

  private Expr parenthesis(Token open) {
    Expr inside = expression(OR);
    close(open);
    return respan(inside, open.span().to(tokens.previous()));
  }

  /** A parenthesis makes an operand as wide as it looks, so that carets cover it. */
  private static Expr respan(Expr e, Span span) {
    return switch (e) {
      case Binary b -> new Binary(b.operator(), b.left(), b.right(), span);
      case Compare c -> new Compare(c.operator(), c.left(), c.right(), span);
      case Logic l -> new Logic(l.operator(), l.left(), l.right(), span);
      case Unary u -> new Unary(u.operator(), u.operand(), span);
      case Number _, Truth _, Name _, Call _ -> e;
    };
  }

  private void close(Token open) {
    if (tokens.accept(")")) return;
    Token next = tokens.peek();
    if (next.type() == Type.END || next.is(":") || next.is(";")) {
      throw new SyntaxException(open.span(), "this parenthesis is never closed", "add ')'");
    }
    throw afterOperand(next);
  }

  private Expr call(Token name) {
    Token open = tokens.take();
    List<Expr> arguments = new ArrayList<>();
    int tallest = 0;
    if (!tokens.peek().is(")")) {
      do {
        arguments.add(expression(OR));
        tallest = Math.max(tallest, height);
      } while (tokens.accept(","));
    }
    close(open);
    height = tallest + 1;
    return new Call(name.text(), arguments, name.span().to(tokens.previous()));
  }

  /** What to say when something follows a complete operand. */
  static SyntaxException afterOperand(Token next) {
    boolean operand = next.type() == Type.NUMBER || next.is("(") || next.isName()
        && !Words.FOREIGN.contains(next.text());
    if (operand) {
      return new SyntaxException(next.span(), "an operator is missing before '" + next.text() + "'",
          "multiplication is written *, as in 2*x");
    }
    return SyntaxAdvice.unexpected(next, "an operator or the end");
  }
}

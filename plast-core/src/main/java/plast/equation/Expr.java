package plast.equation;

import java.util.List;

/** An expression as a tree of values. Numbers are never negative: −2 is the negation of 2, as it is written. */
public sealed interface Expr {

  /** Where it was written. */
  Span span();

  /** A number that is not negative and not infinite. */
  record Number(double value, Span span) implements Expr {
    public Number {
      if (!(value >= 0) || Double.isInfinite(value) || 1 / value < 0) {
        throw new IllegalArgumentException("a number is finite and not negative, this is " + value);
      }
    }
  }

  /** {@code True} or {@code False}. */
  record Truth(boolean value, Span span) implements Expr {}

  /** A variable, constant or unit. */
  record Name(String text, Span span) implements Expr {}

  /** −operand or not operand. */
  record Unary(Prefix operator, Expr operand, Span span) implements Expr {}

  /** Arithmetic on two operands. */
  record Binary(Arithmetic operator, Expr left, Expr right, Span span) implements Expr {}

  /** A comparison of two numbers. */
  record Compare(Comparison operator, Expr left, Expr right, Span span) implements Expr {}

  /** Two conditions together. */
  record Logic(Connective operator, Expr left, Expr right, Span span) implements Expr {}

  /** A function of its arguments. */
  record Call(String function, List<Expr> arguments, Span span) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Operators before one operand. */
  enum Prefix {
    NEGATE("-"), NOT("not");

    private final String text;

    Prefix(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Arithmetic operators with Python's meaning: / never truncates, // and % round down. */
  enum Arithmetic {
    ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/"), FLOOR_DIVIDE("//"), MODULO("%"), POWER("**");

    private final String text;

    Arithmetic(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Comparisons. */
  enum Comparison {
    LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">="), EQUAL("=="), DIFFERENT("!=");

    private final String text;

    Comparison(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Connectives of conditions. */
  enum Connective {
    AND("and"), OR("or");

    private final String text;

    Connective(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}

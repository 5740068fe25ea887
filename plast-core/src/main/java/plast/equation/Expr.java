package plast.equation;

import java.util.List;

/**
 * An expression as a tree of values. Numbers are never negative: −2 is the negation of 2, as it is written.
 *
 * <p>Two are equal when they say the same, wherever they were written. That is what records bring, written out: the
 * JVM puts a record's own equals together when it is first called, which takes milliseconds for these alone.
 */
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

    @Override
    public boolean equals(Object other) {
      return other instanceof Number n && value == n.value;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }
  }

  /** {@code True} or {@code False}. */
  record Truth(boolean value, Span span) implements Expr {
    @Override
    public boolean equals(Object other) {
      return other instanceof Truth t && value == t.value;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(value);
    }
  }

  /** A variable, constant or unit. */
  record Name(String text, Span span) implements Expr {
    @Override
    public boolean equals(Object other) {
      return other instanceof Name n && text.equals(n.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** −operand or not operand. */
  record Unary(Prefix operator, Expr operand, Span span) implements Expr {
    @Override
    public boolean equals(Object other) {
      return other instanceof Unary u && operator == u.operator && operand.equals(u.operand);
    }

    @Override
    public int hashCode() {
      return 31 * operand.hashCode() + operator.ordinal();
    }
  }

  /** Arithmetic on two operands. */
  record Binary(Arithmetic operator, Expr left, Expr right, Span span) implements Expr {
    @Override
    public boolean equals(Object other) {
      return other instanceof Binary b && operator == b.operator && left.equals(b.left) && right.equals(b.right);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * left.hashCode() + right.hashCode()) + operator.ordinal();
    }
  }

  /** A comparison of two numbers. */
  record Compare(Comparison operator, Expr left, Expr right, Span span) implements Expr {
    @Override
    public boolean equals(Object other) {
      return other instanceof Compare c && operator == c.operator && left.equals(c.left) && right.equals(c.right);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * left.hashCode() + right.hashCode()) + operator.ordinal();
    }
  }

  /** Two conditions together. */
  record Logic(Connective operator, Expr left, Expr right, Span span) implements Expr {
    @Override
    public boolean equals(Object other) {
      return other instanceof Logic l && operator == l.operator && left.equals(l.left) && right.equals(l.right);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * left.hashCode() + right.hashCode()) + operator.ordinal();
    }
  }

  /** A function of its arguments. */
  record Call(String function, List<Expr> arguments, Span span) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Call c && function.equals(c.function) && arguments.equals(c.arguments);
    }

    @Override
    public int hashCode() {
      return 31 * function.hashCode() + arguments.hashCode();
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

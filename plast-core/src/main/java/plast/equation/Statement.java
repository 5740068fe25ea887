package plast.equation;

import java.util.List;

/** What is done at an event, a step, a trial or a batch. */
public sealed interface Statement {

  Span span();

  /** {@code x = value}, {@code x += value} and so on: at once, in the order of the text. */
  record Assignment(Expr.Name target, Assign operator, Expr value, Span span) implements Statement {}

  /** {@code dx = value} in a rule: x grows by it when all statements of the section have read the old values. */
  record Change(Expr.Name target, Expr value, Span span) implements Statement {}

  /** {@code when condition:} with the statements that it guards. */
  record When(Expr condition, List<Statement> body, Span span) implements Statement {
    public When {
      body = List.copyOf(body);
    }
  }

  /** How a statement sets its target. */
  enum Assign {
    SET("="), ADD("+="), SUBTRACT("-="), MULTIPLY("*="), DIVIDE("/=");

    private final String text;

    Assign(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}

package plast.equation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import plast.equation.Statement.Assign;
import plast.equation.Statement.Assignment;
import plast.equation.Statement.Change;
import plast.equation.Token.Type;

/** Parses one statement. */
final class StatementParser {
  private final Set<String> changing;

  /** @param changing the variables x for which {@code dx = ...} is the change of x */
  StatementParser(Set<String> changing) {
    this.changing = changing;
  }

  Statement statement(Tokens tokens) {
    Token first = tokens.take();
    if (!first.isName() || Words.FOREIGN.contains(first.text())) {
      throw SyntaxAdvice.unexpected(first, "a statement such as 'x = ...'");
    }
    Token operator = tokens.peek();
    if (operator.is("/") && tokens.peek(1).is("dt")) {
      throw new SyntaxException(first.span().to(tokens.peek(1).span()), "a differential equation among statements",
          "put it in the model; a statement is x = ... or x += ...");
    }
    if (operator.is("==")) {
      throw new SyntaxException(operator.span(), "'==' compares", "write = to set " + first.text());
    }
    Optional<Assign> assign = Arrays.stream(Assign.values()).filter(a -> operator.is(a.text())).findFirst();
    if (assign.isEmpty()) throw unassigned(first, operator);
    tokens.take();
    Expr value = new ExpressionParser(tokens).expression();
    Token next = tokens.peek();
    if (next.is("=")) throw new SyntaxException(next.span(), "a second '=' in one statement",
        "a comparison is written ==");
    if (next.is(":")) throw new SyntaxException(next.span(), "a statement has no unit", "remove ': ...'");
    if (next.type() != Type.END && !next.is(";")) throw ExpressionParser.afterOperand(next);
    return build(first, assign.get(), value);
  }

  private static SyntaxException unassigned(Token first, Token operator) {
    if (operator.type() == Type.END) {
      return new SyntaxException(first.span(), "'" + first.text() + "' alone does nothing", "write " + first.text()
          + " = ...");
    }
    if (operator.is(":")) return new SyntaxException(operator.span(), "unexpected ':'", "write = to set "
        + first.text());
    return SyntaxAdvice.unexpected(operator, "=, +=, -=, *= or /=");
  }

  private Statement build(Token first, Assign assign, Expr value) {
    Span span = first.span().to(value.span());
    String name = first.text();
    boolean change = name.length() > 1 && name.startsWith("d") && changing.contains(name.substring(1));
    if (!change) return new Assignment(new Expr.Name(name, first.span()), assign, value, span);
    if (assign == Assign.SET) return new Change(new Expr.Name(name.substring(1), first.span()), value, span);
    throw new SyntaxException(first.span(), "'" + name + " " + assign.text() + "': a change is set once",
        "write " + name + " = ...");
  }
}

package plast.equation;

import plast.equation.CheckedModel.TimeUnit;
import plast.equation.QuantityCheck.Time;

/** Reading one expression, as in {@code v > Vt}. */
public final class Expressions {
  private Expressions() {}

  /**
   * The expression that {@code text} says.
   *
   * @param object what messages call it, as in {@code threshold of NeuronGroup 'exc'}
   */
  public static Result<Expr> parse(String object, String text) {
    Problems problems = new Problems(new SourceText(object, text));
    if (!Limits.accept(text, problems)) return problems.result(Trees.ZERO);
    Tokens tokens = new Tokens(Lexer.tokens(text), text.length());
    try {
      Expr e = new ExpressionParser(tokens).expression();
      if (!tokens.atEnd()) throw ExpressionParser.afterOperand(tokens.peek());
      return problems.result(e);
    } catch (SyntaxException syntax) {
      problems.error(syntax.span(), syntax.finding());
      return problems.result(Trees.ZERO);
    }
  }

  /**
   * The expression that {@code text} says, its names and units checked.
   *
   * @param target what it is a value of, as messages call it
   * @param scope  what it may name
   * @param unit   what it must be
   * @param time   what time is counted in
   */
  public static Result<Expr> checked(SourceText text, String target, Scope scope, Quantity unit, TimeUnit time) {
    Result<Expr> parsed = parse(text.object(), text.text());
    if (parsed.value().isEmpty()) return parsed;
    Expr e = parsed.value().get();
    Problems problems = new Problems(text);
    Time counted = time == TimeUnit.PLAIN ? Time.PLAIN : Time.SECONDS;
    Agreement.of(problems, target, unit, e, new QuantityCheck(scope, problems, counted).of(e));
    return problems.result(e);
  }

  /**
   * The expression that {@code text} says.
   *
   * @throws EquationException if it says none
   */
  public static Expr of(String text) {
    return parse("expression", text).orThrow();
  }
}

package plast.equation;

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
   * The expression that {@code text} says.
   *
   * @throws EquationException if it says none
   */
  public static Expr of(String text) {
    return parse("expression", text).orThrow();
  }
}

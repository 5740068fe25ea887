package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.Definition.Differential;
import plast.equation.Definition.Parameter;
import plast.equation.Definition.Subexpression;
import plast.equation.Token.Type;

/**
 * Reading a model: differential equations, subexpressions and parameters, one a line.
 *
 * <pre>
 * dv/dt = (El - v + R*I)/tau : volt (unless refractory)
 * I = g*(E - v)              : amp
 * g                          : siemens
 * </pre>
 */
public final class Equations {
  private final Problems problems;
  private final UnitPolicy policy;
  private final List<Definition> definitions = new ArrayList<>();

  /** Whether every definition must have a unit. Rate networks may do without. */
  public enum UnitPolicy { REQUIRED, OPTIONAL }

  private Equations(Problems problems, UnitPolicy policy) {
    this.problems = problems;
    this.policy = policy;
  }

  /**
   * The model that {@code text} says; problems name all lines that say none.
   *
   * @param object what messages call it, as in {@code NeuronGroup 'exc'}
   */
  public static Result<Model> parse(String object, String text) {
    return parse(object, text, UnitPolicy.REQUIRED);
  }

  /** As {@link #parse(String, String)}, for models whose units may be left out. */
  public static Result<Model> parse(String object, String text, UnitPolicy policy) {
    Problems problems = new Problems(new SourceText(object, text));
    Model model = read(problems, policy);
    return problems.result(model);
  }

  /** The lines that could be read; what could not is among {@code problems}. */
  static Model read(Problems problems, UnitPolicy policy) {
    Equations equations = new Equations(problems, policy);
    String text = problems.source().text();
    if (Limits.accept(text, problems)) {
      for (List<Token> line : Lines.logical(Lexer.tokens(text))) equations.line(line);
    }
    return new Model(problems.source(), equations.definitions);
  }

  private void line(List<Token> line) {
    try {
      Tokens tokens = new Tokens(line, 0);
      Definition definition = definition(tokens);
      if (!tokens.atEnd()) throw trailing(tokens.peek());
      definitions.add(definition);
    } catch (SyntaxException syntax) {
      problems.error(syntax.span(), syntax.finding());
    }
  }

  private static SyntaxException trailing(Token token) {
    if (token.is("=")) {
      return new SyntaxException(token.span(), "a second '=' in one definition", "a comparison is written ==");
    }
    return SyntaxAdvice.unexpected(token, "the end of the definition");
  }

  private Definition definition(Tokens tokens) {
    Token first = tokens.peek();
    if (first.type() != Type.NAME || Words.KEYWORDS.contains(first.text())) {
      throw SyntaxAdvice.unexpected(first, "a definition 'dx/dt = ...', 'x = ...' or 'x : unit'");
    }
    tokens.take();
    if (tokens.peek().is("/")) return differential(first, tokens);
    if (tokens.peek().is("=")) return subexpression(first, tokens);
    if (tokens.peek().is(":") || tokens.atEnd()) {
      DeclaredUnit unit = unit(first, tokens);
      return new Parameter(name(first), Optional.empty(), unit, flags(tokens), first.span().to(tokens.previous()));
    }
    Token next = tokens.peek();
    if (next.text().length() == 2 && next.text().endsWith("=")) {
      throw new SyntaxException(next.span(), "'" + next.text() + "' is a statement, a model holds definitions",
          "put it in on_pre, on_post, reset or run_regularly");
    }
    throw SyntaxAdvice.unexpected(next, "'=' or ':'");
  }

  private Definition differential(Token first, Tokens tokens) {
    tokens.take();
    Token dt = tokens.take();
    boolean good = first.text().length() > 1 && first.text().startsWith("d");
    if (!dt.is("dt") || !good) {
      Span span = first.span().to(dt.span());
      throw new SyntaxException(span, "the left side is not a variable or a derivative",
          "write dx/dt = ... for a variable x");
    }
    Token equals = tokens.peek();
    if (!tokens.accept("=")) throw SyntaxAdvice.unexpected(equals, "'='");
    Expr right = right(tokens);
    Span nameSpan = new Span(first.span().start() + 1, first.span().end());
    Token variable = new Token(Type.NAME, first.text().substring(1), nameSpan);
    DeclaredUnit unit = unit(variable, tokens);
    return new Differential(name(variable), right, unit, flags(tokens), first.span().to(tokens.previous()));
  }

  private Definition subexpression(Token first, Tokens tokens) {
    tokens.take();
    Expr right = right(tokens);
    DeclaredUnit unit = unit(first, tokens);
    return new Subexpression(name(first), right, unit, flags(tokens), first.span().to(tokens.previous()));
  }

  private static Expr right(Tokens tokens) {
    Expr right = new ExpressionParser(tokens).expression();
    Token next = tokens.peek();
    if (next.type() != Type.END && !next.is(":") && !next.is("=")) throw ExpressionParser.afterOperand(next);
    return right;
  }

  private static Expr.Name name(Token token) {
    return new Expr.Name(token.text(), token.span());
  }

  private DeclaredUnit unit(Token variable, Tokens tokens) {
    if (tokens.accept(":")) return new UnitParser(tokens).unit();
    if (tokens.peek().is("=")) throw trailing(tokens.peek());
    if (policy == UnitPolicy.OPTIONAL) return DeclaredUnit.absent(variable.span());
    throw new SyntaxException(variable.span(), "'" + variable.text() + "' has no ': unit' part",
        "write '" + variable.text() + " ... : second', or ': 1' for a plain number");
  }

  private static List<FlagUse> flags(Tokens tokens) {
    return new UnitParser(tokens).flags();
  }
}

package plast.equation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.equation.Definition.Parameter;
import plast.equation.Section.Every;
import plast.equation.Statement.When;
import plast.equation.Token.Type;

/**
 * Reading a plasticity rule of a rate network: declarations, then statements per step, trial or batch.
 *
 * <pre>
 * lr = 0.001 : 1 (constant)
 * theta = 1  : 1
 * every batch:
 *   when abs(w) &lt; 0.05:
 *     dw = lr*mean(pre*post*(post - theta))
 *   theta += 0.01*(mean(post**2) - theta)
 * </pre>
 * Statements outside a section run every batch. Indentation says what a section and a guard hold, as in Python.
 */
public final class RuleText {
  /** Guards inside one another. */
  private static final int DEEPEST = 20;

  private final Problems problems;
  private final List<Parameter> declarations = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  /** Statements outside any section, gathered until a section begins. */
  private final List<Statement> loose = new ArrayList<>();
  private StatementParser parser = new StatementParser(Set.of("w"));

  /** A section or guard whose statements are being read. */
  private record Open(int column, Optional<Every> every, Optional<Guard> guard, List<Statement> body) {}

  private record Guard(Expr condition, Span span) {}

  private RuleText(Problems problems) {
    this.problems = problems;
  }

  /**
   * The rule that {@code text} says.
   *
   * @param object what messages call it, as in {@code rule 'bcm'}
   */
  public static Result<Rule> parse(String object, String text) {
    Problems problems = new Problems(new SourceText(object, text));
    Rule rule = read(problems);
    return problems.result(rule);
  }

  static Rule read(Problems problems) {
    RuleText reader = new RuleText(problems);
    String text = problems.source().text();
    if (Limits.accept(text, problems)) {
      List<List<Token>> lines = Statements.joined(Lexer.tokens(text));
      reader.declare(lines);
      for (List<Token> line : lines) reader.line(line);
      reader.close(-1);
    }
    return new Rule(problems.source(), reader.declarations, reader.sections);
  }

  /** State variables may be declared below their use: dx is the change of x in either case. */
  private void declare(List<List<Token>> lines) {
    Set<String> states = new HashSet<>(Set.of("w"));
    for (List<Token> line : lines) if (isDeclaration(line)) states.add(line.getFirst().text());
    parser = new StatementParser(states);
  }

  private static boolean isDeclaration(List<Token> line) {
    boolean header = line.getFirst().is("every") || line.getFirst().is("when");
    return !header && line.getFirst().type() == Type.NAME && line.stream().anyMatch(token -> token.is(":"));
  }

  private void line(List<Token> line) {
    int column = problems.source().column(line.getFirst().span().start());
    close(column);
    try {
      if (isDeclaration(line)) declaration(new Tokens(line, 0));
      else inside(line, column);
    } catch (SyntaxException syntax) {
      problems.error(syntax.span(), syntax.finding());
    }
  }

  private void declaration(Tokens tokens) {
    Token first = tokens.take();
    if (!open.isEmpty()) {
      throw new SyntaxException(first.span(), "a declaration inside 'every' or 'when'", "declare '" + first.text()
          + "' at the beginning of the rule, not indented");
    }
    Optional<Expr> start = Optional.empty();
    if (tokens.accept("=")) start = Optional.of(new ExpressionParser(tokens).expression());
    Token colon = tokens.peek();
    if (!tokens.accept(":")) throw start.isPresent() ? ExpressionParser.afterOperand(colon)
        : SyntaxAdvice.unexpected(colon, "'='");
    UnitParser units = new UnitParser(tokens);
    DeclaredUnit unit = units.unit();
    List<FlagUse> flags = units.flags();
    if (!tokens.atEnd()) throw SyntaxAdvice.unexpected(tokens.peek(), "the end of the declaration");
    Span span = first.span().to(tokens.previous());
    declarations.add(new Parameter(new Expr.Name(first.text(), first.span()), start, unit, flags, span));
  }

  private void inside(List<Token> line, int column) {
    Tokens tokens = new Tokens(line, 0);
    if (line.getFirst().is("every") || line.getFirst().is("when")) header(tokens, column);
    else if (line.getFirst().is("otherwise")) {
      throw new SyntaxException(line.getFirst().span(), "there is no 'otherwise'", "write 'when not (condition):'");
    } else statements(line);
  }

  /** What stands below a header that cannot be read is read, for its own problems, and belongs to nothing. */
  private void header(Tokens tokens, int column) {
    try {
      if (tokens.peek().is("every")) every(tokens, column);
      else when(tokens, column);
    } catch (SyntaxException syntax) {
      if (open.size() < DEEPEST) open.push(new Open(column, Optional.empty(), Optional.empty(), new ArrayList<>()));
      throw syntax;
    }
  }

  private void every(Tokens tokens, int column) {
    Token word = tokens.take();
    Token what = tokens.take();
    Every every = Arrays.stream(Every.values()).filter(e -> what.is(e.text())).findFirst().orElseThrow(() ->
        new SyntaxException(what.span(), "'every' goes with step, trial or batch, not '" + what.text() + "'",
            "write 'every batch:'"));
    if (!open.isEmpty()) {
      throw new SyntaxException(word.span(), "'every' inside another section", "write it without indentation");
    }
    colon(tokens);
    push(new Open(column, Optional.of(every), Optional.empty(), new ArrayList<>()), tokens, column);
  }

  private void when(Tokens tokens, int column) {
    Token word = tokens.take();
    Expr condition = new ExpressionParser(tokens).expression();
    colon(tokens);
    if (open.size() >= DEEPEST) {
      throw new SyntaxException(word.span(), "guards nested more than " + DEEPEST + " deep",
          "join conditions with 'and'");
    }
    Guard guard = new Guard(condition, word.span().to(condition.span()));
    push(new Open(column, Optional.empty(), Optional.of(guard), new ArrayList<>()), tokens, column);
  }

  private static void colon(Tokens tokens) {
    Token next = tokens.peek();
    if (tokens.accept(":")) return;
    if (next.is("=")) throw new SyntaxException(next.span(), "'=' sets a value", "a comparison is written ==");
    throw next.type() == Type.END ? SyntaxAdvice.unexpected(next, "':'") : ExpressionParser.afterOperand(next);
  }

  /** Opens a section or guard; what follows the colon on the same line is all that it holds. */
  private void push(Open next, Tokens tokens, int column) {
    open.push(next);
    if (tokens.atEnd()) return;
    List<Token> rest = new ArrayList<>();
    while (!tokens.atEnd()) rest.add(tokens.take());
    if (rest.getFirst().is("when") || rest.getFirst().is("every")) inside(rest, column);
    else statements(rest);
    close(column);
  }

  private void statements(List<Token> line) {
    for (List<Token> part : Statements.parts(line)) {
      body().add(parser.statement(new Tokens(part, 0)));
    }
  }

  private List<Statement> body() {
    Open top = open.peek();
    return top != null ? top.body : loose;
  }

  /** Closes what is not indented less than {@code column}; −1 closes all. */
  private void close(int column) {
    while (!open.isEmpty() && (column < 0 || column <= open.getFirst().column)) {
      Open top = open.pop();
      if (top.body.isEmpty()) {
        Span at = top.guard.map(Guard::span).orElse(Span.NONE);
        if (top.guard.isPresent()) problems.error(at, "this guard holds no statement",
            "indent the statements below it");
      }
      if (top.guard.isPresent()) {
        Guard guard = top.guard.get();
        body().add(new When(guard.condition, top.body, guard.span));
      } else if (top.every.isPresent()) {
        flush();
        sections.add(new Section(top.every.get(), top.body));
      }
    }
    if (column < 0) flush();
  }

  private void flush() {
    if (loose.isEmpty()) return;
    sections.add(new Section(Every.BATCH, List.copyOf(loose)));
    loose.clear();
  }
}

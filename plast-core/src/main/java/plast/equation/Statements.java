package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reading the statements of a reset, a pathway or a regular operation, separated by ends of lines or semicolons. */
public final class Statements {
  private Statements() {}

  /**
   * The statements that {@code text} says.
   *
   * @param object what messages call it, as in {@code reset of NeuronGroup 'exc'}
   */
  public static Result<Block> parse(String object, String text) {
    Problems problems = new Problems(new SourceText(object, text));
    Block block = read(problems);
    return problems.result(block);
  }

  static Block read(Problems problems) {
    List<Statement> statements = new ArrayList<>();
    String text = problems.source().text();
    if (Limits.accept(text, problems)) {
      for (List<Token> line : joined(Lexer.tokens(text))) each(line, problems, statements);
    }
    return new Block(problems.source(), statements);
  }

  private static void each(List<Token> line, Problems problems, List<Statement> statements) {
    StatementParser parser = new StatementParser(Set.of());
    for (List<Token> part : parts(line)) {
      try {
        Tokens tokens = new Tokens(part, 0);
        statements.add(parser.statement(tokens));
      } catch (SyntaxException syntax) {
        problems.error(syntax.span(), syntax.finding());
      }
    }
  }

  /** Lines, each with those that continue it: inside parentheses, or after an operator. */
  static List<List<Token>> joined(List<Token> tokens) {
    List<List<Token>> lines = new ArrayList<>();
    for (List<Token> line : Lines.physical(tokens)) {
      if (!lines.isEmpty() && Lines.depth(lines.getLast()) > 0 && !assigns(line)) lines.getLast().addAll(line);
      else lines.add(new ArrayList<>(line));
    }
    return lines;
  }

  private static boolean assigns(List<Token> line) {
    return line.size() > 1 && line.get(0).type() == Token.Type.NAME && line.get(1).text().endsWith("=")
        && line.get(1).type() == Token.Type.SYMBOL && !Set.of("==", "<=", ">=", "!=").contains(line.get(1).text());
  }

  /** The statements of one line. */
  static List<List<Token>> parts(List<Token> line) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    for (Token token : line) {
      if (token.is(";")) {
        if (!part.isEmpty()) parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    if (!part.isEmpty()) parts.add(part);
    return parts;
  }
}

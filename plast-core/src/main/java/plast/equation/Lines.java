package plast.equation;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Token.Type;

/** Groups the tokens of a text into definitions: an unfinished one ends where the next begins. */
final class Lines {
  private Lines() {}

  /** The lines of a text, blank ones left out. */
  static List<List<Token>> physical(List<Token> tokens) {
    List<List<Token>> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    for (Token token : tokens) {
      if (token.type() == Type.NEWLINE || token.type() == Type.END) {
        if (!line.isEmpty()) lines.add(line);
        line = new ArrayList<>();
      } else {
        line.add(token);
      }
    }
    return lines;
  }

  /** The definitions of a model. */
  static List<List<Token>> logical(List<Token> tokens) {
    List<List<Token>> joined = new ArrayList<>();
    for (List<Token> line : physical(tokens)) {
      if (joined.isEmpty() || begins(line, joined.getLast())) joined.add(new ArrayList<>(line));
      else joined.getLast().addAll(line);
    }
    return joined;
  }

  /** Whether {@code line} begins a new definition after {@code before}. */
  private static boolean begins(List<Token> line, List<Token> before) {
    if (isLeftSide(line)) return true;
    boolean open = depth(before) > 0 || isUnfinished(before.getLast());
    if (open) return false;
    return line.getFirst().isName() && (line.size() == 1 || line.get(1).is(":") || complete(before))
        || complete(before) && !line.getFirst().is("(");
  }

  /** name = …, dname/dt = … */
  private static boolean isLeftSide(List<Token> line) {
    if (line.size() < 2 || line.getFirst().type() != Type.NAME) return false;
    if (line.get(1).is("=")) return true;
    return line.size() > 3 && line.get(1).is("/") && line.get(2).is("dt") && line.get(3).is("=");
  }

  private static boolean complete(List<Token> line) {
    return line.stream().anyMatch(token -> token.is(":"));
  }

  private static boolean isUnfinished(Token last) {
    return last.type() == Type.SYMBOL && !last.is(")") || last.is("and") || last.is("or") || last.is("not");
  }

  static int depth(List<Token> line) {
    int depth = 0;
    for (Token token : line) depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    return depth;
  }
}

package plast.equation;

import java.util.List;
import plast.equation.Token.Type;

/** A position in the tokens of one line. */
final class Tokens {
  private final List<Token> list;
  private final Token end;
  private int at;

  /** The tokens of a line; ends of lines among them are skipped. */
  Tokens(List<Token> line, int endOffset) {
    list = line.stream().filter(token -> token.type() != Type.NEWLINE && token.type() != Type.END).toList();
    int last = list.isEmpty() ? endOffset : list.getLast().span().end();
    end = new Token(Type.END, "", new Span(last, last));
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return at + ahead < list.size() ? list.get(at + ahead) : end;
  }

  Token take() {
    Token token = peek();
    at = Math.min(at + 1, list.size());
    return token;
  }

  boolean accept(String symbol) {
    if (!peek().is(symbol)) return false;
    take();
    return true;
  }

  boolean atEnd() {
    return at >= list.size();
  }

  Span previous() {
    return at == 0 ? peek().span() : list.get(at - 1).span();
  }
}

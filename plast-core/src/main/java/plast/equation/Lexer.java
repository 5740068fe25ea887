package plast.equation;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Token.Type;

/** Splits a text into tokens with their places; comments and blanks vanish, ends of lines stay. */
final class Lexer {
  private static final List<String> SYMBOLS = List.of("**=", "//=", "**", "//", "<=", ">=", "==", "!=", "+=", "-=",
      "*=",
      "/=", "%=", "+", "-", "*", "/", "%", "<", ">", "=", "(", ")", ",", ":", ";");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.at < text.length()) lexer.next();
    lexer.add(Type.END, lexer.at);
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') add(Type.NEWLINE, at + 1);
    else if (c == '#') at = end(k -> text.charAt(k) != '\n');
    else if (Character.isWhitespace(c)) at++;
    else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) add(Type.NUMBER,
        number());
    else if (isLetter(c) || c == '_') add(Type.NAME, end(k -> isLetter(text.charAt(k)) || isDigit(text.charAt(k))
        || text.charAt(k) == '_'));
    else symbol();
  }

  private void symbol() {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        add(Type.SYMBOL, at + symbol.length());
        return;
      }
    }
    char c = text.charAt(at);
    boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c && "&|".indexOf(c) >= 0;
    add(Type.INVALID, at + (doubled ? 2 : Character.charCount(text.codePointAt(at))));
  }

  private int number() {
    int k = digits(at);
    if (k < text.length() && text.charAt(k) == '.') k = digits(k + 1);
    if (k < text.length() && (text.charAt(k) == 'e' || text.charAt(k) == 'E')) {
      int exponent = k + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) exponent++;
      int end = digits(exponent);
      if (end > exponent) k = end;
    }
    return k;
  }

  private int digits(int from) {
    int k = from;
    while (k < text.length() && isDigit(text.charAt(k))) k++;
    return k;
  }

  private int end(java.util.function.IntPredicate inside) {
    int k = at;
    while (k < text.length() && inside.test(k)) k++;
    return k;
  }

  private void add(Type type, int end) {
    tokens.add(new Token(type, text.substring(at, end), new Span(at, end)));
    at = end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}

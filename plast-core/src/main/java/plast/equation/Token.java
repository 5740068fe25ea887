package plast.equation;

/** A word of the language. {@link Type#INVALID} is a character that the language does not have. */
record Token(Type type, String text, Span span) {

  enum Type { NUMBER, NAME, SYMBOL, NEWLINE, INVALID, END }

  boolean is(String symbol) {
    return (type == Type.SYMBOL || type == Type.NAME) && text.equals(symbol);
  }

  boolean isName() {
    return type == Type.NAME && !Words.KEYWORDS.contains(text);
  }
}

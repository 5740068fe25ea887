package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.DeclaredUnit.Given;
import plast.equation.SourceText.Finding;
import plast.equation.Token.Type;

/** Parses {@code : unit (flags)} behind a definition; base units, so that a stored number is unambiguous. */
final class UnitParser {
  private final Tokens tokens;

  UnitParser(Tokens tokens) {
    this.tokens = tokens;
  }

  DeclaredUnit unit() {
    Token first = tokens.peek();
    if (first.is("boolean") || first.is("integer")) {
      tokens.take();
      return new DeclaredUnit(first.is("boolean") ? Quantity.BOOLEAN : Quantity.INTEGER, Given.WRITTEN, first.span());
    }
    if (first.type() == Type.END || first.is("(")) {
      throw new SyntaxException(first.span(), "the unit after ':' is missing",
          "write a unit such as volt, or 1 for none");
    }
    Dimension dimension = factor();
    while (tokens.peek().is("*") || tokens.peek().is("/")) {
      boolean over = tokens.take().is("/");
      Dimension next = factor();
      dimension = over ? dimension.per(next) : dimension.times(next);
    }
    Span span = first.span().to(tokens.previous());
    if (!dimension.reasonable()) throw new SyntaxException(span, "the unit has too large exponents",
        "check the powers");
    return new DeclaredUnit(Quantity.number(dimension), Given.WRITTEN, span);
  }

  private Dimension factor() {
    Token token = tokens.take();
    if (token.type() == Type.NUMBER && token.text().equals("1")) return Dimension.NONE;
    if (token.type() == Type.NUMBER) {
      throw new SyntaxException(token.span(), "a unit has no number such as " + token.text(), "write 1 for no unit");
    }
    if (!token.isName()) throw SyntaxAdvice.unexpected(token, "a unit");
    Dimension dimension = base(token);
    return tokens.accept("**") ? dimension.power(exponent()) : dimension;
  }

  private static Dimension base(Token token) {
    String name = token.text();
    Optional<Unit> unit = Units.find(name);
    if (unit.isEmpty()) {
      List<String> nearest = NearestNames.of(name, Units.usual()).stream().map(near -> near + " (unit)").toList();
      throw new SyntaxException(token.span(), new Finding("'" + name + "' is not a unit",
          "write a unit such as volt, or 1 for none", nearest));
    }
    if (unit.get().tenth() != 0) {
      String base = unit.get().dimension().toString();
      throw new SyntaxException(token.span(), "'" + name + "' is not a base unit",
          "declare ': " + base + "' and write values as 5*" + name);
    }
    return unit.get().dimension();
  }

  private Rational exponent() {
    boolean open = tokens.accept("(");
    boolean negative = tokens.accept("-");
    if (!negative) tokens.accept("+");
    double value = number();
    if (tokens.peek().is("/") && open) {
      tokens.take();
      value /= number();
    }
    if (open && !tokens.accept(")")) throw SyntaxAdvice.unexpected(tokens.peek(), "')'");
    Span span = tokens.previous();
    return Rational.of(negative ? -value : value).orElseThrow(() ->
        new SyntaxException(span, "the exponent of a unit is a small fraction", "write it as **2 or **(1/2)"));
  }

  private double number() {
    Token token = tokens.take();
    if (token.type() != Type.NUMBER) throw SyntaxAdvice.unexpected(token, "a number as exponent");
    return Double.parseDouble(token.text());
  }

  /** The flags, none where there is no parenthesis. */
  List<FlagUse> flags() {
    List<FlagUse> flags = new ArrayList<>();
    Token open = tokens.peek();
    if (!tokens.accept("(")) return flags;
    do {
      flags.add(flag());
    } while (tokens.accept(","));
    if (!tokens.accept(")")) {
      if (tokens.atEnd()) throw new SyntaxException(open.span(), "this parenthesis is never closed", "add ')'");
      throw SyntaxAdvice.unexpected(tokens.peek(), "',' or ')'");
    }
    return flags;
  }

  private FlagUse flag() {
    StringBuilder text = new StringBuilder();
    Span start = tokens.peek().span();
    while (tokens.peek().type() == Type.NAME || tokens.peek().is("-")) {
      String word = tokens.take().text();
      boolean tight = text.isEmpty() || word.equals("-") || text.charAt(text.length() - 1) == '-';
      text.append(tight ? "" : " ").append(word);
    }
    if (text.isEmpty()) throw SyntaxAdvice.unexpected(tokens.peek(), "a flag such as constant");
    String name = text.toString();
    Span span = start.to(tokens.previous());
    return new FlagUse(Flag.find(name).orElseThrow(() -> unknown(name, span)), span);
  }

  private static SyntaxException unknown(String name, Span span) {
    List<String> known = java.util.Arrays.stream(Flag.values()).map(Flag::text).toList();
    List<String> nearest = NearestNames.of(name, known).stream().map(near -> near + " (flag)").toList();
    return new SyntaxException(span, new Finding("there is no flag '" + name + "'",
        "the flags are " + String.join(", ", known), nearest));
  }
}

package plast.equation;

import plast.equation.Token.Type;

/** What to say about a token that cannot stand where it stands. */
final class SyntaxAdvice {
  private SyntaxAdvice() {}

  static SyntaxException unexpected(Token token, String expected) {
    if (token.type() == Type.END) {
      return new SyntaxException(token.span(), "the line ends here, " + expected + " is missing", "complete the line");
    }
    String found = "unexpected '" + token.text() + "'";
    return new SyntaxException(token.span(), found, advice(token, expected));
  }

  private static String advice(Token token, String expected) {
    return switch (token.text()) {
      case "^" -> "powers are written with **";
      case "&", "&&" -> "conditions are joined with 'and'";
      case "|", "||" -> "conditions are joined with 'or'";
      case "!" -> "negation is written 'not'";
      case "[", "]" -> "there is no indexing: an equation speaks of one neuron or synapse";
      case "{", "}" -> "group with parentheses ( )";
      case "." -> "there is no attribute access; the other side of a synapse is written x_pre, x_post";
      case "=" -> "a comparison is written ==";
      case "'", "\"", "‘", "’", "“", "”" -> "there is no text inside equations; remove the quotes";
      case "−", "–" -> "write the ASCII minus -";
      case "×", "·", "⋅" -> "multiplication is written *";
      case "÷" -> "division is written /";
      case "²", "³" -> "powers are written with **, as in x**2";
      case "≤" -> "write <=";
      case "≥" -> "write >=";
      case "≠" -> "write !=";
      case "if", "else" -> "a choice is written where(condition, a, b)";
      case "for", "while" -> "there are no loops: an equation holds for every neuron or synapse";
      case "lambda", "def", "return", "import" ->
          "define functions in the experiment, as name, parameters and expression";
      case ")" -> "remove it or open a parenthesis before";
      case ";" -> "write one definition a line";
      case "$", "@", "?", "`", "~", "\\" -> "remove it: the language does not use this character";
      case "**=", "//=", "%=" -> "write x = x " + token.text().replace("=", "") + " ...";
      default -> token.type() == Type.INVALID && token.text().codePointAt(0) > 127
          ? "names use the letters a-z and A-Z, as in tau_m"
          : expected + " is expected here";
    };
  }
}

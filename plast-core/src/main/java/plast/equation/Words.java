package plast.equation;

import java.util.Set;

/** The words that the grammar itself uses. */
final class Words {
  static final Set<String> KEYWORDS = Set.of("and", "or", "not", "True", "False");

  /** Words of other languages that people write by habit. */
  static final Set<String> FOREIGN = Set.of("if", "else", "elif", "for", "while", "lambda", "return", "import", "def");

  private Words() {}
}

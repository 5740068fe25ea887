package plast.equation;

import plast.equation.SourceText.Finding;

/** Leaves the parser of one line at its first error; never leaves this package. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Span span;
  private final transient Finding finding;

  SyntaxException(Span span, String found, String advice) {
    this(span, new Finding(found, advice));
  }

  SyntaxException(Span span, Finding finding) {
    super(finding.found(), null, false, false);
    this.span = span;
    this.finding = finding;
  }

  Span span() {
    return span;
  }

  Finding finding() {
    return finding;
  }
}

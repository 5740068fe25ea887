package plast.equation;

/** The largest text that is read: time and memory grow with it. */
final class Limits {
  static final int LONGEST_TEXT = 200_000;

  private Limits() {}

  static boolean accept(String text, Problems problems) {
    if (text.length() <= LONGEST_TEXT) return true;
    problems.error(Span.NONE, "the text has " + text.length() + " characters, the longest allowed has " + LONGEST_TEXT,
        "split it into several objects");
    return false;
  }
}

package plast.equation;

import java.util.List;

/**
 * A text that a user wrote, and the object that it belongs to.
 *
 * @param object what messages call it, as in {@code NeuronGroup 'exc'}
 * @param text   the text as written
 */
public record SourceText(String object, String text) {

  /** The line, counted from 1, that character {@code offset} stands in. */
  public int line(int offset) {
    int line = 1;
    for (int k = 0; k < Math.min(offset, text.length()); k++) line += text.charAt(k) == '\n' ? 1 : 0;
    return line;
  }

  /** The column, counted from 1, of character {@code offset}. */
  public int column(int offset) {
    return Math.min(offset, text.length()) - lineStart(offset) + 1;
  }

  /** The whole line around character {@code offset}. */
  public String lineText(int offset) {
    int start = lineStart(offset);
    int end = text.indexOf('\n', start);
    return (end < 0 ? text.substring(start) : text.substring(start, end)).stripTrailing();
  }

  /** The text at {@code span}, on one line. */
  String at(Span span) {
    int end = Math.min(span.end(), text.length());
    return text.substring(Math.min(span.start(), end), end).replaceAll("\\s+", " ").strip();
  }

  private int lineStart(int offset) {
    int at = Math.min(offset, text.length());
    return at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  }

  /** A problem at {@code span}. */
  Problem problem(Problem.Severity severity, Span span, Finding finding) {
    String line = lineText(span.start());
    int column = column(span.start());
    int length = Math.clamp(span.end() - span.start(), 1, Math.max(1, line.length() - column + 1));
    Place place = new Place(object, line(span.start()), column, length, line);
    return new Problem(severity, place, finding.found(), finding.advice(), finding.nearest());
  }

  /** What was found, what to do about it, and the nearest known names. */
  record Finding(String found, String advice, List<String> nearest) {
    Finding(String found, String advice) {
      this(found, advice, List.of());
    }
  }
}

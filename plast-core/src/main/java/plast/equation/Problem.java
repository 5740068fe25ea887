package plast.equation;

import java.util.List;

/**
 * One thing that is wrong with a text.
 *
 * @param found   what was found
 * @param advice  what to do, may be empty
 * @param nearest the nearest known names, best first, each with what it names
 */
public record Problem(Severity severity, Place place, String found, String advice, List<String> nearest) {

  /** An error forbids the model, a warning does not. */
  public enum Severity { ERROR, WARNING }

  public Problem {
    nearest = List.copyOf(nearest);
  }

  /** What was found, what to do and the nearest names, on one line. */
  public String message() {
    String message = found;
    if (!nearest.isEmpty()) message += ": nearest names: " + String.join(", ", nearest);
    if (advice.isEmpty()) return message;
    return message + (advice.endsWith("?") ? ". " : "; ") + advice;
  }

  /** The object, the line with a caret, and the message. */
  public String text() {
    String head = place.object() + ", line " + place.line() + ": " + place.text();
    String margin = " ".repeat(head.length() - place.text().length());
    String caret = place.drawn().substring(place.text().length() + 1);
    return head + "\n" + margin + caret + "\n" + (severity == Severity.WARNING ? "warning: " : "") + message();
  }
}

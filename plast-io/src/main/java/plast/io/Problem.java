package plast.io;

import java.util.Collection;

/**
 * One thing wrong in a user's file.
 *
 * @param line       from 1; 0 where no line applies
 * @param column     from 1; 0 where no column applies
 * @param key        dotted path of the setting, {@code network.units}; empty where none applies
 * @param message    what is wrong, with the value
 * @param suggestion what would be right: the nearest known name, or what to do; empty where unknown
 */
public record Problem(int line, int column, String key, String message, String suggestion) {

  private static final int SHORT_LIST = 12;

  public static Problem at(Position position, String key, String message) {
    return new Problem(position.line(), position.column(), key, message, "");
  }

  /** A problem of the whole file. */
  public static Problem of(String message) {
    return at(Position.NOWHERE, "", message);
  }

  /** A name that is not known: {@code what} says of what kind it is, and the nearest known one is suggested. */
  public static Problem unknown(Position position, String key, Named given) {
    String suggestion = Nearest.of(given.name(), given.known()).orElseGet(() -> oneOf(given.known()));
    return at(position, key, "unknown " + given.what() + " '" + given.name() + "'").suggesting(suggestion);
  }

  /** A name of some kind and those that exist. */
  public record Named(String what, String name, Collection<String> known) {}

  public Problem suggesting(String text) {
    return new Problem(line, column, key, message, text);
  }

  private static String oneOf(Collection<String> known) {
    if (known.isEmpty()) return "";
    String shown = String.join(", ", known.stream().limit(SHORT_LIST).toList());
    return "one of " + shown + (known.size() > SHORT_LIST ? ", …" : "");
  }

  /** One line: place, key, message, suggestion. */
  public String describe(String source) {
    StringBuilder text = new StringBuilder(source);
    if (line > 0) text.append(':').append(line).append(':').append(column);
    if (!text.isEmpty()) text.append(": ");
    if (!key.isEmpty()) text.append(key).append(": ");
    text.append(message);
    if (!suggestion.isEmpty()) text.append(" (try: ").append(suggestion).append(')');
    return text.toString();
  }
}

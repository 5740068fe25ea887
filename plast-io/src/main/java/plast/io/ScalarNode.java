package plast.io;

import java.util.Set;

/**
 * A single value as it was written.
 *
 * @param text   without quotes
 * @param quoted whether quotes or a block said that it is text: {@code "5"} is text, {@code 5} a number
 */
public record ScalarNode(Position position, String text, boolean quoted) implements Node {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** Whether it stands for no value. */
  public boolean isNull() {
    return !quoted && NULLS.contains(text);
  }
}

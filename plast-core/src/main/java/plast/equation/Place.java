package plast.equation;

/**
 * Where a problem stands.
 *
 * @param object what the text belongs to, as in {@code NeuronGroup 'exc'}
 * @param line   from 1
 * @param column of the first character in question, from 1
 * @param length number of characters in question, at least 1
 * @param text   the whole line as written
 */
public record Place(String object, int line, int column, int length, String text) {

  /** The line with a caret under what is meant. */
  public String drawn() {
    String margin = text.substring(0, Math.min(column - 1, text.length())).replaceAll("[^\t]", " ");
    return text + "\n" + margin + "^".repeat(length);
  }
}

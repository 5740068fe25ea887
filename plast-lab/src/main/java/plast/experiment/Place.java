package plast.experiment;

import plast.io.Position;
import plast.io.Problem;

/**
 * Where a setting stands.
 *
 * @param position in the user's file; of the include when the setting stands in an included file
 * @param origin   the included file with its line, or the command line; empty for the user's file itself
 */
record Place(Position position, String origin) {
  static final Place NOWHERE = new Place(Position.NOWHERE, "");

  Problem problem(String key, String message, String suggestion) {
    String text = origin.isEmpty() ? message : message + " (" + origin + ")";
    return Problem.at(position, key, text).suggesting(suggestion);
  }
}

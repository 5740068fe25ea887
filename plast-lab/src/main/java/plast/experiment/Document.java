package plast.experiment;

import plast.io.MapNode;
import plast.io.Position;

/**
 * One file of an experiment: the user's own, or one that it includes.
 *
 * @param source    its name as written
 * @param root      its keys
 * @param includedAt where the user's file includes it; nowhere for the user's file itself
 */
record Document(String source, MapNode root, Position includedAt) {

  /** The place of something at {@code position} of this file. A value from the command line has no position. */
  Place place(Position position) {
    if (position.line() == 0) return new Place(Position.NOWHERE, "command line");
    if (includedAt.line() == 0) return new Place(position, "");
    return new Place(includedAt, source + ":" + position.line() + ":" + position.column());
  }
}

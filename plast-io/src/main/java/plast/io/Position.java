package plast.io;

/** A place in a text, both counted from 1. */
public record Position(int line, int column) {

  /** Where no place in a text applies. */
  public static final Position NOWHERE = new Position(0, 0);
}

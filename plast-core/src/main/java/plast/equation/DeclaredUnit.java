package plast.equation;

/**
 * The unit behind the colon of a definition.
 *
 * @param quantity what it declares; a plain number where nothing is written
 * @param given    whether it is written
 * @param span     where
 */
public record DeclaredUnit(Quantity quantity, Given given, Span span) {

  /** Whether a unit is written. */
  public enum Given { WRITTEN, ABSENT }

  /** No unit at {@code span}: a plain number. */
  public static DeclaredUnit absent(Span span) {
    return new DeclaredUnit(Quantity.PLAIN, Given.ABSENT, span);
  }

  boolean written() {
    return given == Given.WRITTEN;
  }
}

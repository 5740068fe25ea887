package plast.equation;

/**
 * What an expression stands for.
 *
 * @param kind      number, whole number, condition, or not known because of an error that was reported
 * @param dimension of a number; none for the rest
 * @param any       whether it fits every dimension: a literal 0 or inf, and whatever is not known
 */
public record Quantity(Kind kind, Dimension dimension, Fit any) {

  /** Kinds of values. */
  public enum Kind { NUMBER, INTEGER, BOOLEAN, UNKNOWN }

  /** Whether a value fits its own dimension only. */
  public enum Fit { OWN_DIMENSION, ANY_DIMENSION }

  public static final Quantity PLAIN = number(Dimension.NONE);
  public static final Quantity INTEGER = new Quantity(Kind.INTEGER, Dimension.NONE, Fit.OWN_DIMENSION);
  public static final Quantity BOOLEAN = new Quantity(Kind.BOOLEAN, Dimension.NONE, Fit.OWN_DIMENSION);
  static final Quantity UNKNOWN = new Quantity(Kind.UNKNOWN, Dimension.NONE, Fit.ANY_DIMENSION);
  static final Quantity ZERO = new Quantity(Kind.NUMBER, Dimension.NONE, Fit.ANY_DIMENSION);

  public static Quantity number(Dimension dimension) {
    return new Quantity(Kind.NUMBER, dimension, Fit.OWN_DIMENSION);
  }

  boolean isBoolean() {
    return kind == Kind.BOOLEAN;
  }

  boolean isUnknown() {
    return kind == Kind.UNKNOWN;
  }

  boolean fits(Quantity other) {
    return any == Fit.ANY_DIMENSION || other.any == Fit.ANY_DIMENSION || dimension.equals(other.dimension);
  }

  boolean plain() {
    return any == Fit.ANY_DIMENSION || dimension.isNone();
  }

  /** volt, 1, boolean. */
  public String words() {
    return kind == Kind.BOOLEAN ? "boolean" : dimension.toString();
  }
}

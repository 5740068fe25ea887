package plast.figure;

/** One entry of a legend. */
record Key(String label, String colour, Sign sign) {

  /** What is drawn before the label. */
  enum Sign { LINE, DASHED, DOTTED, DOT, OPEN_DOT, MEAN, BOX, STAR }

  static Sign sign(Curve.Stroke stroke) {
    return switch (stroke) {
      case SOLID -> Sign.LINE;
      case DASHED -> Sign.DASHED;
      case DOTTED -> Sign.DOTTED;
    };
  }
}

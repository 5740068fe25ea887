package plast.equation;

/** Leaves a symbolic computation at the part that it cannot treat; never leaves this package. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Expr part;

  RefusedException(Expr part, String reason) {
    super(reason, null, false, false);
    this.part = part;
  }

  Expr part() {
    return part;
  }

  String reason() {
    return Printed.of(part) + ": " + getMessage();
  }
}

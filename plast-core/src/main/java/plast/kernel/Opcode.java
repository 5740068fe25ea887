package plast.kernel;

/** The operations of a kernel: each gives the same bits on one number and on a vector of them. */
enum Opcode {
  CONSTANT(Kind.REAL, 0), ELEMENT(Kind.REAL, 0), SCALAR(Kind.REAL, 0),
  ADD(Kind.REAL, 2), SUBTRACT(Kind.REAL, 2), MULTIPLY(Kind.REAL, 2), DIVIDE(Kind.REAL, 2),
  /** a · b + c, rounded once */
  FUSED(Kind.REAL, 3),
  NEGATE(Kind.REAL, 1), ABSOLUTE(Kind.REAL, 1), ROOT(Kind.REAL, 1),
  /** {@link Math#min} and {@link Math#max} */
  MINIMUM(Kind.REAL, 2), MAXIMUM(Kind.REAL, 2),
  /** b where a is true, c elsewhere */
  CHOOSE(Kind.REAL, 3), FROM_BITS(Kind.REAL, 1),
  TRUTH(Kind.MASK, 0), LESS(Kind.MASK, 2), AT_MOST(Kind.MASK, 2), EQUAL(Kind.MASK, 2),
  AND(Kind.MASK, 2), OR(Kind.MASK, 2), NOT(Kind.MASK, 1),
  BITS(Kind.BITS, 0), TO_BITS(Kind.BITS, 1), BITS_ADD(Kind.BITS, 2), BITS_SUBTRACT(Kind.BITS, 2),
  BITS_AND(Kind.BITS, 2), BITS_OR(Kind.BITS, 2),
  /** by the literal; right without the sign */
  SHIFT_LEFT(Kind.BITS, 1), SHIFT_RIGHT(Kind.BITS, 1);

  /** What an operation gives: a number, its bits as an integer, or a condition. */
  enum Kind { REAL, BITS, MASK }

  private final Kind kind;
  private final int operands;

  Opcode(Kind kind, int operands) {
    this.kind = kind;
    this.operands = operands;
  }

  Kind kind() {
    return kind;
  }

  int operands() {
    return operands;
  }

  boolean isLiteral() {
    return this == CONSTANT || this == TRUTH || this == BITS;
  }
}

package plast.kernel;

/**
 * One step of a kernel.
 *
 * @param a       the step whose value is the first operand, 0 where there is none; b and c likewise
 * @param literal raw bits of a constant, index of an array or scalar, or how far to shift
 */
record Operation(Opcode code, int a, int b, int c, long literal) {

  static Operation literal(Opcode code, long literal) {
    return new Operation(code, 0, 0, 0, literal);
  }

  int operand(int k) {
    return k == 0 ? a : k == 1 ? b : c;
  }

  Operation withOperands(int[] renamed) {
    int n = code.operands();
    return new Operation(code, n > 0 ? renamed[a] : 0, n > 1 ? renamed[b] : 0, n > 2 ? renamed[c] : 0, literal);
  }

  // Written out, because graphs compare operations all the time and what a record brings is slow until compiled.

  @Override
  public boolean equals(Object other) {
    return other instanceof Operation o && code == o.code && a == o.a && b == o.b && c == o.c && literal == o.literal;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * (31 * code.ordinal() + a) + b) + c) + Long.hashCode(literal);
  }
}

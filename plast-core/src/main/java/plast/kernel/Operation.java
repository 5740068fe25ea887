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
}

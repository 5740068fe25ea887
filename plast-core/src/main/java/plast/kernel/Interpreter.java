package plast.kernel;

/** Runs the operations one by one, element by element: slow, and the measure of generated code. */
record Interpreter(Program program) implements Loop {

  @Override
  public void run(Object[] arrays, int[] offsets, double[] scalars, int from, int to) {
    long[] registers = new long[program.size()];
    for (int i = from; i < to; i++) {
      for (int k = 0; k < registers.length; k++) {
        Operation operation = program.at(k);
        registers[k] = operation.code() == Opcode.ELEMENT
            ? read(arrays[(int) operation.literal()], offsets[(int) operation.literal()] + i)
            : value(operation, registers, scalars);
      }
      for (Program.Store store : program.stores()) {
        write(arrays[store.array()], offsets[store.array()] + i, registers[store.value()]);
      }
    }
  }

  private long value(Operation operation, long[] registers, double[] scalars) {
    return switch (operation.code()) {
      case CONSTANT, BITS, TRUTH -> operation.literal();
      case SCALAR -> program.precision().bits(scalars[(int) operation.literal()]);
      default -> Scalars.apply(program.precision(), operation, registers[operation.a()], registers[operation.b()],
          registers[operation.c()]);
    };
  }

  private static long read(Object array, int i) {
    return array instanceof double[] wide ? Double.doubleToRawLongBits(wide[i])
        : Float.floatToRawIntBits(((float[]) array)[i]);
  }

  private static void write(Object array, int i, long bits) {
    if (array instanceof double[] wide) wide[i] = Double.longBitsToDouble(bits);
    else ((float[]) array)[i] = Float.intBitsToFloat((int) bits);
  }
}

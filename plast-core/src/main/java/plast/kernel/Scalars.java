package plast.kernel;

/** What the operations mean, on raw bits: the interpreter and constant folding. Masks are 0 and 1. */
final class Scalars {
  private Scalars() {}

  static long apply(Precision precision, Operation operation, long a, long b, long c) {
    return switch (operation.code().kind()) {
      case MASK -> mask(operation, precision.value(a), precision.value(b), a, b) ? 1 : 0;
      case BITS -> bits(precision, operation, a, b);
      case REAL -> operation.code() == Opcode.CHOOSE ? (a != 0 ? b : c)
          : operation.code() == Opcode.FROM_BITS ? a
          : precision == Precision.DOUBLE
              ? Double.doubleToRawLongBits(
                  real(operation, Double.longBitsToDouble(a), Double.longBitsToDouble(b), Double.longBitsToDouble(c)))
              : Float.floatToRawIntBits(real(operation, Float.intBitsToFloat((int) a), Float.intBitsToFloat((int) b),
                  Float.intBitsToFloat((int) c)));
    };
  }

  private static double real(Operation operation, double a, double b, double c) {
    return switch (operation.code()) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case FUSED -> Math.fma(a, b, c);
      case NEGATE -> -a;
      case ABSOLUTE -> Math.abs(a);
      case ROOT -> Math.sqrt(a);
      case MINIMUM -> Math.min(a, b);
      case MAXIMUM -> Math.max(a, b);
      default -> throw new IllegalArgumentException(operation + " is no arithmetic");
    };
  }

  private static float real(Operation operation, float a, float b, float c) {
    return switch (operation.code()) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case FUSED -> Math.fma(a, b, c);
      case NEGATE -> -a;
      case ABSOLUTE -> Math.abs(a);
      case ROOT -> (float) Math.sqrt(a);
      case MINIMUM -> Math.min(a, b);
      case MAXIMUM -> Math.max(a, b);
      default -> throw new IllegalArgumentException(operation + " is no arithmetic");
    };
  }

  private static boolean mask(Operation operation, double a, double b, long first, long second) {
    return switch (operation.code()) {
      case LESS -> a < b;
      case AT_MOST -> a <= b;
      case EQUAL -> a == b;
      case AND -> (first & second) != 0;
      case OR -> (first | second) != 0;
      case NOT -> first == 0;
      default -> throw new IllegalArgumentException(operation + " is no condition");
    };
  }

  private static long bits(Precision precision, Operation operation, long a, long b) {
    int by = (int) operation.literal();
    long result = switch (operation.code()) {
      case TO_BITS -> a;
      case BITS_ADD -> a + b;
      case BITS_SUBTRACT -> a - b;
      case BITS_AND -> a & b;
      case BITS_OR -> a | b;
      case SHIFT_LEFT -> a << by;
      case SHIFT_RIGHT -> precision == Precision.DOUBLE ? a >>> by : (int) a >>> by;
      default -> throw new IllegalArgumentException(operation + " gives no bits");
    };
    return precision == Precision.DOUBLE ? result : (int) result;
  }

  // What generated code calls, one element at a time.

  static int less(double a, double b) {
    return a < b ? 1 : 0;
  }

  static int less(float a, float b) {
    return a < b ? 1 : 0;
  }

  static int atMost(double a, double b) {
    return a <= b ? 1 : 0;
  }

  static int atMost(float a, float b) {
    return a <= b ? 1 : 0;
  }

  static int equal(double a, double b) {
    return a == b ? 1 : 0;
  }

  static int equal(float a, float b) {
    return a == b ? 1 : 0;
  }

  static double choose(int condition, double yes, double no) {
    return condition != 0 ? yes : no;
  }

  static float choose(int condition, float yes, float no) {
    return condition != 0 ? yes : no;
  }

  static float root(float a) {
    return (float) Math.sqrt(a);
  }
}

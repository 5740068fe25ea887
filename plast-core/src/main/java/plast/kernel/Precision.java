package plast.kernel;

import plast.math.VectorWidth;

/** The numbers that a kernel computes with. Registers of the interpreter hold their raw bits. */
public enum Precision {
  FLOAT, DOUBLE;

  /** Numbers in one of the processor's vectors. */
  public int lanes() {
    return VectorWidth.bits() / (this == DOUBLE ? 64 : 32);
  }

  int mantissaBits() {
    return this == DOUBLE ? 52 : 23;
  }

  int exponentBias() {
    return this == DOUBLE ? 1023 : 127;
  }

  long signBit() {
    return this == DOUBLE ? Long.MIN_VALUE : Integer.MIN_VALUE;
  }

  long bits(double value) {
    return this == DOUBLE ? Double.doubleToRawLongBits(value) : Float.floatToRawIntBits((float) value);
  }

  double value(long bits) {
    return this == DOUBLE ? Double.longBitsToDouble(bits) : Float.intBitsToFloat((int) bits);
  }
}

package plast.io;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The element types that both Java and NumPy have, and how their bytes lie. */
enum NpyType {
  DOUBLE("f8", 8), FLOAT("f4", 4), LONG("i8", 8), INT("i4", 4), SHORT("i2", 2), BYTE("i1", 1), BOOLEAN("b1", 1),
  /** Only read: the next wider signed type holds them. */
  UNSIGNED_BYTE("u1", 1), UNSIGNED_SHORT("u2", 2), UNSIGNED_INT("u4", 4);

  /** NumPy's name without byte order. */
  final String code;
  final int bytes;

  NpyType(String code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static NpyType of(Object data) {
    return switch (data) {
      case double[] _ -> DOUBLE;
      case float[] _ -> FLOAT;
      case long[] _ -> LONG;
      case int[] _ -> INT;
      case short[] _ -> SHORT;
      case byte[] _ -> BYTE;
      case boolean[] _ -> BOOLEAN;
      default -> throw new IllegalArgumentException(
          "an array file holds an array of numbers or truth values, not a " + data.getClass().getSimpleName());
    };
  }

  static Optional<NpyType> named(String code) {
    for (NpyType type : values()) if (type.code.equals(code)) return Optional.of(type);
    return Optional.empty();
  }

  /** Appends the elements in the buffer's byte order. */
  static void put(ByteBuffer out, Object data) {
    switch (data) {
      case double[] values -> {
        out.asDoubleBuffer().put(values);
        out.position(out.position() + values.length * DOUBLE.bytes);
      }
      case float[] values -> {
        out.asFloatBuffer().put(values);
        out.position(out.position() + values.length * FLOAT.bytes);
      }
      case long[] values -> {
        for (long value : values) out.putLong(value);
      }
      case int[] values -> {
        for (int value : values) out.putInt(value);
      }
      case short[] values -> {
        for (short value : values) out.putShort(value);
      }
      case byte[] values -> out.put(values);
      case boolean[] values -> {
        for (boolean value : values) out.put((byte) (value ? 1 : 0));
      }
      default -> throw new IllegalArgumentException("no array: " + data);
    }
  }

  /** Reads {@code size} elements in the buffer's byte order. */
  Object get(ByteBuffer in, int size) {
    return switch (this) {
      case DOUBLE -> {
        double[] values = new double[size];
        in.asDoubleBuffer().get(values);
        yield values;
      }
      case FLOAT -> {
        float[] values = new float[size];
        in.asFloatBuffer().get(values);
        yield values;
      }
      case LONG -> {
        long[] values = new long[size];
        in.asLongBuffer().get(values);
        yield values;
      }
      case INT -> {
        int[] values = new int[size];
        in.asIntBuffer().get(values);
        yield values;
      }
      case SHORT -> {
        short[] values = new short[size];
        in.asShortBuffer().get(values);
        yield values;
      }
      case BYTE -> {
        byte[] values = new byte[size];
        in.get(values);
        yield values;
      }
      case BOOLEAN -> {
        boolean[] values = new boolean[size];
        for (int i = 0; i < size; i++) values[i] = in.get() != 0;
        yield values;
      }
      case UNSIGNED_BYTE -> {
        short[] values = new short[size];
        for (int i = 0; i < size; i++) values[i] = (short) (in.get() & 0xff);
        yield values;
      }
      case UNSIGNED_SHORT -> {
        int[] values = new int[size];
        for (int i = 0; i < size; i++) values[i] = in.getShort() & 0xffff;
        yield values;
      }
      case UNSIGNED_INT -> {
        long[] values = new long[size];
        for (int i = 0; i < size; i++) values[i] = in.getInt() & 0xffffffffL;
        yield values;
      }
    };
  }
}

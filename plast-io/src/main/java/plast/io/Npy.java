package plast.io;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of one NumPy array file. Written as format 1.0, little endian, row-major, the data starting at a multiple
 * of 64 bytes; read in formats 1 to 3, either byte order, row- or column-major.
 *
 * @see "NumPy Enhancement Proposal 1: a simple file format for NumPy arrays"
 */
final class Npy {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int PREFIX = 10;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z]\\d*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\sL]*)\\)");

  private Npy() {}

  static byte[] write(NpyArray array) {
    NpyType type = NpyType.of(array.data());
    byte[] header = header(type, array.shape());
    long size = header.length + (long) array.size() * type.bytes;
    if (size > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(array + " is too large for one array file");
    ByteBuffer out = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(header);
    NpyType.put(out, array.data());
    return out.array();
  }

  private static byte[] header(NpyType type, int[] shape) {
    StringBuilder lengths = new StringBuilder();
    for (int length : shape) lengths.append(lengths.isEmpty() ? "" : " ").append(length).append(',');
    if (shape.length > 1) lengths.setLength(lengths.length() - 1);
    String order = type.bytes == 1 ? "|" : "<";
    String text = "{'descr': '" + order + type.code + "', 'fortran_order': False, 'shape': (" + lengths + "), }";
    int length = Math.ceilDiv(PREFIX + text.length() + 1, ALIGNMENT) * ALIGNMENT - PREFIX;
    ByteBuffer out = ByteBuffer.allocate(PREFIX + length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) length);
    out.put((text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
    return out.array();
  }

  /** @throws IllegalArgumentException saying what is damaged or not supported */
  static NpyArray read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    String header = readHeader(in);
    Matcher order = found(ORDER, header);
    Matcher kind = found(TYPE, header);
    NpyType type = NpyType.named(kind.group(2)).orElseThrow(
        () -> new IllegalArgumentException("arrays of type '" + kind.group(1) + kind.group(2) + "' cannot be read"));
    int[] shape = Arrays.stream(found(SHAPE, header).group(1).split(",")).map(length -> length.replace("L", "").strip())
        .filter(length -> !length.isEmpty()).mapToInt(Integer::parseInt).toArray();
    long size = 1;
    for (int length : shape) size = Math.multiplyExact(size, (long) length);
    if (size * type.bytes != in.remaining()) {
      throw new IllegalArgumentException("the shape " + Arrays.toString(shape) + " needs " + size * type.bytes
          + " bytes, found " + in.remaining());
    }
    in = in.slice().order(kind.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    Object data = type.get(in, (int) size);
    return new NpyArray(shape, order.group(1).equals("True") ? rowMajor(data, shape) : data);
  }

  private static String readHeader(ByteBuffer in) {
    byte[] magic = new byte[MAGIC.length];
    if (in.remaining() < PREFIX + 2) throw new IllegalArgumentException("too short for a NumPy array");
    in.get(magic);
    if (!Arrays.equals(magic, MAGIC)) throw new IllegalArgumentException("not a NumPy array");
    int version = in.get();
    in.get();
    if (version < 1 || version > 3) throw new IllegalArgumentException("unknown NumPy format " + version);
    int length = version == 1 ? in.getShort() & 0xffff : in.getInt();
    if (length < 0 || length > in.remaining()) throw new IllegalArgumentException("the header is cut off");
    byte[] header = new byte[length];
    in.get(header);
    return new String(header, StandardCharsets.UTF_8);
  }

  private static Matcher found(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) throw new IllegalArgumentException("damaged header " + header.strip());
    return matcher;
  }

  /** Column-major data in row-major order. */
  private static Object rowMajor(Object data, int[] shape) {
    int size = Array.getLength(data);
    Object result = Array.newInstance(data.getClass().getComponentType(), size);
    int[] index = new int[shape.length];
    for (int k = 0; k < size; k++) {
      int source = 0;
      for (int d = shape.length - 1; d >= 0; d--) source = source * shape[d] + index[d];
      Array.set(result, k, Array.get(data, source));
      for (int d = shape.length - 1; d >= 0 && ++index[d] == shape[d]; d--) index[d] = 0;
    }
    return result;
  }
}

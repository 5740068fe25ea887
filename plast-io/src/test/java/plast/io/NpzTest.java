package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plast.math.Matrix;

class NpzTest {

  private static final String PAIR = "{'descr': '%s', 'fortran_order': False, 'shape': (2,), }";

  @TempDir Path folder;

  static List<NpyArray> arrays() {
    return List.of(
        NpyArray.of(new double[] {1.5, -0.0, Double.NaN, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, 6}, 2, 3),
        NpyArray.of(new float[] {1.5f, Float.NaN}), NpyArray.of(new long[] {Long.MIN_VALUE, 7}, 2, 1),
        NpyArray.of(new int[] {-1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2), NpyArray.of(new short[] {-2}),
        NpyArray.of(new byte[] {-128, 127}), NpyArray.of(new boolean[] {true, false, true}),
        NpyArray.of(new double[0]), NpyArray.of(new double[0], 0, 3), NpyArray.scalar(3));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void everyTypeAndShapeReadsBack(NpyArray array) throws IOException {
    Path file = folder.resolve("a.npz");
    Npz.write(file, Map.of("x", array));
    assertThat(Npz.read(file, "x")).isEqualTo(array);
  }

  @Test
  void bytesOfAMatrixAreThoseOfTheNumpyFormat() {
    byte[] bytes = Npy.write(NpyArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
    assertThat(bytes).hasSize(128 + 48);
    assertThat(Arrays.copyOf(bytes, 8)).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(buffer.getShort(8)).isEqualTo((short) 118);
    String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertThat(header).startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }   ").endsWith(" \n");
    assertThat(buffer.getDouble(128)).isEqualTo(1);
    assertThat(buffer.getDouble(128 + 40)).isEqualTo(6);
  }

  @Test
  void shapesAreWrittenAsPythonTuples() {
    assertThat(header(NpyArray.scalar(1))).contains("'shape': (), }");
    assertThat(header(NpyArray.of(new boolean[4]))).contains("'descr': '|b1'").contains("'shape': (4,), }");
    assertThat(header(NpyArray.of(new int[8], 2, 2, 2))).contains("'descr': '<i4'").contains("(2, 2, 2), }");
  }

  private static String header(NpyArray array) {
    byte[] bytes = Npy.write(array);
    assertThat((ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8) + 10) % 64).isZero();
    return new String(bytes, 10, 100, StandardCharsets.ISO_8859_1);
  }

  @Test
  void equalArraysGiveEqualBytesOfUncompressedEntries() throws IOException {
    Map<String, double[]> vectors = new LinkedHashMap<>();
    vectors.put("w", new double[1000]);
    vectors.put("m", new double[] {1});
    Npz.writeVectors(folder.resolve("a.npz"), vectors);
    Npz.writeVectors(folder.resolve("b.npz"), vectors);
    byte[] bytes = Files.readAllBytes(folder.resolve("a.npz"));
    assertThat(bytes).isEqualTo(Files.readAllBytes(folder.resolve("b.npz"))).hasSizeGreaterThan(8000);
    // Local header: stored (method 0), the time 00:00:02 on 1980-01-01, no extra field that would hold a time zone.
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(List.of(zip.getShort(8), zip.getShort(10), zip.getShort(12), zip.getShort(28)))
        .containsExactly((short) 0, (short) 1, (short) 33, (short) 0);
    assertThat(Npz.readVectors(folder.resolve("a.npz")).keySet()).containsExactly("w", "m");
  }

  @Test
  void bigEndianColumnMajorAndUnsignedArraysAreRead() {
    byte[] data = {0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 5, 0, 0, 0, 3, 0, 0, 0, 6};
    NpyArray array = Npy.read(foreign("{'descr': '>i4', 'fortran_order': True, 'shape': (2, 3), }", data));
    assertThat(array).isEqualTo(NpyArray.of(new int[] {1, 2, 3, 4, 5, 6}, 2, 3));
    NpyArray unsigned = Npy.read(foreign(PAIR.formatted("|u1"), new byte[] {-1, 1}));
    assertThat(unsigned).isEqualTo(NpyArray.of(new short[] {255, 1}));
  }

  private static byte[] foreign(String header, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(12 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0}).putInt(header.length());
    return out.put(header.getBytes(StandardCharsets.US_ASCII)).put(data).array();
  }

  @Test
  void matricesGoThroughAsTheyAre() throws IOException {
    Matrix matrix = new Matrix(2, 3, new double[] {1, 2, 3, 4, 5, 6});
    Npz.write(folder.resolve("a.npz"), Map.of("w", NpyArray.of(matrix)));
    assertThat(Npz.read(folder.resolve("a.npz"), "w").matrix()).isEqualTo(matrix);
    assertThatThrownBy(() -> NpyArray.scalar(1).matrix()).hasMessageContaining("no matrix");
  }

  @Test
  void everySingleDamagedByteOfTheNumbersIsNoticed() throws IOException {
    Path file = folder.resolve("a.npz");
    Npz.writeVectors(file, Map.of("w", new double[] {1, 2}));
    byte[] good = Files.readAllBytes(file);
    int start = new String(good, StandardCharsets.ISO_8859_1).indexOf("NUMPY") - 1;
    for (int i = start; i < start + 128 + 16; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      Files.write(file, bad);
      assertThatThrownBy(() -> Npz.read(file)).isInstanceOf(IOException.class)
          .hasMessageContaining("a.npz").hasMessageContaining("'w' is damaged");
    }
  }

  @Test
  void everyCutFileIsNoticed() throws IOException {
    Path file = folder.resolve("a.npz");
    Npz.writeVectors(file, Map.of("w", new double[] {1, 2}));
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length += 5) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> Npz.read(file)).isInstanceOf(IOException.class).hasMessageContaining("a.npz: damaged");
    }
  }

  @Test
  void damagedHeadersAreToldApart() {
    assertThatThrownBy(() -> Npy.read(new byte[3])).hasMessageContaining("too short");
    assertThatThrownBy(() -> Npy.read(new byte[300])).hasMessageContaining("not a NumPy array");
    assertThatThrownBy(() -> Npy.read(foreign(PAIR.formatted("<f8"), new byte[8])))
        .hasMessage("the shape [2] needs 16 bytes, found 8");
    assertThatThrownBy(() -> Npy.read(foreign(PAIR.formatted("<U3"), new byte[8])))
        .hasMessage("arrays of type '<U3' cannot be read");
  }

  @Test
  void missingNamesAndFilesAreTold() throws IOException {
    Path file = folder.resolve("a.npz");
    Npz.writeVectors(file, Map.of("weights", new double[1]));
    assertThatThrownBy(() -> Npz.read(file, "weigths"))
        .hasMessageEndingWith("a.npz has no array 'weigths' (try: weights); it has weights");
    assertThatThrownBy(() -> Npz.read(folder.resolve("b.npz"))).hasMessageEndingWith("b.npz: no such file or folder");
  }

  @Test
  void shapesMustFitTheNumbers() {
    assertThatThrownBy(() -> NpyArray.of(new double[5], 2, 3)).hasMessage("the shape [2, 3] needs 6 values, got 5");
    assertThatThrownBy(() -> NpyArray.of(new double[0], -1)).hasMessageContaining("negative length");
    assertThatThrownBy(() -> NpyArray.of(new String[1])).hasMessageContaining("not a String[]");
  }

  @Test
  void numbersConvertToDoubles() {
    assertThat(NpyArray.of(new boolean[] {true, false}).doubles()).containsExactly(1, 0);
    assertThat(NpyArray.of(new long[] {3}).doubles()).containsExactly(3);
  }
}

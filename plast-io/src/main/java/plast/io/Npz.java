package plast.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.NoSuchFileException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Named arrays in one file that {@code numpy.load} reads. Equal arrays give equal bytes. Entries are stored, not
 * compressed: weights hardly compress, and a checkpoint must cost milliseconds.
 */
public final class Npz {

  /** The time of every entry; two seconds past the earliest that a zip file can hold, which Java marks specially. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

  private static final String SUFFIX = ".npy";

  private Npz() {}

  /**
   * Writes arrays in the order of the map; an earlier file is replaced at once or not at all.
   *
   * @throws IOException naming the file and the reason
   */
  public static void write(Path file, Map<String, NpyArray> arrays) throws IOException {
    AtomicFile.write(file, out -> writeTo(out, arrays));
  }

  /** Writes vectors, such as those of a checkpoint. */
  public static void writeVectors(Path file, Map<String, double[]> vectors) throws IOException {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    vectors.forEach((name, values) -> arrays.put(name, NpyArray.of(values)));
    write(file, arrays);
  }

  /**
   * Reads all arrays in the order of the file.
   *
   * @throws IOException naming the file, and the array that is damaged
   */
  public static Map<String, NpyArray> read(Path file) throws IOException {
    if (!Files.exists(file)) throw FileFailure.reading(file, new NoSuchFileException(file.toString()));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, NpyArray> arrays = new LinkedHashMap<>();
      for (ZipEntry entry : Collections.list(zip.entries())) arrays.put(name(entry), readEntry(file, zip, entry));
      return arrays;
    } catch (ZipException e) {
      throw new FileFailure("cannot read " + file + ": damaged, or not an npz file (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /** Reads all arrays as doubles, without their shapes. */
  public static Map<String, double[]> readVectors(Path file) throws IOException {
    Map<String, double[]> vectors = new LinkedHashMap<>();
    read(file).forEach((name, array) -> vectors.put(name, array.doubles()));
    return vectors;
  }

  /**
   * Reads one array.
   *
   * @throws IOException when there is none of that name, naming the nearest
   */
  public static NpyArray read(Path file, String name) throws IOException {
    Map<String, NpyArray> arrays = read(file);
    NpyArray array = arrays.get(name);
    if (array != null) return array;
    List<String> names = List.copyOf(arrays.keySet());
    String nearest = Nearest.of(name, names).map(known -> " (try: " + known + ")").orElse("");
    throw new FileFailure(
        file + " has no array '" + name + "'" + nearest + "; it has " + String.join(", ", names));
  }

  private static void writeTo(OutputStream out, Map<String, NpyArray> arrays) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
      byte[] bytes = Npy.write(array.getValue());
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
      entry.setTimeLocal(TIME);
      entry.setSize(bytes.length);
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static String name(ZipEntry entry) {
    String name = entry.getName();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  private static NpyArray readEntry(Path file, ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      if (checksum.getValue() != entry.getCrc()) throw new IllegalArgumentException("its checksum is wrong");
      return Npy.read(bytes);
    } catch (IllegalArgumentException | ArithmeticException | ZipException e) {
      throw new FileFailure("cannot read " + file + ": array '" + name(entry) + "' is damaged: " + e.getMessage(), e);
    }
  }
}

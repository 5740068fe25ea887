package plast.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that readers, and anybody after a kill or a power cut, see the old content or the new one, never a
 * part: a temporary file beside it, forced to the disk, then renamed.
 */
public final class AtomicFile {

  /** Marks temporary files; what bears it after a kill may be deleted. */
  static final String TEMPORARY = ".tmp-";

  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes UTF-8 text. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, out -> out.write(bytes));
  }

  /**
   * Writes what {@code content} writes; missing folders are made.
   *
   * @throws IOException naming the file and the reason; the earlier content is then untouched
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) throw new FileFailure("cannot write " + file + ": it is the root folder, not a file");
    // The process and thread in the name, not a random one: createTempFile would also hide the file from the group.
    Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY + ProcessHandle.current().pid()
        + "-" + Thread.currentThread().threadId());
    try {
      Files.createDirectories(folder);
      try {
        fill(temporary, content);
        move(temporary, target);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(temporary);
        throw e;
      }
      force(folder);
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  private static void fill(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file,
            StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the rename itself survive a power cut, where the system can open a folder. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot; the rename is atomic there all the same.
    }
  }
}

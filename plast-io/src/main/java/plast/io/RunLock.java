package plast.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by the one process that works on a run; the operating system releases it when that process ends in any way. */
public final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static RunLock take(RunFolder folder) throws IOException {
    Path file = folder.path().resolve(".lock");
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) throw busy(folder, "process " + holder(channel));
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new RunLock(channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw busy(folder, "this process");
    } catch (IOException e) {
      channel.close();
      throw FileFailure.writing(file, e);
    }
  }

  private static FileFailure busy(RunFolder folder, String by) {
    return new FileFailure(
        "the run " + folder.reference() + " is being worked on by " + by + "; wait for it or stop it");
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

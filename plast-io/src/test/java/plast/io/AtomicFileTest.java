package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void foldersAreMadeAndEarlierContentReplaced() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    AtomicFile.write(file, "one, and longer");
    AtomicFile.write(file, "two");
    assertThat(file).hasContent("two");
    assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    assertThat(file.getParent().toFile().list()).hasSize(1);
  }

  @Test
  void failedWritesLeaveTheEarlierContentAndNothingElse() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, "earlier");
    assertThatThrownBy(() -> AtomicFile.write(file, out -> {
      out.write(new byte[100_000]);
      throw new IOException("No space left on device");
    })).isInstanceOf(IOException.class).hasMessage("cannot write " + file + ": no space left on device");
    assertThat(file).hasContent("earlier");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void aFileWhereAFolderShouldBeIsNamed() throws IOException {
    Files.writeString(folder.resolve("runs"), "");
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("runs/pilot/x"), "x")).isInstanceOf(IOException.class)
        .hasMessageContaining("cannot write").hasMessageContaining("runs");
  }

  @Test
  void theRootFolderIsNoFile() {
    Path root = folder.getRoot();
    assertThatThrownBy(() -> AtomicFile.write(root, "x")).isInstanceOf(IOException.class)
        .hasMessage("cannot write " + root + ": it is the root folder, not a file");
  }

  @Test
  void reasonsAreInPlainWords() {
    assertThat(FileFailure.reason(new AccessDeniedException("x"))).isEqualTo("permission denied");
    assertThat(FileFailure.reason(new FileSystemException("x", null, "Read-only file system")))
        .isEqualTo("read-only file system");
    assertThat(FileFailure.reason(new FileSystemException("x"))).isEqualTo("x");
    assertThat(FileFailure.reason(new FileSystemException(null))).isEqualTo("fileSystemException");
    assertThat(FileFailure.reason(new IOException("Disk quota exceeded"))).isEqualTo("disk quota exceeded");
  }
}

package plast.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file that could not be read or written; the message names it and says why in plain words. */
public final class FileFailure extends IOException {

  FileFailure(String message) {
    super(message);
  }

  FileFailure(String message, Throwable cause) {
    super(message, cause);
  }

  static FileFailure writing(Path file, IOException cause) {
    return explained("cannot write ", file, cause);
  }

  static FileFailure reading(Path file, IOException cause) {
    return explained("cannot read ", file, cause);
  }

  private static FileFailure explained(String what, Path file, IOException cause) {
    return cause instanceof FileFailure known ? known : new FileFailure(what + file + ": " + reason(cause), cause);
  }

  /** Why, without the path: Java's own messages are often the path alone. */
  static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file or folder";
      case FileAlreadyExistsException taken -> "a file stands in its way: " + taken.getFile();
      case NotDirectoryException other -> "not a folder: " + other.getFile();
      case FileSystemException other when other.getReason() != null -> lower(other.getReason());
      default -> lower(Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()));
    };
  }

  private static String lower(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}

package plast.paper.psrnn;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Results of other threads. */
final class Awaited {
  private Awaited() {}

  /**
   * Waits for a result.
   *
   * @param what could not be done, if it fails: {@code measure a network}
   */
  static <T> T get(Future<T> future, String what) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("cannot " + what + ": interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new IOException("cannot " + what + ": " + (cause == null ? e.getMessage() : cause.getMessage()), e);
    }
  }
}

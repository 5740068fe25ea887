package plast.experiment;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import plast.io.RunFolder;

/** An experiment that is running in the background. Closing it stops it; its folder can be resumed. */
public final class Run implements AutoCloseable {
  private final RunFolder folder;
  private final Interruption interruption = new Interruption();
  private final CompletableFuture<RunResult> result = new CompletableFuture<>();
  private volatile Progress.Listener listener = Progress.NOBODY;

  private Run(RunFolder folder) {
    this.folder = folder;
  }

  static Run start(RunFolder folder) {
    Run run = new Run(folder);
    Thread.ofPlatform().name("run").start(run::go);
    return run;
  }

  private void go() {
    try {
      result.complete(ExperimentRun.go(folder, Clock.systemDefaultZone(), interruption, p -> listener.progress(p)));
    } catch (IOException | RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  /** Its folder. */
  public RunFolder folder() {
    return folder;
  }

  /** Whom to tell of the progress, several times a second. */
  public Run onProgress(Progress.Listener whom) {
    listener = whom;
    return this;
  }

  /** Waits for the end. */
  public RunResult await() throws IOException {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException io) throw io;
      throw e;
    }
  }

  /** Stops at the next step of every network, and waits until all are stored. */
  @Override
  public void close() {
    interruption.request();
    result.handle((_, _) -> true).join();
  }
}

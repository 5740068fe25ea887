package plast.io;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Keeps the {@code run.json} of a running run fresh, so that others can tell a living run from a killed one. The only
 * writer of that file while it is open. Safe for several threads.
 */
public final class RunHeartbeat implements AutoCloseable {

  private final RunFolder folder;
  private final Clock clock;
  private final ScheduledExecutorService timer;
  private RunRecord record;
  private Optional<IOException> failure = Optional.empty();

  private RunHeartbeat(RunFolder folder, RunRecord record, Clock clock) {
    this.folder = folder;
    this.record = record;
    this.clock = clock;
    timer = Executors.newSingleThreadScheduledExecutor(
        task -> Thread.ofPlatform().name("heartbeat").daemon().unstarted(task));
  }

  /**
   * Writes {@code record} and rewrites it every {@link RunRecord#HEARTBEAT}.
   *
   * @throws IOException when it cannot be written even once
   */
  public static RunHeartbeat start(RunFolder folder, RunRecord record, Clock clock) throws IOException {
    return start(folder, record, clock, RunRecord.HEARTBEAT);
  }

  static RunHeartbeat start(RunFolder folder, RunRecord record, Clock clock, Duration period) throws IOException {
    folder.write(record);
    RunHeartbeat heartbeat = new RunHeartbeat(folder, record, clock);
    long millis = period.toMillis();
    heartbeat.timer.scheduleAtFixedRate(heartbeat::beat, millis, millis, TimeUnit.MILLISECONDS);
    return heartbeat;
  }

  /** As last written. */
  public synchronized RunRecord record() {
    return record;
  }

  /** Why the latest beat could not be written, for example a full disk; the run itself goes on. */
  public synchronized Optional<IOException> failure() {
    return failure;
  }

  /** Changes and writes the record. */
  public synchronized void update(UnaryOperator<RunRecord> change) throws IOException {
    record = change.apply(record).beating(clock.instant());
    folder.write(record);
  }

  /**
   * Ends the run.
   *
   * @param reason why it failed or stopped; empty when it is done
   */
  public synchronized void finish(RunState state, String reason) throws IOException {
    timer.shutdownNow();
    record = record.ended(state, reason, clock.instant());
    folder.write(record);
  }

  /** Stops beating; a run that nobody finished has failed. */
  @Override
  public synchronized void close() throws IOException {
    timer.shutdownNow();
    if (record.state() == RunState.RUNNING) finish(RunState.FAILED, "ended before it was finished");
  }

  private synchronized void beat() {
    if (record.state() != RunState.RUNNING) return;
    try {
      record = record.beating(clock.instant());
      folder.write(record);
      failure = Optional.empty();
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }
}

package plast.io;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@code run.json} says about a run.
 *
 * @param kind      the verb and its object: {@code run}, {@code reproduce psrnn}
 * @param arguments the command line as given
 * @param state     as last written; see {@link #stateAt} for a run whose process may be gone
 * @param message   why it failed or stopped; empty otherwise
 * @param times     when
 * @param versions  with what
 * @param origin    from what
 * @param pid       of the process that last worked on it
 * @param headline  what tables of runs show
 */
public record RunRecord(
    String kind,
    List<String> arguments,
    RunState state,
    String message,
    Times times,
    Versions versions,
    Origin origin,
    long pid,
    Headline headline) {

  /** How often a running process says that it lives. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** Heartbeats that may fail to come before a run counts as lost. */
  private static final int MISSED = 3;

  /** When a run started, last gave a sign of life, and ended. */
  public record Times(Instant started, Instant heartbeat, Optional<Instant> finished) {}

  /**
   * What determines a run's numbers.
   *
   * @param configHash of {@code config.yaml}, see {@link Fingerprint}
   * @param parent     the run that this one continues or repeats
   */
  public record Origin(List<Long> seeds, String configHash, Optional<String> parent) {
    public Origin {
      seeds = List.copyOf(seeds);
    }
  }

  /** What a table of runs shows beside the times: {@code metric} names what {@code best} is the best value of. */
  public record Headline(String task, List<String> conditions, String metric, OptionalDouble best) {

    public static final Headline NONE = new Headline("", List.of(), "", OptionalDouble.empty());

    public Headline {
      conditions = List.copyOf(conditions);
    }
  }

  public RunRecord {
    arguments = List.copyOf(arguments);
  }

  /** A run that starts now in this process. */
  public static RunRecord starting(List<String> kindAndArguments, Origin origin, Versions versions, Instant now) {
    return new RunRecord(kindAndArguments.getFirst(), kindAndArguments.subList(1, kindAndArguments.size()),
        RunState.RUNNING, "", new Times(now, now, Optional.empty()), versions, origin, ProcessHandle.current().pid(),
        Headline.NONE);
  }

  /** The state as it must be told at {@code now}: lost when a running one has been silent for three heartbeats. */
  public RunState stateAt(Instant now) {
    return stateAt(state, times.heartbeat, now);
  }

  static RunState stateAt(RunState written, Instant heartbeat, Instant now) {
    boolean silent = heartbeat.plus(HEARTBEAT.multipliedBy(MISSED)).isBefore(now);
    return written == RunState.RUNNING && silent ? RunState.LOST : written;
  }

  /** From the start to the end, or to the last sign of life. */
  public Duration duration() {
    return Duration.between(times.started, times.finished.orElse(times.heartbeat));
  }

  /** Still alive at {@code now}. */
  public RunRecord beating(Instant now) {
    return with(state, message, new Times(times.started, now, times.finished));
  }

  /** Over at {@code now}; {@code reason} is empty for a run that is done. */
  public RunRecord ended(RunState how, String reason, Instant now) {
    return with(how, reason, new Times(times.started, now, Optional.of(now)));
  }

  /** Taken up again at {@code now} by this process. */
  public RunRecord resumed(Instant now) {
    Times again = new Times(times.started, now, Optional.empty());
    return new RunRecord(kind, arguments, RunState.RUNNING, "", again, versions, origin, ProcessHandle.current().pid(),
        headline);
  }

  public RunRecord with(Headline other) {
    return new RunRecord(kind, arguments, state, message, times, versions, origin, pid, other);
  }

  private RunRecord with(RunState otherState, String otherMessage, Times otherTimes) {
    return new RunRecord(kind, arguments, otherState, otherMessage, otherTimes, versions, origin, pid, headline);
  }
}

package plast.io;

import java.util.Locale;
import java.util.Optional;

/** What became of a run. */
public enum RunState {
  RUNNING, DONE, FAILED,
  /** Ended early by a person; can be resumed. */
  STOPPED,
  /** Says that it is running, but its heartbeat has stopped: killed, or its machine went down; can be resumed. */
  LOST;

  /** The word that files and tables use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RunState> named(String word) {
    for (RunState state : values()) if (state.toString().equals(word)) return Optional.of(state);
    return Optional.empty();
  }
}

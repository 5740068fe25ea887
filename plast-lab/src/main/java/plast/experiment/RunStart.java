package plast.experiment;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import plast.io.Versions;

/**
 * How a run comes about.
 *
 * @param runs      the folder of all runs
 * @param kind      the verb, perhaps with its object
 * @param arguments the command line behind it, for the record
 * @param overrides {@code key=value} among them
 * @param versions  with what
 * @param clock     with the user's time zone
 */
public record RunStart(
    Path runs, String kind, List<String> arguments, List<String> overrides, Versions versions, Clock clock) {

  /** A run started from Java. */
  public static RunStart java(Path runs) {
    return new RunStart(runs, "run", List.of(), List.of(), Product.versions(), Clock.systemDefaultZone());
  }
}

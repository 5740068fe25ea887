package plast.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What surrounds a command: where it prints, whether a person watches, the working directory and the time.
 *
 * @param out      for results
 * @param err      for messages and progress
 * @param terminal whether a person watches
 * @param folder   relative paths start here
 * @param clock    with the user's time zone
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal, Path folder, Clock clock) {

  static Console system() {
    PrintWriter out = new PrintWriter(System.out, true), err = new PrintWriter(System.err, true);
    java.io.Console console = System.console();
    return new Console(out, err, console != null && console.isTerminal(), Path.of(""), Clock.systemDefaultZone());
  }

  /** A line of the result. */
  void say(String line) {
    out.println(line);
  }

  /** A line beside the result. */
  void note(String line) {
    err.println(line);
  }
}

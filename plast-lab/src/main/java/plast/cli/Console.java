package plast.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
    java.io.Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), terminal, Path.of(""),
        Clock.systemDefaultZone());
  }

  /** In UTF-8 whatever the locale says: an empty environment must not turn θ into a question mark. */
  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
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

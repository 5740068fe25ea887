package plast.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plast.experiment.Interruption;

/** A second JVM with the product's class path and flags, in the user's working directory, on the user's console. */
final class Child {
  static final List<String> FLAGS = List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");
  private static final int SIGNAL_OFFSET = 128;

  private Child() {}

  /** A tool of the JDK that runs this program. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** Runs a command to its end. Ctrl-C reaches the child as well; what it means there is the child's decision. */
  static int run(Console console, List<String> command) throws IOException {
    Interruption interruption = new Interruption();
    Signals.pass(interruption);
    Process process = new ProcessBuilder(new ArrayList<>(command)).directory(console.folder().toAbsolutePath().toFile())
        .inheritIO().start();
    while (true) {
      try {
        int code = process.waitFor();
        return code > SIGNAL_OFFSET || interruption.requested() && code != 0 ? Main.INTERRUPTED : code;
      } catch (InterruptedException e) {
        process.destroy();
      }
    }
  }
}

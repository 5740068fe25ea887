package plast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a measurement was made on. */
final class Machine {
  private Machine() {}

  /** Processor, number of threads it runs at once, system and Java, on one line. */
  static String describe() {
    return processor() + ", " + Runtime.getRuntime().availableProcessors() + " hardware threads, "
        + System.getProperty("os.name") + ", Java " + Runtime.version();
  }

  /** The processor's name where the system tells it, else its architecture. */
  private static String processor() {
    Path facts = Path.of("/proc/cpuinfo");
    String architecture = System.getProperty("os.arch");
    if (!Files.isReadable(facts)) return architecture;
    try {
      return Files.readAllLines(facts).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst().orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }
}

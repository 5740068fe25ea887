package plast.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a run was computed with.
 *
 * @param product     version of Plast
 * @param commit      its git commit; empty outside a checkout
 * @param dirty       whether the checkout had changes that are in no commit
 * @param jdk         version of the JDK
 * @param cpu         the processor's name
 * @param vectorWidth bits of the vectors that the kernels use
 */
public record Versions(
    String product, Optional<String> commit, boolean dirty, String jdk, String cpu, int vectorWidth) {

  private static final long PATIENCE_SECONDS = 2;

  /**
   * Those of this process.
   *
   * @param productFolder where the product is installed, perhaps a git checkout
   */
  public static Versions here(String product, int vectorWidth, Path productFolder) {
    Optional<String> commit = Files.exists(productFolder.resolve(".git"))
        ? output(productFolder, "git", "rev-parse", "HEAD") : Optional.empty();
    boolean dirty = commit.isPresent()
        && output(productFolder, "git", "status", "--porcelain", "--untracked-files=no").isPresent();
    String jdk = System.getProperty("java.vendor", "") + " " + System.getProperty("java.runtime.version", "");
    return new Versions(product, commit, dirty, jdk.strip(), processor(), vectorWidth);
  }

  private static String processor() {
    Path linux = Path.of("/proc/cpuinfo");
    String architecture = System.getProperty("os.arch", "unknown");
    if (!Files.isReadable(linux)) {
      return output(Path.of("."), "sysctl", "-n", "machdep.cpu.brand_string").orElse(architecture);
    }
    try (Stream<String> lines = Files.lines(linux)) {
      return lines.filter(line -> line.startsWith("model name")).findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }

  /** What a command prints, if it succeeds in time and prints anything. */
  private static Optional<String> output(Path folder, String... command) {
    try {
      Process process = new ProcessBuilder(command).directory(folder.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      // Small outputs fit the pipe, so waiting before reading cannot block; a large one means dirty all the same.
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) process.destroy();
      String text = new String(process.getInputStream().readNBytes(1 << 12)).strip();
      return text.isEmpty() || ended && process.exitValue() != 0 ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

package plast.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which Maven builds a peer: the one on the PATH, or the wrapper in a folder above. */
final class MavenCommand {
  private MavenCommand() {}

  /** @param folder where to look upwards from */
  static String find(Path folder) {
    if (starts("mvn")) return "mvn";
    return above(folder, "mvnw").map(Path::toString)
        .orElseThrow(() -> new PeerFailure("there is no mvn on the PATH and no mvnw above " + folder));
  }

  /** The repository that the product's own build made where the home folder is not writable. */
  static Optional<Path> repository(Path folder) {
    return above(folder, ".plast/repository");
  }

  static Optional<Path> above(Path folder, String name) {
    for (Path place = folder.toAbsolutePath(); place != null; place = place.getParent()) {
      Path candidate = place.resolve(name);
      if (Files.exists(candidate)) return Optional.of(candidate);
    }
    return Optional.empty();
  }

  private static boolean starts(String command) {
    try {
      Process process = new ProcessBuilder(command, "-v")
          .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

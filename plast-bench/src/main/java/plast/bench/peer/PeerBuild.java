package plast.bench.peer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Builds a peer's own Maven project, in {@code peers} of the product's {@code .plast} folder, and says with which class
 * path it runs. A peer that is built already from the same sources is used as it is.
 */
final class PeerBuild {
  private final Peer peer;
  private final PrintWriter progress;
  private final Path folder;

  PeerBuild(Peer peer, PrintWriter progress) {
    this.peer = peer;
    this.progress = progress;
    Path here = ownLocation();
    Path peers = MavenCommand.above(here, ".plast").map(state -> state.resolve("peers"))
        .orElse(here.resolveSibling("peers"));
    folder = peers.resolve(peer.folder());
  }

  private static Path ownLocation() {
    try {
      return Path.of(PeerBuild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new PeerFailure("cannot tell where plast-bench lies: " + e.getMessage(), e);
    }
  }

  /** Where the peer's files lie. */
  Path folder() {
    return folder;
  }

  /** The peer's class path; builds when there is none, a jar of it is gone or a source is another. */
  String classPath() {
    try {
      Path list = folder.resolve("target/classpath");
      if (!(sourcesAreCurrent() && isComplete(list))) build();
      return String.join(File.pathSeparator, Files.readAllLines(list));
    } catch (IOException e) {
      throw new PeerFailure("cannot build " + peer.label() + " in " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean isComplete(Path list) throws IOException {
    if (!Files.exists(list)) return false;
    return Files.readAllLines(list).stream().allMatch(entry -> Files.exists(Path.of(entry)));
  }

  private boolean sourcesAreCurrent() throws IOException {
    for (String source : peer.sources()) {
      Path file = folder.resolve(source);
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content(source))) return false;
    }
    return true;
  }

  private byte[] content(String source) throws IOException {
    String resource = "/peers/" + peer.folder() + "/" + source;
    try (InputStream in = PeerBuild.class.getResourceAsStream(resource)) {
      if (in == null) throw new IOException(resource + " is missing in the jar");
      return in.readAllBytes();
    }
  }

  private void build() throws IOException {
    progress.println("Building " + peer.label() + " (fetches " + peer.download() + " at its first use)");
    progress.flush();
    for (String source : peer.sources()) {
      Path target = folder.resolve(source);
      Files.createDirectories(target.getParent());
      Files.write(target, content(source));
    }
    Files.deleteIfExists(folder.resolve("target/classpath")); // a failed build must not leave the old one
    Path log = folder.resolve("build.log");
    Process maven = maven().directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (maven.waitFor() == 0) return;
    } catch (InterruptedException e) {
      maven.destroy();
      Thread.currentThread().interrupt();
      throw new PeerFailure("interrupted while building " + peer.label(), e);
    }
    throw new PeerFailure(
        peer.label() + " could not be fetched or has no natives for " + platform() + ": " + firstError(log)
            + ". The whole log: " + log);
  }

  private ProcessBuilder maven() {
    List<String> command = new ArrayList<>(
        List.of(MavenCommand.find(folder), "-q", "-B", "-ntp", "-Dstyle.color=never", "-Dplatform=" + platform()));
    MavenCommand.repository(folder).ifPresent(path -> command.add("-Dmaven.repo.local=" + path));
    command.add("process-classes");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private static String firstError(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("[ERROR]"))
        .map(line -> line.substring("[ERROR]".length()).strip().replaceAll("\\.? *->.*", ""))
        .findFirst().orElse("Maven failed");
  }

  /** The machine, as the natives' publisher calls it. */
  static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = system.startsWith("mac") ? "macosx" : system.startsWith("windows") ? "windows" : "linux";
    return name + switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "-x86_64";
      case "aarch64" -> "-arm64";
      case String other -> "-" + other;
    };
  }
}

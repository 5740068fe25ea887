package plast.bench.peer;

import java.util.List;

/**
 * The programs to measure against. Each has a Maven project of its own among this module's resources,
 * {@code peers/FOLDER}, which is built when the peer is first asked for.
 */
public enum Peer {
  LIBTORCH(
      "libtorch-2.13", "libtorch-psrnn", "about 100 MB", "plast.bench.peer.LibtorchPsrnn",
      List.of(
          "pom.xml", "src/main/java/plast/bench/peer/LibtorchPsrnn.java",
          "src/main/java/plast/bench/peer/LibtorchLearner.java"));

  private final String label;
  private final String folder;
  private final String download;
  private final String mainClass;
  private final List<String> sources;

  Peer(String label, String folder, String download, String mainClass, List<String> sources) {
    this.label = label;
    this.folder = folder;
    this.download = download;
    this.mainClass = mainClass;
    this.sources = sources;
  }

  /** Name and version, for results. */
  public String label() {
    return label;
  }

  String folder() {
    return folder;
  }

  /** How much is fetched at the first use. */
  String download() {
    return download;
  }

  String mainClass() {
    return mainClass;
  }

  /** The project's files, below {@code peers/FOLDER}. */
  List<String> sources() {
    return sources;
  }
}

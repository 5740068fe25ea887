package plast.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one run, {@code runs/NAME/TIMESTAMP_HASH}:
 *
 * <pre>
 * config.yaml  as resolved, runnable as it is     overrides.txt  what the command line changed
 * run.json     {@link RunRecord}                  metrics.csv    {@link MetricsFile}
 * log.txt      checkpoints/  data/  figures/
 * </pre>
 *
 * <p>All files but the appended ones are replaced at once or not at all, so that a kill at any moment leaves a readable
 * folder.
 */
public record RunFolder(Path path) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._+-]{0,99}");
  private static final Pattern STAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d_[0-9a-f]{4}(-\\d+)?");
  private static final int HASH_DIGITS = 4;

  /** What a run may not be called because a reference means something else by it. */
  private static final String LATEST = "latest";

  /** Why a name cannot be a run's; empty when it can. */
  public static Optional<String> objectionTo(String name) {
    if (name.equals(LATEST)) return Optional.of("'latest' stands for the latest run");
    if (NAME.matcher(name).matches()) return Optional.empty();
    return Optional.of("'" + name + "' cannot name a folder; use letters, digits and . _ + -");
  }

  /**
   * Makes a new, empty folder. Two that start in the same second with the same settings get different ones.
   *
   * @param runs       the folder of all runs, made when missing
   * @param configHash see {@link Fingerprint}
   * @param clock      with the user's time zone
   * @throws IOException naming the folder that cannot be made and why
   */
  public static RunFolder create(Path runs, String name, String configHash, Clock clock) throws IOException {
    objectionTo(name).ifPresent(objection -> {
      throw new IllegalArgumentException(objection);
    });
    Path parent = runs.resolve(name);
    String stamp = LocalDateTime.now(clock).format(TIME) + "_" + configHash.substring(0, HASH_DIGITS);
    try {
      Files.createDirectories(parent);
      return new RunFolder(fresh(parent, stamp)).furnished();
    } catch (IOException e) {
      throw FileFailure.writing(parent.resolve(stamp), e);
    }
  }

  private static Path fresh(Path parent, String stamp) throws IOException {
    for (int number = 1; ; number++) {
      Path path = parent.resolve(number == 1 ? stamp : stamp + "-" + number);
      try {
        return Files.createDirectory(path);
      } catch (FileAlreadyExistsException e) {
        continue;   // another process took it since; creating is atomic, looking first would not be
      }
    }
  }

  private RunFolder furnished() throws IOException {
    for (Path folder : List.of(checkpoints(), data(), figures())) Files.createDirectories(folder);
    return this;
  }

  /**
   * Opens an existing run.
   *
   * @throws IOException when there is no such folder, it is no run's, or its {@code run.json} is damaged
   */
  public static RunFolder open(Path path) throws IOException {
    if (!Files.exists(path)) throw FileFailure.reading(path, new NoSuchFileException(path.toString()));
    RunFolder folder = new RunFolder(path);
    if (!Files.exists(folder.runJson())) throw new FileFailure(path + " is not a run folder: it has no run.json");
    folder.record();
    return folder;
  }

  static boolean isStamp(String folderName) {
    return STAMP.matcher(folderName).matches();
  }

  public Path config() {
    return path.resolve("config.yaml");
  }

  public Path overrides() {
    return path.resolve("overrides.txt");
  }

  public Path runJson() {
    return path.resolve("run.json");
  }

  public Path metrics() {
    return path.resolve("metrics.csv");
  }

  public Path log() {
    return path.resolve("log.txt");
  }

  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  public Path data() {
    return path.resolve("data");
  }

  public Path figures() {
    return path.resolve("figures");
  }

  /** The run's name; empty where the folder stands in the root folder, so that {@link #reference} is then its path. */
  public String name() {
    return Optional.ofNullable(path.toAbsolutePath().normalize().getParent()).map(Path::getFileName).map(Path::toString)
        .orElse("");
  }

  /** How a user can refer to it: {@code NAME/TIMESTAMP_HASH}. */
  public String reference() {
    return name() + "/" + path.toAbsolutePath().normalize().getFileName();
  }

  /** @throws IOException when it is missing or damaged; the message names the file */
  public RunRecord record() throws IOException {
    return RunJson.read(runJson());
  }

  public void write(RunRecord record) throws IOException {
    RunJson.write(runJson(), record);
  }

  /** Writes what a run is started with. */
  public void writeConfig(String yaml, List<String> changes) throws IOException {
    AtomicFile.write(config(), yaml);
    AtomicFile.write(overrides(), changes.isEmpty() ? "" : String.join("\n", changes) + "\n");
  }

  /**
   * Keeps other processes from working on this run.
   *
   * @throws IOException when one does
   */
  public RunLock lock() throws IOException {
    return RunLock.take(this);
  }

  /** Deletes what writes interrupted by a kill left behind. To be called with the lock held. */
  public void sweep() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(f -> f.getFileName().toString().contains(AtomicFile.TEMPORARY)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw FileFailure.writing(path, e);
    }
  }
}

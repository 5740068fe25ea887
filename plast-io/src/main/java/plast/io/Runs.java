package plast.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The run folders below one folder, and what users call them. */
public final class Runs {

  private static final int SECONDS = "2026-11-23_06-41-57".length();
  private static final int SHOWN = 5;

  /** By the time in the folder's name, which needs no file to be read. */
  private static final Comparator<RunFolder> LATEST_FIRST =
      Comparator.comparing(Runs::second).thenComparing(RunFolder::reference).reversed();

  private Runs() {}

  /** All run folders, the latest first to the second; none when the folder is missing. */
  public static List<RunFolder> list(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) return List.of();
    try (Stream<Path> names = Files.list(runs)) {
      return names.filter(Files::isDirectory).flatMap(Runs::ofName).sorted(LATEST_FIRST).toList();
    } catch (IOException e) {
      throw FileFailure.reading(runs, e);
    }
  }

  /**
   * The run that a user means by a folder, {@code latest}, {@code NAME} (its latest run) or {@code NAME/TIME}, where
   * TIME may be cut short as long as one run fits.
   *
   * @throws IOException when no run or several fit, naming the nearest
   */
  public static RunFolder resolve(Path runs, String reference) throws IOException {
    if (reference.isBlank()) throw new FileFailure("no run given; write a folder, a name or 'latest'");
    Path direct = Path.of(reference);
    if (isPath(direct, reference)) return RunFolder.open(direct);
    List<RunFolder> all = list(runs).stream().filter(run -> Files.exists(run.runJson())).toList();
    String wanted = reference.endsWith("/") ? reference.substring(0, reference.length() - 1) : reference;
    List<RunFolder> fitting = fitting(all, direct, wanted);
    if (fitting.isEmpty()) throw none(runs, wanted, all);
    boolean cutShort = wanted.contains("/") && !holdsRuns(direct) && !fitting.getFirst().reference().equals(wanted);
    if (cutShort && fitting.size() > 1) throw several(wanted, fitting);
    return RunFolder.open(latest(fitting).path());
  }

  /** Of those that started in the same second, the last by run.json, which is finer. */
  private static RunFolder latest(List<RunFolder> latestFirst) {
    String second = second(latestFirst.getFirst());
    return latestFirst.stream().takeWhile(run -> second(run).equals(second))
        .max(Comparator.comparing(Runs::started).thenComparing(RunFolder::reference)).orElseThrow();
  }

  /** Whether a reference can only mean one folder, be it a run's or not. */
  private static boolean isPath(Path direct, String reference) {
    if (Files.isRegularFile(direct.resolve("run.json"))) return true;
    return (direct.isAbsolute() || reference.contains("/") && Files.exists(direct)) && !holdsRuns(direct);
  }

  /** The runs that a reference may mean, the latest first; where one bears it exactly, that one alone. */
  private static List<RunFolder> fitting(List<RunFolder> all, Path direct, String wanted) {
    if (wanted.equals("latest")) return all;
    if (holdsRuns(direct)) return ofName(direct).sorted(LATEST_FIRST).toList();
    List<RunFolder> exact =
        all.stream().filter(run -> run.name().equals(wanted) || run.reference().equals(wanted)).toList();
    if (!exact.isEmpty() || !wanted.contains("/")) return exact;
    return all.stream().filter(run -> run.reference().startsWith(wanted)).toList();
  }

  private static FileFailure none(Path runs, String reference, List<RunFolder> all) {
    if (all.isEmpty()) return new FileFailure("no run '" + reference + "': there are no runs in " + runs);
    TreeSet<String> names = new TreeSet<>();
    for (RunFolder run : all) names.add(run.name());
    int slash = reference.indexOf('/');
    String name = slash < 0 ? reference : reference.substring(0, slash);
    if (names.contains(name)) {
      return new FileFailure("no run '" + reference + "' in " + runs + "; its runs are "
          + shown(all.stream().filter(run -> run.name().equals(name)).toList()));
    }
    String hint = Nearest.of(name, names).map(nearest -> " (try: " + nearest + ")")
        .orElseGet(() -> "; names are " + String.join(", ", names.stream().limit(SHOWN).toList()));
    return new FileFailure("no run '" + reference + "' in " + runs + hint);
  }

  private static FileFailure several(String reference, List<RunFolder> fitting) {
    return new FileFailure("'" + reference + "' fits " + fitting.size() + " runs: " + shown(fitting));
  }

  private static String shown(List<RunFolder> folders) {
    String list = String.join(", ", folders.stream().limit(SHOWN).map(RunFolder::reference).toList());
    return folders.size() > SHOWN ? list + ", …" : list;
  }

  private static boolean holdsRuns(Path folder) {
    return Files.isDirectory(folder) && ofName(folder).findAny().isPresent();
  }

  private static Stream<RunFolder> ofName(Path folder) {
    try (Stream<Path> stamps = Files.list(folder)) {
      return stamps.filter(path -> RunFolder.isStamp(path.getFileName().toString()) && Files.isDirectory(path))
          .map(RunFolder::new).toList().stream();
    } catch (IOException e) {
      return Stream.empty();   // a folder that may not be read holds nothing for this user
    }
  }

  private static String second(RunFolder folder) {
    return folder.path().getFileName().toString().substring(0, SECONDS);
  }

  private static Instant started(RunFolder folder) {
    try {
      return folder.record().times().started();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}

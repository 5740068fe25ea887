package plast.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists runs quickly: {@code index.sqlite} in the folder of all runs remembers what each {@code run.json} said, and
 * only those that changed since are read again. The run folders are the truth: a missing, damaged, locked or
 * unwritable index costs time, never an answer.
 */
public final class RunIndex {

  /** Up to this many run.json are read in less time than SQLite needs to start. */
  private static final int FEW = 500;

  private final Path runs;
  private final Clock clock;
  private final int few;

  /** @param runs the folder of all runs; it need not exist */
  public RunIndex(Path runs, Clock clock) {
    this(runs, clock, FEW);
  }

  RunIndex(Path runs, Clock clock, int few) {
    this.runs = runs;
    this.clock = clock;
    this.few = few;
  }

  /**
   * The runs found, the latest first.
   *
   * @param damaged one message per folder whose {@code run.json} is missing or unreadable
   */
  public record Listing(List<RunSummary> runs, List<String> damaged) {
    public Listing {
      runs = List.copyOf(runs);
      damaged = List.copyOf(damaged);
    }
  }

  /**
   * All runs that match.
   *
   * @param filter words that must all occur in the reference, kind, state, task or conditions; empty for all
   * @throws IOException when the folder of all runs cannot be read
   */
  public Listing list(String filter) throws IOException {
    List<RunFolder> folders = Runs.list(runs);
    return list(folders, filter.strip(), folders.size() > few);
  }

  private Listing list(List<RunFolder> folders, String filter, boolean indexed) {
    Map<String, RunRow> known = new HashMap<>(indexed ? RunDatabase.read(file()) : Map.of());
    List<RunRow> changed = new ArrayList<>();
    List<RunSummary> found = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    Instant now = clock.instant();
    for (RunFolder folder : folders) {
      try {
        RunRow old = known.remove(folder.reference());
        RunRow row = RunRow.of(folder, old);
        if (row != old) changed.add(row);
        RunSummary summary = row.summary(folder.path(), now);
        if (summary.matches(filter)) found.add(summary);
      } catch (IOException e) {
        damaged.add(e.getMessage());
      }
    }
    boolean stale = !changed.isEmpty() || !known.isEmpty();
    if (indexed && stale) RunDatabase.update(file(), changed, known.keySet());
    found.sort(Comparator.comparing(RunSummary::started).reversed());
    return new Listing(found, damaged);
  }

  /** Enters or refreshes one run. */
  public void enter(RunFolder folder) throws IOException {
    RunDatabase.update(file(), List.of(RunRow.of(folder, null)), List.of());
  }

  /**
   * Forgets the index and makes it anew from the run folders.
   *
   * @throws IOException when the old index cannot be deleted
   */
  public Listing rebuild() throws IOException {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw FileFailure.writing(file(), e);
    }
    List<RunFolder> folders = Runs.list(runs);
    return list(folders, "", !folders.isEmpty());
  }

  private Path file() {
    return runs.resolve("index.sqlite");
  }
}

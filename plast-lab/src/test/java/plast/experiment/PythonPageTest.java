package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plast.io.CsvTable;
import plast.io.Json;
import plast.io.Npz;

/** Holds docs/python.md to what a run leaves behind. */
class PythonPageTest {
  private static String page = "";
  private static Path run = Path.of("");

  @BeforeAll
  static void leaveARunBehind(@TempDir Path runs) throws IOException {
    page = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/python.md"));
    Experiment experiment = Experiment.named("tiny").seeds(1)
        .task("dms").units(8).batch(4).trials(48).evaluate(4, 12, 2).condition("base", c -> c.recordWeights(1)).build();
    try (Run tiny = experiment.start(runs)) {
      run = tiny.await().folder().path();
    }
  }

  private static void pageNames(Iterable<String> words) {
    assertThat(words).isNotEmpty().allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
  }

  @Test
  void everyArrayOfANetworkIsListed() throws IOException {
    var arrays = Npz.read(run.resolve("results/base__1.npz"));
    assertThat(arrays).containsKeys("evaluations", "during_weights");
    pageNames(arrays.keySet());
    assertThat(arrays.get("evaluations").shape()[1]).isEqualTo(9);
    assertThat(arrays.get("last_weights").shape()).containsExactly(8, 8);
    assertThat(arrays.get("during_strong").shape()).hasSize(3).endsWith(8, 8);
    assertThat(arrays.get("last_at").shape()).containsExactly(2);
  }

  @Test
  void everyKeyOfItsSummaryAndOfTheRunIsListed() throws IOException {
    pageNames(Json.read(run.resolve("results/base__1.json")).keySet());
    pageNames(Json.read(run.resolve("run.json")).keySet());
  }

  @Test
  void everyColumnOfTheMetricsIsListed() throws IOException {
    List<String> columns = CsvTable.read(run.resolve("metrics.csv")).columns();
    pageNames(columns);
    assertThat(columns).containsAll(OutcomeFile.COLUMNS);
  }

  @Test
  void everyFileOfARunIsListed() throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      TreeSet<String> names = new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
      names.removeIf(name -> name.startsWith("."));
      assertThat(names).contains("figures", "results").allSatisfy(name -> assertThat(page).contains("\n  " + name));
    }
  }
}

package plast.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

class RunIndexTest {

  @TempDir Path runs;
  private final SettableClock clock = new SettableClock();
  private RunIndex index;
  private Path file;
  private RunFolder pilot;

  @BeforeEach
  void twoRuns() throws IOException {
    index = new RunIndex(runs, clock, 0);
    file = runs.resolve("index.sqlite");
    pilot = ExampleRuns.create(runs, "pilot", clock);
    clock.forward(Duration.ofSeconds(10));
    RunFolder study = ExampleRuns.create(runs, "study", clock);
    study.write(study.record().ended(RunState.DONE, "", clock.instant().plusSeconds(2)));
  }

  private List<String> names(String filter) throws IOException {
    return index.list(filter).runs().stream().map(RunSummary::name).toList();
  }

  @Test
  void rowsSayWhatTheRecordsSay() throws IOException {
    for (int time = 0; time < 2; time++) {   // first from the folders, then from the index
      RunSummary row = index.list("study").runs().getFirst();
      assertThat(row.state()).isEqualTo(RunState.DONE);
      assertThat(row.duration()).isEqualTo(Duration.ofSeconds(2));
      assertThat(row.task()).isEqualTo("dms");
      assertThat(row.conditions()).containsExactly("ps", "bp");
      assertThat(row.seeds()).isEqualTo(2);
      assertThat(row.best()).isEqualTo(OptionalDouble.of(0.97));
      assertThat(row.metric()).isEqualTo("performance");
      assertThat(row.kind()).isEqualTo("run");
    }
    assertThat(file).exists();
    assertThat(RunDatabase.read(file)).hasSize(2);
  }

  @Test
  void everyWordOfTheFilterMustOccur() throws IOException {
    assertThat(names("")).containsExactly("study", "pilot");
    assertThat(names("DMS ps")).containsExactly("study", "pilot");
    assertThat(names("running bp")).containsExactly("pilot");
    assertThat(names("done pilot")).isEmpty();
  }

  @Test
  void silentRunsAreLostThoughTheIndexSaysRunning() throws IOException {
    index.list("");
    clock.forward(Duration.ofMinutes(1));
    assertThat(names("lost")).containsExactly("pilot");
  }

  @Test
  void changedAndDeletedRunsAreNoticed() throws IOException {
    index.list("");
    pilot.write(pilot.record().ended(RunState.STOPPED, "by hand", clock.instant()));
    assertThat(names("stopped")).containsExactly("pilot");
    pilot.sweep();
    try (var files = Files.walk(pilot.path())) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
    }
    assertThat(names("")).containsExactly("study");
    assertThat(RunDatabase.read(file)).hasSize(1);
  }

  @Test
  void damagedRecordsAreListedApart() throws IOException {
    Files.writeString(pilot.runJson(), "{");
    RunIndex.Listing listing = index.list("");
    assertThat(listing.runs()).hasSize(1);
    assertThat(listing.damaged()).singleElement().asString().contains("run.json").contains("damaged");
  }

  @Test
  void damagedIndexIsMadeAnew() throws IOException {
    Files.write(file, "this is no database, whatever its name says".repeat(100).getBytes());
    assertThat(names("")).containsExactly("study", "pilot");
    assertThat(names("")).containsExactly("study", "pilot");
    assertThat(RunDatabase.read(file)).hasSize(2);
  }

  @Test
  void indexOfAnotherLayoutIsMadeAnew() throws Exception {
    sql("CREATE TABLE runs (other TEXT)");
    assertThat(names("")).containsExactly("study", "pilot");
    assertThat(RunDatabase.read(file)).hasSize(2);
  }

  @Test
  void rowsThatNobodyWroteAreNotBelieved() throws Exception {
    index.list("");
    sql("UPDATE runs SET started = 'yesterday'");
    assertThat(names("")).containsExactly("study", "pilot");
    assertThat(RunDatabase.read(file)).hasSize(2);
  }

  @Test
  void lockedIndexIsBypassed() throws Exception {
    try (Connection connection = new JDBC().connect(JDBC.PREFIX + file, new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertThat(names("")).containsExactly("study", "pilot");
    }
  }

  @Test
  void unwritableIndexIsBypassed() throws IOException {
    Files.createDirectory(file);
    assertThat(names("")).containsExactly("study", "pilot");
    index.enter(pilot);
  }

  @Test
  void rebuildReadsTheFoldersAgain() throws Exception {
    index.list("");
    sql("UPDATE runs SET kind = 'wrong'");
    assertThat(index.list("").runs().getFirst().kind()).isEqualTo("wrong");
    assertThat(index.rebuild().runs().getFirst().kind()).isEqualTo("run");
  }

  @Test
  void fewRunsAreReadWithoutTheIndex() throws IOException {
    assertThat(new RunIndex(runs, clock).list("").runs()).hasSize(2);
    assertThat(file).doesNotExist();
    new RunIndex(runs, clock).rebuild();
    assertThat(RunDatabase.read(file)).hasSize(2);
  }

  @Test
  void enteredRunsAreRemembered() throws IOException {
    index.enter(pilot);
    assertThat(RunDatabase.read(file).keySet()).containsExactly(pilot.reference());
  }

  @Test
  void noRunsGiveAnEmptyListAndNoFile() throws IOException {
    Path none = runs.resolve("none");
    assertThat(new RunIndex(none, clock).list("").runs()).isEmpty();
    assertThat(none).doesNotExist();
  }

  private void sql(String command) throws Exception {
    try (Connection connection = new JDBC().connect(JDBC.PREFIX + file, new Properties());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(command);
    }
  }
}

package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("t.csv");
  }

  @Test
  void fieldsReadBackAsWritten() throws IOException {
    List<String> odd = List.of("a,b", "say \"hi\"", "two\nlines", " space ", "ü", "");
    try (CsvWriter writer = CsvWriter.open(file, List.of("a", "b,c", "d", "e", "f", "g"))) {
      writer.row(odd);
      writer.row(Arrays.asList(1, 0.1, true, Double.NaN, null, 1e-300));
    }
    CsvTable table = CsvTable.read(file);
    assertThat(table.columns()).containsExactly("a", "b,c", "d", "e", "f", "g");
    assertThat(table.rows()).containsExactly(odd, List.of("1", "0.1", "true", "NaN", "", "1.0E-300"));
    assertThat(table.byName().get(1).number("g")).isEqualTo(1e-300);
    assertThat(table.byName().get(1).number("f")).isNaN();
  }

  @Test
  void rowsOfTheWrongLengthAreRefused() throws IOException {
    try (CsvWriter writer = CsvWriter.open(file, List.of("a", "b"))) {
      assertThatThrownBy(() -> writer.row(List.of(1))).hasMessageContaining("has 2 fields [a, b], got 1");
    }
  }

  @Test
  void tornLastRowsAreDroppedByReadersAndCutByWriters() throws IOException {
    String whole = "step,note\n1,\"x\ny\"\n";
    for (String torn : List.of("", "2", "2,", "2,\"a\nb", "2,\"a\nb\"")) {
      Files.writeString(file, whole + torn);
      assertThat(CsvTable.read(file).rows()).containsExactly(List.of("1", "x\ny"));
      try (CsvWriter writer = CsvWriter.open(file, List.of("step", "note"))) {
        writer.row(List.of(3, "z"));
      }
      assertThat(file).hasContent(whole + "3,z\n");
    }
  }

  @Test
  void tornHeadersAreWrittenAgain() throws IOException {
    Files.writeString(file, "step,no");
    CsvWriter.open(file, List.of("step", "note")).close();
    assertThat(file).hasContent("step,note\n");
  }

  @Test
  void otherColumnsAreNotAppendedTo() throws IOException {
    Files.writeString(file, "a,b\n1,2\n");
    assertThatThrownBy(() -> CsvWriter.open(file, List.of("a", "c"))).isInstanceOf(IOException.class)
        .hasMessageContaining("has the columns [a, b], not [a, c]");
    assertThat(file).hasContent("a,b\n1,2\n");
  }

  @Test
  void metricsAreCutBackToACheckpoint() throws IOException {
    try (MetricsFile metrics = MetricsFile.open(file, List.of("seed", "step", "loss"))) {
      for (int step = 1; step <= 4; step++) metrics.append(7, step, 1.0 / step);
      metrics.flush();
      assertThat(MetricsFile.read(file).numbers("step")).containsExactly(1, 2, 3, 4);
    }
    MetricsFile.rewriteKeeping(file, row -> row.number("step") <= 2);
    assertThat(file).hasContent("seed,step,loss\n7,1,1.0\n7,2,0.5\n");
    MetricsFile.rewriteKeeping(folder.resolve("missing.csv"), _ -> true);
    assertThat(folder.resolve("missing.csv")).doesNotExist();
  }

  @Test
  void missingColumnsNameTheNearest() {
    CsvTable table = new CsvTable("t.csv", List.of("step", "loss"), List.of());
    assertThatThrownBy(() -> table.numbers("los"))
        .hasMessage("t.csv has no column 'los' (try: loss); it has step, loss");
  }

  @Test
  void raggedRowsAreToldWithTheirLine() throws IOException {
    Files.writeString(file, "a,b\n1,2\n3\n");
    assertThatThrownBy(() -> CsvTable.read(file)).hasMessageEndingWith("t.csv:3: the row has 1 fields, the header 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "id,spine_vol_um3\n1,0.5\n2,1.5\n", "id;spine_vol_um3\r\n1;0.5\r\n2;1.5\r\n", "spine_vol_um3\tid\n0.5\t1\n1.5\t2",
      "\ufeffid,spine_vol_um3\n1,0.5\n\n2,1.5",
      "\"id, of synapse\",\"spine_vol_um3\"\n\"1\",\"0.5\"\n2, 1.5 \n3,\n4,nan\n",
      "spine_vol_um3\n0.5\n1.5\n"})
  void synapseTablesOfManyDialectsAreRead(String text) throws IOException {
    Files.writeString(file, text.replace("nan", "NaN"));
    SynapseTable table = SynapseTable.read(file);
    assertThat(table.column()).isEqualTo("spine_vol_um3");
    assertThat(table.sizes()).containsExactly(0.5, 1.5);
    assertThat(table.absent()).isEqualTo(text.contains("nan") ? 2 : 0);
  }

  @Test
  void synapseTablesThatCannotBeUsedSayWhy() throws IOException {
    expect("id,volume\n1,2\n", "has neither a column 'spine_vol_um3' nor 'size'; it has id, volume");
    expect("size\n1\n-2\n", "t.csv:3: size is -2, must be positive");
    expect("size\n0\n", "t.csv:2: size is 0, must be positive");
    expect("id;size\n1;0,5\n", "t.csv:2: size is '0,5', not a number; write decimals with a point");
    expect("size\nbig\n", "size is 'big', not a number");
    expect("size\n\n", "has no value in its column 'size'");
    expect("", "is empty; its first line must name the columns");
    assertThatThrownBy(() -> SynapseTable.read(folder.resolve("none.csv")))
        .hasMessageEndingWith("no such file or folder");
  }

  private void expect(String text, String message) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SynapseTable.read(file)).isInstanceOf(IOException.class).hasMessageContaining(message);
  }
}

package plast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plast.io.Json;

class ReproduceCommandTest {
  @TempDir
  Path folder;

  private record Call(int code, String out, String err) {}

  private Call plast(String... arguments) {
    StringWriter out = new StringWriter(), err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, folder, Clock.systemUTC());
    int code = Main.run(console, arguments);
    return new Call(code, out.toString(), err.toString());
  }

  @Test
  void printsVerdictsAndThePathOfTheReportLast() throws IOException {
    Call call = plast("reproduce", "psrnn", "--quick", "--task", "pwm", "--seeds", "2", "--cap", "64", "--threads", "2");
    assertThat(call.code()).isZero();
    List<String> lines = call.out().strip().lines().toList();
    assertThat(lines.getFirst()).startsWith("claim").contains("verdict", "effect", "setting");
    assertThat(lines.getLast()).startsWith("Report: ").endsWith("report.html");
    assertThat(Path.of(lines.getLast().substring("Report: ".length()))).isNotEmptyFile();
    Call again = plast("resume", "latest", "--json");
    Map<String, Object> json = Json.parse(again.out());
    assertThat(json).containsKeys("conditions", "comparisons", "claims", "report", "runFolder", "seconds");
  }

  @Test
  void wrongWordsAreNamedAndNoFolderIsMade() throws IOException {
    for (List<String> wrong : List.of(
        List.of("psrn"), List.of("psrnn", "--part", "atlass"), List.of("psrnn", "--task", "dmz"),
        List.of("psrnn", "--seeds", "1"), List.of("psrnn", "--threads", "0"))) {
      List<String> words = new ArrayList<>(List.of("reproduce"));
      words.addAll(wrong);
      Call call = plast(words.toArray(String[]::new));
      assertThat(call.code()).as(wrong.toString()).isEqualTo(Main.WRONG);
      assertThat(call.err()).startsWith("plast: ");
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aMissingSynapseTableIsKnownBeforeTraining() throws IOException {
    Call call = plast("reproduce", "psrnn", "--quick", "--synapse-table", "none.csv");
    assertThat(call.code()).isEqualTo(Main.FAILED);
    assertThat(call.err()).contains("none.csv");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}

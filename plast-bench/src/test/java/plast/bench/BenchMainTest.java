package plast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchMainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String line) {
    CommandLine command = BenchMain.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(line.split(" "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "psrnn --neurons 0; --neurons is 0, and must be at least 1",
      "psrnn --batch -3; --batch is -3, and must be at least 1",
      "psrnn --seconds 0; --seconds is 0.0, and must be above 0",
      "psrnn --neurons 1000000; this size needs about",
      "psrnn --peer torch; 'torch'",
      "latency --samples 0; --samples is 0, and must be at least 1",
      "psrn; 'psrn'"})
  void wrongArgumentsEndWithExitCodeTwoAndSayWhatIsWrong(String line, String expected) {
    assertThat(execute(line)).isEqualTo(2);
    assertThat(err.toString()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"--help", "psrnn --help", "table --help", "latency --help", "math --help", "jmh --help"})
  void helpShowsAnExample(String line) {
    assertThat(execute(line)).isZero();
    assertThat(out.toString()).contains("Example: plast bench");
  }

  @Test
  void benchAloneAsksWhatToMeasure() {
    assertThat(BenchMain.commandLine().setErr(new PrintWriter(err)).execute()).isEqualTo(2);
    assertThat(err.toString()).contains("psrnn, table, latency, math or jmh");
  }
}

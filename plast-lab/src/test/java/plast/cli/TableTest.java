package plast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void numbersAreAlignedRightAndWordsLeft() {
    StringWriter out = new StringWriter();
    new Table("name", "n", "word").row("a", "5", "x").row("longer", "100", "yy")
        .print(new Console(new PrintWriter(out), new PrintWriter(out), false, Path.of(""), Clock.systemUTC()));
    assertThat(out.toString().lines()).containsExactly(
        "name      n  word",
        "a         5  x",
        "longer  100  yy");
  }

  @Test
  void timesAndNumbersReadWell() {
    assertThat(Words.time(5.25)).isEqualTo("5.3s");
    assertThat(Words.time(165)).isEqualTo("2m 45s");
    assertThat(Words.time(11_100)).isEqualTo("3h 5m");
    assertThat(Words.number(643.6)).isEqualTo("644");
    assertThat(Words.number(0.3651)).isEqualTo("0.37");
    assertThat(Words.number(0.00015)).isEqualTo("1.5e-04");
    assertThat(Words.number(Double.NaN)).isEqualTo("–");
  }
}

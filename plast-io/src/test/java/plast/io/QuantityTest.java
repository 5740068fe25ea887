package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({"20 ms, 20, TIME", "20ms, 20, TIME", "1.5 s, 1500, TIME", "100 us, 0.1, TIME", "100 µs, 0.1, TIME",
      "5 min, 300000, TIME", "5 Hz, 5, RATE", "2 kHz, 2000, RATE", "0.2, 0.2, PLAIN", "-1e-3, -0.001, PLAIN",
      ".5, 0.5, PLAIN", "1e3 ms, 1000, TIME", "' 3  ms ', 3, TIME"})
  void numbersAreBroughtToTheirBaseUnit(String text, double value, Quantity.Dimension dimension) {
    assertThat(Quantity.parse(text)).isEqualTo(new Quantity(value, dimension));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ms", "fast", "1,5 ms", "NaN", "Infinity", "--1", "1 2 ms", "0x10", "1d", "1f"})
  void whatIsNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void messagesSayWhatWouldBeRight() {
    assertThatThrownBy(() -> Quantity.parse("5 sec")).hasMessage(
        "unknown unit 'sec' in '5 sec'; known: s, ms, us, min, Hz, kHz");
    assertThatThrownBy(() -> Quantity.milliseconds("600")).hasMessage(
        "'600' has no unit; expected a time such as 20 ms");
    assertThatThrownBy(() -> Quantity.hertz("5 ms")).hasMessage("'5 ms' is a time; expected a rate such as 5 Hz");
    assertThatThrownBy(() -> Quantity.plain("5 ms")).hasMessageContaining("expected a number without unit");
    assertThatThrownBy(() -> Quantity.parse("1e999")).hasMessage("'1e999' is too large");
  }

  @Test
  void zeroNeedsNoUnit() {
    assertThat(Quantity.milliseconds("0")).isZero();
    assertThat(Quantity.hertz("0.0")).isZero();
  }
}

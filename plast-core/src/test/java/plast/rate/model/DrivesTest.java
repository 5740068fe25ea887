package plast.rate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plast.equation.Expr;
import plast.equation.Expressions;
import plast.equation.IntegrationStep;
import plast.equation.Printed;

/** Which inputs and parameters go into one sum, and what products look like whose common factors come first. */
class DrivesTest {

  private static Drives of(String next, String elsewhere) {
    IntegrationStep step = new IntegrationStep(Map.of(), Map.of("x", parse(next)), Set.of(), Optional.empty());
    return Drives.of(step, List.of("b", "c"), name -> name.equals("stim"), List.of(parse(elsewhere)));
  }

  private static Expr parse(String text) {
    return Expressions.parse("test", text).orThrow();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "x + dt*(-x + input(rec) + input(stim) + b)/tau | x + dt*(-x + input(rec))/tau | [rec, stim] | [b]",
      "x + input(rec) - x + b + input(stim) - c       | x + input(rec) - x - c       | [rec, stim] | [b]",
      "x + tanh(input(stim) + b) + input(stim) + b    | x + tanh(input(stim)) + input(stim) | [stim] | [b]",
      "x - input(rec) - b - input(stim)               | x - input(rec)               | [rec, stim] | [b]",
      "b - (x - input(stim))                          | -(x - input(stim))           | [stim] | [b]",
      "x + b*(input(stim) + b)                        | x + b*(input(stim) + b)      | [stim] | []"})
  void whatIsOnlyAddedUpIsOneDrive(String next, String rest, String inputs, String biases) {
    Drives drives = of(next, "x");
    assertThat(Printed.of(drives.step().next().get("x"))).isEqualTo(Printed.of(parse(rest)));
    assertThat(drives.drives()).hasSize(1);
    assertThat(drives.drives().getFirst().inputs()).hasToString(inputs);
    assertThat(drives.drives().getFirst().biases()).hasToString(biases);
  }

  @Test
  void inputsThatAreReadApartStayApart() {
    Drives drives = of("x + input(rec)*input(stim) + input(rec) + b", "x");
    assertThat(drives.drives()).extracting(Drives.Drive::name).containsExactly("rec", "stim");
    assertThat(drives.drives()).allMatch(drive -> drive.biases().isEmpty());
  }

  @Test
  void aParameterThatOthersReadIsNoBias() {
    assertThat(of("x + input(stim) + b + c", "x*b").drives().getFirst().biases()).containsExactly("c");
  }

  @Test
  void withoutAStimulusBiasesStayInTheEquations() {
    assertThat(of("x + input(rec) + b", "x").drives().getFirst().biases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dt*(x - a)/tau       | dt/tau*(x - a)", "x*dt*2/tau/y   | dt*2/tau*(x/y)", "-x*dt/tau | -(dt/tau)*x",
      "x/y                  | x/y",            "1/(x*tau)      | 1/tau/x",
      "x*(dt/tau) + y*tau   | dt/tau*x + tau*y",
      "dt*exp(x/tau/dt)     | dt*exp(1/(tau*dt)*x)"})
  void equalFactorsComeFirst(String text, String expected) {
    Set<String> equal = Set.of("dt", "tau");
    Expr e = EqualFactors.first(parse(text), part -> part instanceof Expr.Number
        || !plast.equation.Trees.names(part).isEmpty() && equal.containsAll(plast.equation.Trees.names(part)));
    assertThat(Printed.of(e)).isEqualTo(Printed.of(parse(expected)));
  }
}

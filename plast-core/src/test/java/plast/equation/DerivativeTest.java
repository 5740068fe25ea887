package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTest {
  /** Fourth-order central differences at step 1e-3 are right to about 1e-11 relative. */
  private static final double TOLERANCE = 1e-8;
  private static final double STEP = 1e-3;

  static Stream<String> functions() {
    return Stream.of("abs(x)", "sqrt(x)", "exp(x)", "expm1(x)", "exprel(x)", "exprel(x/100)", "log(x)", "log10(x)",
        "log1p(x)",
        "sin(x)", "cos(x)", "tan(x/2)", "arcsin(x/3)", "arccos(x/3)", "arctan(x)", "sinh(x)", "cosh(x)", "tanh(x)",
        "sigmoid(x)", "softplus(x)", "erf(x)", "clip(x, 0.3, 0.9)", "clip(y, x, 2)", "clip(y, 0, x)", "min(x, y)",
            "max(x, y)",
        "where(x > 1, x**2, x)", "x**3", "x**y", "y**x", "x**x", "x/y", "y/x", "x/(1 + x)", "x*sin(x) - x", "-x**2",
        "mean(x**2)", "exp(-x**2)/sqrt(2*pi)", "1/(1 + exp(-x))", "where(y > 0, tanh(x), 0)", "(x**2)**0.5", "2 + y");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void derivativeIsTheLimitOfDifferences(String text) {
    Expr e = Expressions.of(text);
    Expr slope = Derivative.of(e, "x").orThrow();
    for (double x : new double[] {0.17, 0.62, 1.31, 1.87}) {
      assertThat(value(slope, x, 0.7)).as("at %s: %s", x, Printed.of(slope)).isEqualTo(difference(e, x, 0.7),
          within(TOLERANCE * Math.max(1, Math.abs(value(slope, x, 0.7)))));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void secondDerivativeIsTheLimitOfDifferencesOfTheFirst(String text) {
    Expr first = Derivative.of(Expressions.of(text), "x").orThrow();
    Result<Expr> second = Derivative.of(first, "x");
    if (text.startsWith("abs")) {
      assertThat(second.problems()).isNotEmpty();
      return;
    }
    for (double x : new double[] {0.17, 0.62, 1.31}) {
      double exact = value(second.orThrow(), x, 0.7);
      assertThat(exact).isEqualTo(difference(first, x, 0.7), within(1e-7 * Math.max(1, Math.abs(exact))));
    }
  }

  @Test
  void derivativesOfRandomExpressionsAreLimitsOfDifferences() {
    RandomTexts texts = new RandomTexts(new SplittableRandom(3));
    int checked = 0;
    for (int k = 0; k < 3000; k++) {
      Expr e = texts.number(4);
      Result<Expr> slope = Derivative.of(e, "x");
      if (slope.value().isEmpty()) continue;
      double wide = difference(e, 0.7, 1.3);
      double narrow = (value(e, 0.7 + 1e-4, 1.3) - value(e, 0.7 - 1e-4, 1.3)) / 2e-4;
      boolean smooth = Math.abs(wide) < 1e4 && Math.abs(value(e, 0.7, 1.3)) < 1e4
          && Math.abs(wide - narrow) < 1e-6 * Math.max(1, Math.abs(wide));
      if (!smooth || !isFinite(e)) continue;
      checked++;
      assertThat(value(slope.value().get(), 0.7, 1.3)).as(Printed.of(e)).isEqualTo(wide,
          within(1e-5 * Math.max(1, Math.abs(wide))));
    }
    assertThat(checked).isGreaterThan(1500);
  }

  /** Without an infinite part, behind which 3/(1/0) hides. */
  private static boolean isFinite(Expr e) {
    boolean condition = e instanceof Expr.Compare || e instanceof Expr.Logic;
    return (condition || Double.isFinite(value(e, 0.7, 1.3)))
        && Trees.children(e).stream().allMatch(DerivativeTest::isFinite);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"x**2 | 2*x", "a*x + b | a", "sin(x) | cos(x)", "exp(-x/tau) | -exp(-x/tau)/tau",
      "tanh(x) | 1 - tanh(x)**2", "(El - x)/tau | -1/tau", "x*y*z | y*z", "1/x | -1/x**2", "sqrt(x) | 0.5/sqrt(x)",
          "5 | 0",
      "log(x) | 1/x", "a*x**3/3 | a*x**2", "input(rec)*x | input(rec)", "now(pre)*x | now(pre)",
          "softplus(x) | sigmoid(x)"})
  void derivativesReadAsOneWouldWriteThem(String text, String expected) {
    assertThat(Printed.of(Derivative.of(Expressions.of(text), "x").orThrow())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"floor(x) | floor(x) has no derivative: it is constant between jumps",
      "y + ceil(2*x) | ceil(2*x) has no derivative: it is constant between jumps",
      "sign(x) | sign(x) has no derivative: it is constant between jumps",
      "heaviside(x - y) | heaviside(x - y) has no derivative: it is constant between jumps",
      "int(x > 0) | int(x > 0) has no derivative: it is constant between jumps",
          "x // y | x//y has no derivative: '//' jumps",
      "x % y | x%y has no derivative: '%' jumps", "poisson(x) | poisson(x) has no derivative: it is random",
      "hash01(x, 1, 2) | hash01(x, 1, 2) has no derivative: it is random",
      "timestep(x, dt) | timestep(x, dt) has no derivative: it is constant between jumps",
      "adam(x) | adam(x) has no derivative: it has a memory of earlier updates",
      "foo(x) | foo(x) has no derivative: the function is not known"})
  void whatJumpsIsRefusedWithTheReason(String text, String reason) {
    Result<Expr> result = Derivative.of(Expressions.of(text), "x");
    assertThat(result.value()).isEmpty();
    assertThat(result.problems()).singleElement().extracting(Problem::found).isEqualTo(reason);
  }

  @Test
  void whatDoesNotContainTheVariableNeedsNoDerivative() {
    assertThat(Derivative.of(Expressions.of("floor(y) + rand()"), "x").orThrow()).isEqualTo(Trees.ZERO);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"FAST_SIGMOID | 1/(1 + abs(x - 1))**2", "TRIANGLE | max(0, 1 - abs(x - 1))",
      "STRAIGHT_THROUGH | 1", "SIGMOID | sigmoid(x - 1)*(1 - sigmoid(x - 1))", "ARCTAN | 1/(1 + (pi*(x - 1))**2)"})
  void aNamedSurrogateStandsForTheSlopeOfAStep(Surrogate surrogate, String expected) {
    for (String step : List.of("heaviside(x - 1)", "int(x > 1)")) {
      Expr slope = Derivative.of(Expressions.of(step), Trees.name("x"), Derivative.Rules.with(surrogate)).orThrow();
      for (double x : new double[] {-0.5, 0.8, 1, 1.4}) {
        assertThat(value(slope, x, 0)).isEqualTo(value(Expressions.of(expected), x, 0), within(1e-14));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exprel(x)"})
  void slopeOfExprelIsExactAroundZero(String text) {
    Expr slope = Derivative.of(Expressions.of(text), "x").orThrow();
    assertThat(value(slope, 0, 0)).isEqualTo(0.5);
    for (double x : new double[] {-0.11, -0.099, -1e-9, 1e-9, 0.05, 0.099, 0.101}) {
      double series = 0;
      double term = 1;
      for (int k = 0; k < 15; k++) {
        series += term * (k + 1) / ((k + 1.0) * (k + 2));
        term *= x / (k + 1);
      }
      assertThat(value(slope, x, 0)).isEqualTo(series, within(1e-14));
    }
  }

  @Test
  void functionsOfTheUserAreDifferentiatedThroughTheirBody() {
    UserFunction.Formula square = new UserFunction.Formula("square", List.of("u"), Expressions.of("u*u"));
    Derivative.Rules rules = new Derivative.Rules(Map.of("square", square), java.util.Optional.empty());
    assertThat(Printed.of(Derivative.of(Expressions.of("square(sin(x))"), Trees.name("x"), rules).orThrow()))
        .isEqualTo("2*cos(x)*sin(x)");
  }

  @Test
  void anInputCanBeTheVariable() {
    Expr input = Expressions.of("input(rec)");
    assertThat(Printed.of(Derivative.of(Expressions.of("(-x + input(rec))/tau"), input,
        Derivative.Rules.STRICT).orThrow()))
        .isEqualTo("1/tau");
  }

  private static double difference(Expr e, double x, double y) {
    return (8 * (value(e, x + STEP, y) - value(e, x - STEP, y)) - (value(e, x + 2 * STEP, y) - value(e, x - 2 * STEP,
        y)))
        / (12 * STEP);
  }

  private static double value(Expr e, double x, double y) {
    Map<String, Double> names = new HashMap<>(Map.of("x", x, "y", y, "z", 0.45));
    return Evaluation.of(e, names);
  }
}

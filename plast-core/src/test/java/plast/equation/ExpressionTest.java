package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final Map<String, Double> NAMES = Map.of("a", 2.0, "b", 3.0, "c", -0.5);

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"-a**b | -8", "2**3**2 | 512", "2**-1 | 0.5", "(-a)**2 | 4", "7//2 | 3", "-7//2 | -4",
      "-7 % 3 | 2", "7 % -3 | -2", "7 % 3 | 1", "1/2 | 0.5", "a - b - c | -0.5", "a/b/c | -1.3333333333333333",
      "a + b*c | 0.5", "(a + b)*c | -2.5", "not a < b | 0", "a < b and not b < a | 1", "a > b or b > a | 1",
      "True and not False | 1", "where(a > b, 1, 2) | 2", "1e-3 + .5 + 2. | 2.501", "+a | 2", "a*-b | -6", "--a | 2",
      "5*mV | 0.005", "3*ms/second | 0.003", "2*um2 | 2e-12", "inf | Infinity", "pi | 3.141592653589793",
      "not (a == 2) != (b == 3) | 1"})
  void valuesFollowPython(String text, double expected) {
    assertThat(Evaluation.of(Expressions.of(text), NAMES)).isEqualTo(expected, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"((a + b))*c | (a + b)*c", "a - (b - c) | a - (b - c)", "(a - b) - c | a - b - c",
      "(a*b)/c | a*b/c", "a*(b/c) | a*(b/c)", "-(a**b) | -a**b", "(-a)**b | (-a)**b", "a**(b**c) | a**b**c",
      "(a**b)**c | (a**b)**c", "a**(-b) | a**-b", "not (a < b) | not a < b",
          "(a < b) and (b < c or a < c) | a < b and (b < c or a < c)",
      "max( a,b ) | max(a, b)", "0.00001 | 1e-5", "100000000 | 100000000", "1.50 | 1.5", "-(-a) | --a",
          "a - -b | a - -b",
      "(a < b) == (b < c) | (a < b) == (b < c)", "not (not (a)) | not not a"})
  void printingUsesNoMoreParenthesesThanNeeded(String text, String printed) {
    assertThat(Printed.of(Expressions.of(text))).isEqualTo(printed);
  }

  @Test
  void parsingWhatIsPrintedGivesTheExpression() {
    RandomTexts texts = new RandomTexts(new SplittableRandom(1));
    for (int k = 0; k < 5000; k++) {
      Expr e = texts.any(4);
      assertThat(Expressions.of(Printed.of(e))).isEqualTo(e);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', value = {"(El - v)/tau_m ~ \\frac{\\mathrm{El} - v}{\\tau_{\\mathrm{m}}}",
      "-a*(b + c) ~ -a \\, \\left(b + c\\right)", "x**2 ~ x^{2}", "(x/y)**2 ~ \\left(\\frac{x}{y}\\right)^{2}",
      "theta >= 1e-3 ~ \\theta \\ge 0.001",
          "mean(post*pre) ~ \\left\\langle \\mathrm{post} \\, \\mathrm{pre} \\right\\rangle",
      "abs(w_pre) ~ \\left| w_{\\mathrm{pre}} \\right|", "tanh(x) ~ \\tanh\\left(x\\right)",
          "sqrt(2/tau)*xi ~ \\sqrt{\\frac{2}{\\tau}} \\, \\xi",
      "where(x > 0, 1, 2) ~ \\begin{cases} 1 & x > 0 \\\\ 2 & \\text{otherwise} \\end{cases}", "input(rec) ~ I^{rec}",
      "a and not b ~ a \\land \\neg b", "1e-7*x ~ 1 \\cdot 10^{-7} \\, x"})
  void latexIsWhatAPaperWouldPrint(String text, String latex) {
    assertThat(Latex.of(Expressions.of(text))).isEqualTo(latex);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"x**2 + 1 | Math.pow(x, 2.0) + 1.0", "a // b | Math.floor(a / b)",
      "a % b*2 | (a - b * Math.floor(a / b)) * 2.0", "not a < b | !(a < b)", "a < b and b < c | a < b && b < c",
      "where(a > 0, 1, b) + 2 | (a > 0.0 ? 1.0 : b) + 2.0", "arctan(x)*sigmoid(y) | Math.atan(x) * sigmoid(y)",
      "-x**2 | -Math.pow(x, 2.0)", "clip(x, 0, 1) | Math.clamp(x, 0.0, 1.0)"})
  void javaSourceReadsLikeJava(String text, String java) {
    assertThat(JavaSource.of(Expressions.of(text))).isEqualTo(java);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1124629160182848922", "0.5, 0.5204998778130465377", "1, 0.8427007929497148693",
      "2, 0.9953222650189527342",
      "2.9, 0.99995890212190054", "3.1, 0.99998835134263280", "-1, -0.8427007929497148693", "7, 1"})
  void errorFunctionAgreesWithTables(double x, double expected) {
    assertThat(ErrorFunction.of(x)).isEqualTo(expected, within(2e-15));
  }

  @Test
  void spansPointAtTheText() {
    Expr e = Expressions.of("a + (b*c)");
    assertThat(e).isInstanceOfSatisfying(Expr.Binary.class, b -> {
      assertThat(b.right().span().start()).isEqualTo(4);
      assertThat(b.right().span().end()).isEqualTo(9);
    });
  }

  @Test
  void functionsWithoutValueOutsideARunSaySo() {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Evaluation.of(Expressions.of("rand()"), Map.of())))
        .isInstanceOf(EquationException.class).hasMessage("'rand' has no value outside a run");
    assertThat(Evaluation.of(Expressions.of("2*rand()"), Map.of(), Map.of("rand", x -> 0.25))).isEqualTo(0.5);
  }
}

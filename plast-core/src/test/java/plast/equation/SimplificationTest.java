package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplificationTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"1 + 2*3 | 7", "x + 0 | x", "x*1 | x", "0*x | 0", "x - x | 0", "x + x | 2*x", "x/x | 1",
      "x*x | x**2", "2*x + 3*x | 5*x", "x*y + y*x | 2*x*y", "x**2*x | x**3", "x**3/x | x**2", "--x | x",
          "x - -y | x + y",
      "-x + y | y - x", "x**1 | x", "x**0 | 1", "2*x/4 | x/2", "x/3 + y | x/3 + y", "(x + y)/(x + y) | 1",
          "sqrt(x)**2 | x",
      "exp(log(x)) | x", "log(1) | 0", "not True | False", "where(True, x, y) | x", "where(x > y, x, x) | x",
          "(-x)**2 | x**2",
      "(-x)*(-y) | x*y", "x*(-y) | -x*y", "1 < 2 and x > y | x > y", "mean(3) | 3", "x % 1 + 0 | x%1", "exp(0) | 1",
      "0.1 + 0.2 | 0.30000000000000004", "1/0 | 1/0", "x + 1 + 2 | x + 3", "5*mV | 5*mV",
          "rand() - rand() | rand() - rand()",
      "rand() + rand() | rand() + rand()", "(x**2)**0.5 | (x**2)**0.5", "x*2*y*3 | 6*x*y", "-(x - y) | -(x - y)",
      "1e300*x*1e300 | 1e300*x*1e300", "a*b/a | b", "w - w*0 | w", "xi - xi | 0",
      "where(x > y, 1, w) == 0 | not x > y and w == 0", "where(x > y, 1, w) == 1 | x > y or w == 1",
      "where(x > y, w, 1) > 0 | not x > y or w > 0", "where(x > y, w, 1) > 2 | x > y and w > 2",
      "where(x > y, 1, where(x < z, 0, w)) == 1 | x > y or not x < z and w == 1", "where(x > y, 1, 0) == 1 | x > y",
      "where(x > y, w, z) == 1 | where(x > y, w, z) == 1"})
  void resultIsAsShortAsOneWouldWriteIt(String text, String expected) {
    assertThat(Printed.of(Simplification.of(Expressions.of(text)))).isEqualTo(expected);
  }

  @Test
  void valueStaysTheSameWhereverTheOriginalHasOne() {
    SplittableRandom random = new SplittableRandom(11);
    RandomTexts texts = new RandomTexts(random);
    int compared = 0;
    for (int k = 0; k < 6000; k++) {
      Expr e = texts.number(5);
      Expr simple = Simplification.of(e);
      for (int point = 0; point < 3; point++) {
        Map<String, Double> names = Map.of("x", random.nextDouble(-2, 2), "y", random.nextDouble(-2, 2), "z",
            point * 0.5);
        double value = Evaluation.of(e, names);
        double condition = Condition.of(e, names);
        if (Double.isNaN(value) || !(condition < 1e6)) continue;
        compared++;
        assertThat(Evaluation.of(simple, names)).as("%s -> %s at %s", Printed.of(e), Printed.of(simple), names)
            .isEqualTo(value, within(1e-9 * Math.max(1, condition)));
      }
    }
    assertThat(compared).isGreaterThan(8000);
  }

  @Test
  void simplifyingTwiceChangesNothing() {
    RandomTexts texts = new RandomTexts(new SplittableRandom(12));
    for (int k = 0; k < 3000; k++) {
      Expr once = Simplification.of(texts.number(4));
      Expr twice = Simplification.of(once);
      assertThat(Trees.size(twice)).isLessThanOrEqualTo(Trees.size(once));
    }
  }

  /** The largest value that occurs inside an expression: rounding errors are relative to it. Jumps are left out. */
  private static final class Condition {
    static double of(Expr e, Map<String, Double> names) {
      if (e instanceof Expr.Compare c) {
        double gap = Math.abs(Evaluation.of(c.left(), names) - Evaluation.of(c.right(), names));
        return gap >= 1e-6 && gap < 1e12 ? 0 : Double.NaN;
      }
      double largest = Math.abs(Evaluation.of(e, names));
      if (e instanceof Expr.Binary b && b.operator() == Expr.Arithmetic.DIVIDE) {
        largest = Math.max(largest, 1 / Math.abs(Evaluation.of(b.right(), names)));
      }
      if (e instanceof Expr.Binary b && b.operator() == Expr.Arithmetic.POWER) {
        largest = Math.max(largest, 1 / Math.max(1e-3, Math.abs(Evaluation.of(b.left(), names))));
      }
      for (Expr part : Trees.children(e)) {
        double inner = of(part, names);
        if (Double.isNaN(inner) || !(inner < 1e3)) return Double.NaN;
        largest = Math.max(largest, inner);
      }
      return largest;
    }
  }
}

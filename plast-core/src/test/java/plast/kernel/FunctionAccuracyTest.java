package plast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Expressions;

/** Every function against StrictMath (which is itself off by up to 1), in units of the last place. */
class FunctionAccuracyTest {
  private static final int POINTS = Integer.getInteger("plast.kernel.points", 4000);
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal PI = new BigDecimal("3.14159265358979323846264338327950288419716939937510582");
  private static final double ERF_ULPS = 3;
  private static final double[] EDGES = {0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MIN_VALUE, 1e300, -1e300, 0.5, -0.5, 2, -2, 800, -800, 8.5};
  private static final double[] POWERS = {0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, 7, 0.999, 1.001, 100, 101, -100,
      1e10, -1e10, 1e20, Double.MIN_VALUE, Float.MIN_VALUE, 0x1p53, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
      Double.NaN};
  private static final List<String> EXACT_EDGES = List.of("exp", "expm1", "exprel", "log", "log10", "log1p", "arcsin",
      "arccos", "arctan", "sinh", "cosh", "tanh", "sigmoid", "softplus", "erf", "floor", "ceil", "int", "sign",
      "heaviside", "abs", "sqrt");

  private final Kernels kernels = new Kernels();

  @ParameterizedTest
  @CsvSource({"exp(x), -744, 709, 2, 2", "expm1(x), -40, 709, 3, 3", "expm1(x), -1, 1, 3, 3",
      "exprel(x), -30, 88, 4, 4", "exprel(x), -1, 1, 4, 4", "log(x), 0, 4, 1, 1", "log(x), 0, 1e300, 1, 1",
      "log10(x), 0, 4, 3, 2", "log10(x), 0, 1e300, 3, 2", "log1p(x), -1, 1, 2, 2", "log1p(x), 0, 1e9, 2, 2",
      "sin(x), -7, 7, 2, 2", "sin(x), -1e6, 1e6, 2, 2", "cos(x), -7, 7, 2, 2", "cos(x), -1e6, 1e6, 2, 2",
      "tan(x), -7, 7, 4, 4", "tan(x), -1e6, 1e6, 4, 4", "arcsin(x), -1, 1, 3, 3", "arccos(x), -1, 1, 3, 3",
      "arctan(x), -4, 4, 3, 3", "arctan(x), -1e9, 1e9, 3, 3", "sinh(x), -1, 1, 4, 4", "sinh(x), -709, 709, 4, 4",
      "cosh(x), -709, 709, 4, 4", "tanh(x), -1, 1, 4, 6", "tanh(x), -30, 30, 4, 6", "sigmoid(x), -700, 700, 4, 4",
      "sigmoid(x), -4, 4, 4, 4", "softplus(x), -700, 700, 4, 4", "softplus(x), -4, 4, 4, 4",
      "sqrt(x), 0, 1e9, 0, 0.5", "x**0.3, 0, 100, 2, 2", "x**3, -9, 9, 2, 2", "x**(-1), -9, 9, 1, 1",
      "x**5, -9, 9, 2, 2", "2**x, -50, 50, 2, 2", "x % 0.75, -9, 9, 2, 2", "x // 0.75, -9, 9, 0, 0",
      "'timestep(x, 0.125)', 0, 9, 0, 0"})
  void errorsStayWithinTheirBounds(String text, double low, double high, double ulps, double ulpsFloat) {
    Random random = new Random(7);
    double[] x = random.doubles(POINTS, low, high).toArray();
    Expr e = Expressions.of(text);
    DoubleUnaryOperator exact = value -> Evaluation.of(e, Map.of("x", value));
    double[] y = doubles(text, x);
    double worst = 0;
    for (int i = 0; i < x.length; i++) worst = Math.max(worst, error(y[i], exact.applyAsDouble(x[i])));
    float[] z = floats(text, x);
    double worstFloat = 0;
    for (int i = 0; i < x.length; i++) {
      worstFloat = Math.max(worstFloat, floatError(z[i], exact.applyAsDouble((float) x[i])));
    }
    assertThat(worst).as("%s in double precision", text).isLessThanOrEqualTo(ulps);
    assertThat(worstFloat).as("%s in single precision", text).isLessThanOrEqualTo(ulpsFloat);
  }

  @Test
  void erfFollowsItsSeries() {
    double[] x = new Random(7).doubles(POINTS / 10, -6, 6).toArray();
    double[] y = doubles("erf(x)", x);
    float[] z = floats("erf(x)", x);
    for (int i = 0; i < x.length; i++) {
      assertThat(error(y[i], erf(x[i]))).as("erf of %s", x[i]).isLessThanOrEqualTo(ERF_ULPS);
      assertThat(floatError(z[i], erf((float) x[i]))).as("erf of %s", (float) x[i]).isLessThanOrEqualTo(ERF_ULPS);
    }
  }

  /** 2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)), with enough digits for what cancels. */
  private static double erf(double at) {
    BigDecimal x = new BigDecimal(at);
    BigDecimal square = x.multiply(x, DIGITS).negate();
    BigDecimal power = x;
    BigDecimal sum = x;
    for (int n = 1; n < 200; n++) {
      power = power.multiply(square, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(power.divide(BigDecimal.valueOf(2 * n + 1), DIGITS), DIGITS);
    }
    return sum.multiply(BigDecimal.TWO).divide(PI.sqrt(DIGITS), DIGITS).doubleValue();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void edgesAreThoseOfTheLanguage(Precision precision) {
    for (String function : EXACT_EDGES) {
      String text = function + "(x)";
      Expr e = Expressions.of(text);
      double[] y = precision == Precision.DOUBLE ? doubles(text, EDGES) : widened(floats(text, EDGES));
      for (int i = 0; i < y.length; i++) {
        double x = precision == Precision.DOUBLE ? EDGES[i] : (float) EDGES[i];
        double expected = Evaluation.of(e, Map.of("x", x));
        double error = precision == Precision.DOUBLE ? error(y[i], expected) : floatError((float) y[i], expected);
        assertThat(error).as("%s of %s: %s", function, x, y[i]).isLessThanOrEqualTo(4);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void powersOfAwkwardNumbersAreThoseOfStrictMath(Precision precision) {
    double[] bases = new double[POWERS.length * POWERS.length];
    double[] exponents = new double[bases.length];
    for (int i = 0; i < bases.length; i++) {
      bases[i] = POWERS[i / POWERS.length];
      exponents[i] = POWERS[i % POWERS.length];
    }
    float[][] narrow = {narrow(bases), narrow(exponents), new float[bases.length]};
    double[][] wide = {bases, exponents, new double[bases.length]};
    Kernel kernel = kernels.compile(KernelSource.of(precision, List.of("x", "n", "y"), List.of(), "y = x**n"));
    if (precision == Precision.DOUBLE) kernel.run(wide, new double[0], 0, bases.length);
    else kernel.run(narrow, new double[0], 0, bases.length);
    for (int i = 0; i < bases.length; i++) {
      double error = precision == Precision.DOUBLE ? error(wide[2][i], StrictMath.pow(bases[i], exponents[i]))
          : floatError(narrow[2][i], StrictMath.pow(narrow[0][i], narrow[1][i]));
      assertThat(error).as("%s to the power %s", bases[i], exponents[i]).isLessThanOrEqualTo(8);
    }
  }

  private double[] doubles(String text, double[] x) {
    double[] y = new double[x.length];
    kernels.compile(source(Precision.DOUBLE, text)).run(new double[][] {x, y}, new double[0], 0, x.length);
    return y;
  }

  private float[] floats(String text, double[] x) {
    float[] y = new float[x.length];
    kernels.compile(source(Precision.FLOAT, text)).run(new float[][] {narrow(x), y}, new double[0], 0, x.length);
    return y;
  }

  private static float[] narrow(double[] x) {
    float[] narrow = new float[x.length];
    for (int i = 0; i < x.length; i++) narrow[i] = (float) x[i];
    return narrow;
  }

  private static KernelSource source(Precision precision, String text) {
    return KernelSource.of(precision, List.of("x", "y"), List.of(), "y = " + text);
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) wide[i] = values[i];
    return wide;
  }

  private static double error(double actual, double expected) {
    if (Double.compare(actual, expected) == 0 || actual == expected) return 0;
    return Math.abs(actual - expected) / Math.ulp(expected);
  }

  private static double floatError(float actual, double expected) {
    if (Float.compare(actual, (float) expected) == 0 && Float.isInfinite(actual) || actual == expected
        || Float.isNaN(actual) && Double.isNaN(expected)) return 0;
    return Math.abs(actual - expected) / Math.ulp((float) expected);
  }
}

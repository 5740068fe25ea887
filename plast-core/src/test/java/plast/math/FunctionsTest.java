package plast.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The stated errors, over dense grids of arguments. */
class FunctionsTest {
  private static float[] grid(double low, double high, int size) {
    float[] x = new float[size];
    for (int k = 0; k < size; k++) x[k] = (float) (low + (high - low) * k / (size - 1));
    return x;
  }

  private static double largestError(float[] x, float[] y, DoubleUnaryOperator exact) {
    double largest = 0;
    for (int k = 0; k < x.length; k++) {
      double right = exact.applyAsDouble(x[k]);
      if (Math.abs(right) < Float.MIN_NORMAL) continue;
      largest = Math.max(largest, Math.abs(y[k] - right) / Math.ulp((float) right));
    }
    return largest;
  }

  private static double errorOf(Activation phi, float[] x, DoubleUnaryOperator exact) {
    float[] y = new float[x.length];
    Functions.apply(phi, x, y);
    return largestError(x, y, exact);
  }

  @Test
  void exponentialIsWithinTwoUlp() {
    float[] x = grid(-88, 87.3, 1_000_000), y = new float[x.length];
    FloatFunctions.expOfNegative(x, 0, x.length, y, 0, 1);
    assertThat(largestError(x, y, v -> Math.exp(-v))).isLessThan(2);
    double[] a = new double[200_003], b = new double[a.length];
    for (int k = 0; k < a.length; k++) a[k] = -700 + 1400.0 * k / a.length;
    Functions.exp(a, b);
    for (int k = 0; k < a.length; k++) {
      assertThat(Math.abs(b[k] - StrictMath.exp(a[k])) / Math.ulp(StrictMath.exp(a[k]))).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void hyperbolicTangentIsWithinSixUlp() {
    assertThat(errorOf(Activation.TANH, grid(-12, 12, 1_000_003), Math::tanh)).isLessThan(6);
    assertThat(errorOf(Activation.TANH, grid(-1e-3, 1e-3, 100_003), Math::tanh)).isLessThan(6);
  }

  @Test
  void sigmoidIsWithinFourUlp() {
    assertThat(errorOf(Activation.SIGMOID, grid(-80, 80, 1_000_003), x -> 1 / (1 + Math.exp(-x)))).isLessThan(4);
  }

  @Test
  void softplusIsWithinFourUlp() {
    DoubleUnaryOperator exact = x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    assertThat(errorOf(Activation.SOFTPLUS, grid(-80, 80, 1_000_003), exact)).isLessThan(4);
  }

  @Test
  void infiniteArgumentsSaturate() {
    float[] x = {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}, y = new float[2];
    Functions.apply(Activation.TANH, x, y);
    assertThat(y[0]).isBetween(-1.000001f, -0.999999f);
    assertThat(y[1]).isBetween(0.999999f, 1.000001f);
    Functions.apply(Activation.SIGMOID, x, y);
    assertThat(y[1]).isEqualTo(1);
  }

  @Test
  void sumOfSquaresEqualsAPlainSum() {
    for (int n : new int[] {0, 1, 31, 32, 33, 1021}) {
      double[] x = new double[n];
      double sum = 0;
      for (int k = 0; k < n; k++) {
        x[k] = k + 0.5;
        sum += x[k] * x[k];
      }
      assertThat(Functions.sumOfSquares(x)).isEqualTo(sum);
    }
  }

  @Test
  void hysteresisSwitchesAtItsTwoEdges() {
    for (int repeat : new int[] {1, 5}) { // alone in the scalar tail, and in whole vectors
      double[] pattern = {0.2, -0.2, 0.15, 0.15, 0.1, 0.0999}, before = {0, 0, 0, 1, 1, 1}, after = {1, 1, 0, 1, 1, 0};
      double[] x = repeated(pattern, repeat), state = repeated(before, repeat);
      int[] changes = new int[2];
      Functions.hysteresis(x, 0.2, 0.1, state, changes);
      assertThat(state).isEqualTo(repeated(after, repeat));
      assertThat(changes).containsExactly(2 * repeat, repeat);
    }
  }

  private static double[] repeated(double[] pattern, int times) {
    double[] all = new double[pattern.length * times];
    for (int k = 0; k < all.length; k++) all[k] = pattern[k % pattern.length];
    return all;
  }
}

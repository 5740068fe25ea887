package plast.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whole vectors and what is left of them, against plain loops. */
class FunctionsTest {
  @Test
  void exponentialIsWithinTwoUlp() {
    double[] a = new double[200_003], b = new double[a.length];
    for (int k = 0; k < a.length; k++) a[k] = -700 + 1400.0 * k / a.length;
    Functions.exp(a, b);
    for (int k = 0; k < a.length; k++) {
      assertThat(Math.abs(b[k] - StrictMath.exp(a[k])) / Math.ulp(StrictMath.exp(a[k]))).isLessThanOrEqualTo(2);
    }
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

package plast.equation;

/** erf(x) = 2/√π ∫₀ˣ exp(−s²) ds, to about 1e-15: a series of positive terms below 3, a continued fraction above. */
final class ErrorFunction {
  private static final double SQRT_PI = 1.7724538509055160273;

  private ErrorFunction() {}

  static double of(double x) {
    double a = Math.abs(x);
    double value = Double.isNaN(x) ? x : a < 3 ? series(a) : a > 6 ? 1 : 1 - tail(a);
    return x < 0 ? -value : value;
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 1e-17; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / SQRT_PI * StrictMath.exp(-x * x) * sum;
  }

  private static double tail(double x) {
    double fraction = x;
    for (int k = 60; k > 0; k--) fraction = x + k / 2.0 / fraction;
    return StrictMath.exp(-x * x) / SQRT_PI / fraction;
  }
}

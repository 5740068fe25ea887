package plast.equation;

/** An exponent of a unit in lowest terms; the denominator is positive. */
public record Rational(int numerator, int denominator) {
  public static final Rational ZERO = new Rational(0, 1);
  public static final Rational ONE = new Rational(1, 1);
  /** Larger exponents than this are a mistake; the bound keeps sums of them exact. */
  static final int LARGEST = 1000;

  static Rational of(long numerator, long denominator) {
    long sign = denominator < 0 ? -1 : 1;
    long divisor = Math.max(1, gcd(Math.abs(numerator), Math.abs(denominator)));
    return new Rational(Math.toIntExact(sign * numerator / divisor), Math.toIntExact(sign * denominator / divisor));
  }

  /** The fraction with a denominator up to 60 that equals {@code value}, if any; NaN and large numbers have none. */
  static java.util.Optional<Rational> of(double value) {
    if (!(Math.abs(value) <= LARGEST)) return java.util.Optional.empty();
    for (int denominator = 1; denominator <= 60; denominator++) {
      double numerator = Math.rint(value * denominator);
      if (Math.abs(numerator / denominator - value) <= 1e-12 * Math.max(1, Math.abs(value))) {
        return java.util.Optional.of(of((long) numerator, denominator));
      }
    }
    return java.util.Optional.empty();
  }

  Rational plus(Rational other) {
    return of((long) numerator * other.denominator + (long) other.numerator * denominator,
        (long) denominator * other.denominator);
  }

  Rational times(Rational other) {
    return of((long) numerator * other.numerator, (long) denominator * other.denominator);
  }

  boolean isZero() {
    return numerator == 0;
  }

  boolean reasonable() {
    return Math.abs(numerator) <= LARGEST && denominator <= LARGEST;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational r && numerator == r.numerator && denominator == r.denominator;
  }

  @Override
  public int hashCode() {
    return 31 * numerator + denominator;
  }

  @Override
  public String toString() {
    return denominator == 1 ? Integer.toString(numerator) : "(" + numerator + "/" + denominator + ")";
  }
}

package plast.paper.psrnn;

import java.util.Locale;
import plast.analyse.Interval;

/** Numbers as tables and sentences print them. */
final class Words {
  private Words() {}

  /** {@code 0.51 [0.37, 0.74]}; the estimate alone when there is no interval. */
  static String interval(Interval interval, int digits) {
    if (Double.isNaN(interval.estimate())) return "–";
    String estimate = number(interval.estimate(), digits);
    if (!interval.isKnown()) return estimate;
    return estimate + " [" + number(interval.low(), digits) + ", " + number(interval.high(), digits) + "]";
  }

  /** {@code 544 ± 159}. */
  static String plusMinus(Interval interval, int digits) {
    if (Double.isNaN(interval.estimate())) return "–";
    String estimate = number(interval.estimate(), digits);
    return interval.isKnown() ? estimate + " ± " + number(interval.halfWidth(), digits) : estimate;
  }

  static String number(double value, int digits) {
    if (Double.isNaN(value)) return "–";
    if (Double.isInfinite(value)) return value > 0 ? "∞" : "−∞";
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    if (text.matches("-0\\.?0*")) text = text.substring(1);
    return text.replace('-', '−');
  }

  static String percent(double fraction) {
    return Double.isNaN(fraction) ? "–" : number(100 * fraction, 0) + " %";
  }

  static String p(double p) {
    if (Double.isNaN(p)) return "p –";
    return p < 0.0001 ? "p < 0.0001" : "p " + String.format(Locale.ROOT, p < 0.01 ? "%.4f" : "%.2f", p);
  }
}

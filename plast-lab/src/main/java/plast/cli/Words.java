package plast.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers and times for people. */
final class Words {
  private Words() {}

  /** Three significant digits where there is a fraction: {@code 644}, {@code 0.37}, {@code 1.5e-4}. */
  static String number(double value) {
    if (Double.isNaN(value)) return "–";
    if (Math.abs(value) >= 100 || value == Math.rint(value)) return String.format(Locale.ROOT, "%.0f", value);
    if (Math.abs(value) < 0.001) return String.format(Locale.ROOT, "%.1e", value);
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 0.1 ? "%.2f" : "%.4f", value);
  }

  /** {@code 45s}, {@code 2m 45s}, {@code 3h 5m}. */
  static String time(double seconds) {
    if (Double.isNaN(seconds)) return "–";
    Duration time = Duration.ofMillis(Math.round(seconds * 1000));
    if (time.toHours() > 0) return time.toHours() + "h " + time.toMinutesPart() + "m";
    if (time.toMinutes() > 0) return time.toMinutes() + "m " + time.toSecondsPart() + "s";
    return seconds < 10 ? String.format(Locale.ROOT, "%.1fs", seconds) : time.toSeconds() + "s";
  }

  /** {@code 1 seed}, {@code 2 seeds}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  static String percent(double fraction) {
    return Double.isNaN(fraction) ? "–" : Math.round(100 * fraction) + "%";
  }
}

package plast.experiment;

import plast.io.Quantity;
import plast.io.YamlText;

/** Numbers and times as they stand in experiment files. */
final class Numbers {
  private Numbers() {}

  /** The number, or NaN when the text is none. */
  static double parse(String text) {
    return switch (text) {
      case ".inf", "+.inf", "inf", "Infinity" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> finite(text);
    };
  }

  private static double finite(String text) {
    if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) return Double.NaN;
    return Double.parseDouble(text);
  }

  /** The time in ms, a plain number being one already, or NaN when the text is none. */
  static double duration(String text) {
    try {
      Quantity quantity = Quantity.parse(text);
      return quantity.dimension() == Quantity.Dimension.RATE ? Double.NaN : quantity.value();
    } catch (IllegalArgumentException e) {
      return Double.NaN;
    }
  }

  /** The shortest text that reads back to the same number: {@code 20}, {@code 0.005}, {@code 1e-8}, {@code .inf}. */
  static String format(double number) {
    return YamlText.number(number);
  }
}

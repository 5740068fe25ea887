package plast.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit as a user writes it, {@code 20 ms}, {@code 1.5 s}, {@code 5 Hz} or plain {@code 0.2}, held
 * in the base unit of its dimension.
 *
 * @param value     in ms, Hz or without unit
 * @param dimension which of them
 */
public record Quantity(double value, Dimension dimension) {

  /** What is measured. */
  public enum Dimension {
    PLAIN("a number without unit", "0.2"),
    TIME("a time", "20 ms"),
    RATE("a rate", "5 Hz");

    private final String words;
    private final String example;

    Dimension(String words, String example) {
      this.words = words;
      this.example = example;
    }

    /** What a person calls it. */
    public String words() {
      return words;
    }
  }

  /** Scale is {@code multiplier / divisor}, so that 100 us is exactly 0.1 ms. */
  private record Unit(Dimension dimension, double multiplier, double divisor) {}

  private static final Map<String, Unit> UNITS = units();
  private static final Pattern FORM = Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(\\S*)");

  private static Map<String, Unit> units() {
    Map<String, Unit> units = new LinkedHashMap<>();
    units.put("", new Unit(Dimension.PLAIN, 1, 1));
    units.put("ms", new Unit(Dimension.TIME, 1, 1));
    units.put("s", new Unit(Dimension.TIME, 1000, 1));
    units.put("us", new Unit(Dimension.TIME, 1, 1000));
    units.put("min", new Unit(Dimension.TIME, 60_000, 1));
    units.put("Hz", new Unit(Dimension.RATE, 1, 1));
    units.put("kHz", new Unit(Dimension.RATE, 1000, 1));
    units.put("\u00b5s", units.get("us"));
    units.put("\u03bcs", units.get("us"));
    return Map.copyOf(units);
  }

  /**
   * Reads a number and its unit.
   *
   * @throws IllegalArgumentException when it is no finite number or the unit is unknown; the message says which
   */
  public static Quantity parse(String text) {
    Matcher match = FORM.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a number with a unit, such as 20 ms");
    }
    Unit unit = UNITS.get(match.group(2));
    if (unit == null) {
      throw new IllegalArgumentException(
          "unknown unit '" + match.group(2) + "' in '" + text + "'; known: s, ms, us, min, Hz, kHz");
    }
    double value = Double.parseDouble(match.group(1)) * unit.multiplier / unit.divisor;
    if (!Double.isFinite(value)) throw new IllegalArgumentException("'" + text + "' is too large");
    return new Quantity(value, unit.dimension);
  }

  /**
   * Reads a quantity of one dimension; a plain 0 is one of any.
   *
   * @return its value in the base unit
   * @throws IllegalArgumentException also when the dimension is another one
   */
  public static double parse(String text, Dimension wanted) {
    Quantity quantity = parse(text);
    boolean plain = quantity.dimension == Dimension.PLAIN;
    if (quantity.dimension == wanted || plain && quantity.value == 0) return quantity.value;
    String found = plain ? "has no unit" : "is " + quantity.dimension.words;
    throw new IllegalArgumentException(
        "'" + text.strip() + "' " + found + "; expected " + wanted.words + " such as " + wanted.example);
  }

  /** The time in ms. */
  public static double milliseconds(String text) {
    return parse(text, Dimension.TIME);
  }

  /** The rate in Hz. */
  public static double hertz(String text) {
    return parse(text, Dimension.RATE);
  }

  /** The number without unit. */
  public static double plain(String text) {
    return parse(text, Dimension.PLAIN);
  }
}

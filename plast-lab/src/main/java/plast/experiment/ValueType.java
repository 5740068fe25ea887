package plast.experiment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import plast.io.Nearest;

/** What a key of an experiment file may hold: how it is read, written, described and put into the JSON Schema. */
public sealed interface ValueType
    permits ValueType.Count, ValueType.Real, ValueType.Duration, ValueType.Choice, ValueType.Names, ValueType.Switch,
        TaskValue, RuleValue, Text {

  /** The outcome of reading text. */
  sealed interface Reading {}

  /** A value of the type. */
  record Value(Object value) implements Reading {}

  /**
   * Text that is no value of the type.
   *
   * @param message    what is wrong, to be read after the key
   * @param suggestion what would be right; empty when nothing is near
   */
  record Wrong(String message, String suggestion) implements Reading {}

  /** The value that {@code text} stands for. */
  Reading read(String text);

  /** The text for a value, as in a resolved experiment file. */
  String write(Object value);

  /** For a person: {@code count 1 … 4096}. */
  String describe();

  /** The JSON Schema of the type. */
  Map<String, Object> schema();

  /** Whether values are lists of words. */
  default boolean isList() {
    return false;
  }

  /** A whole number; its values are {@link Long}. */
  record Count(long low, long high) implements ValueType {
    @Override
    public Reading read(String text) {
      double number = Numbers.parse(text);
      if (Double.isNaN(number) || number != Math.rint(number)) return new Wrong("must be a whole number, not '" + text + "'", "");
      if (number < low || number > high) return new Wrong("must be " + limits() + ", not " + text, "");
      return new Value((long) number);
    }

    @Override
    public String write(Object value) {
      return value.toString();
    }

    private String limits() {
      return high == Long.MAX_VALUE ? "at least " + low : low + " … " + high;
    }

    @Override
    public String describe() {
      return "count, " + limits();
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "integer"));
      schema.put("minimum", low);
      if (high != Long.MAX_VALUE) schema.put("maximum", high);
      return schema;
    }
  }

  /** A number; its values are {@link Double}. The upper limit may be infinite, and then {@code .inf} is a value. */
  record Real(double low, boolean lowIncluded, double high) implements ValueType {
    static Real atLeast(double low) {
      return new Real(low, true, Double.MAX_VALUE);
    }

    static Real above(double low) {
      return new Real(low, false, Double.MAX_VALUE);
    }

    static Real between(double low, double high) {
      return new Real(low, true, high);
    }

    @Override
    public Reading read(String text) {
      double number = Numbers.parse(text);
      if (Double.isNaN(number)) return new Wrong("must be a number, not '" + text + "'", "");
      if (number < low || number == low && !lowIncluded || number > high) {
        return new Wrong("must be " + limits() + ", not " + text, "");
      }
      return new Value(number);
    }

    @Override
    public String write(Object value) {
      return Numbers.format((Double) value);
    }

    private String limits() {
      String from = (lowIncluded ? "at least " : "above ") + Numbers.format(low);
      if (high == Double.POSITIVE_INFINITY) return from + ", or .inf";
      return high == Double.MAX_VALUE ? from : from + " and at most " + Numbers.format(high);
    }

    @Override
    public String describe() {
      return "number, " + limits();
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "number"));
      schema.put(lowIncluded ? "minimum" : "exclusiveMinimum", low);
      if (high < Double.MAX_VALUE) schema.put("maximum", high);
      return schema;
    }
  }

  /** A time, {@code 20 ms} or {@code 0.1 s} or a plain number of ms; its values are {@link Double}, ms. */
  record Duration(boolean zeroAllowed) implements ValueType {
    @Override
    public Reading read(String text) {
      double time = Numbers.duration(text);
      if (Double.isNaN(time)) return new Wrong("must be a time such as 20 ms, not '" + text + "'", "");
      if (time < 0 || time == 0 && !zeroAllowed) {
        return new Wrong("must be " + (zeroAllowed ? "a time of at least 0 ms" : "a positive time") + ", not " + text, "");
      }
      return new Value(time);
    }

    @Override
    public String write(Object value) {
      return Numbers.format((Double) value) + " ms";
    }

    @Override
    public String describe() {
      return "time" + (zeroAllowed ? "" : ", above 0");
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> number = new LinkedHashMap<>(Map.of("type", "number"));
      number.put(zeroAllowed ? "minimum" : "exclusiveMinimum", 0);
      Map<String, Object> text = new LinkedHashMap<>(Map.of("type", "string"));
      text.put("pattern", "^[0-9.eE+-]+ *(us|ms|s|min|h)$");
      return Map.of("anyOf", List.of(number, text));
    }
  }

  /** One word of a fixed list; its values are what the words stand for. */
  record Choice(String noun, Map<String, Object> options) implements ValueType {
    /** Choices named like the constants of an enum: {@code LOG_NORMAL} is {@code log-normal}. */
    static <E extends Enum<E>> Choice of(String noun, Class<E> type) {
      return of(noun, type, constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static <E extends Enum<E>> Choice of(String noun, Class<E> type, Function<E, String> label) {
      Map<String, Object> options = new LinkedHashMap<>();
      for (E constant : type.getEnumConstants()) options.put(label.apply(constant), constant);
      return new Choice(noun, options);
    }

    @Override
    public Reading read(String text) {
      Object value = options.get(text);
      if (value != null) return new Value(value);
      String near = Nearest.of(text, options.keySet()).orElse("one of " + String.join(", ", options.keySet()));
      return new Wrong("unknown " + noun + " '" + text + "'", near);
    }

    @Override
    public String write(Object value) {
      return options.entrySet().stream()
          .filter(e -> e.getValue().equals(value))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no " + noun + " is " + value));
    }

    @Override
    public String describe() {
      return String.join(", ", options.keySet());
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("enum", List.copyOf(options.keySet()));
    }
  }

  /** A list of different names, written {@code [a, b]}; its values are sets of text in the order written. */
  record Names(String noun) implements ValueType {
    @Override
    public Reading read(String text) {
      String inner = text.strip();
      if (inner.startsWith("[") && inner.endsWith("]")) inner = inner.substring(1, inner.length() - 1);
      Set<String> names = new LinkedHashSet<>();
      for (String word : inner.split(",")) {
        if (!word.isBlank()) names.add(word.strip());
      }
      return names.isEmpty() ? new Wrong("must name at least one " + noun, "") : new Value(names);
    }

    @Override
    public String write(Object value) {
      return ((Collection<?>) value).stream().map(String.class::cast).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String describe() {
      return "names, [a, b]";
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> one = Map.of("type", "string");
      Map<String, Object> list = new TreeMap<>(Map.of("type", "array", "minItems", 1, "items", one));
      return Map.of("anyOf", List.of(one, list));
    }

    @Override
    public boolean isList() {
      return true;
    }
  }

  /** {@code true} or {@code false}. */
  record Switch() implements ValueType {
    @Override
    public Reading read(String text) {
      return switch (text) {
        case "true" -> new Value(true);
        case "false" -> new Value(false);
        default -> new Wrong("must be true or false, not '" + text + "'",
            switch (text.toLowerCase(Locale.ROOT)) {
              case "yes", "on", "1", "true" -> "true";
              case "no", "off", "0", "false" -> "false";
              default -> "";
            });
      };
    }

    @Override
    public String write(Object value) {
      return value.toString();
    }

    @Override
    public String describe() {
      return "true, false";
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "boolean");
    }
  }
}

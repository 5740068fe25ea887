package plast.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plast.task.TaskOption;

/** What an option of a task may hold; its values are {@code double[]}, durations in ms, switches 0 or 1. */
record TaskValue(TaskOption option) implements ValueType {

  @Override
  public Reading read(String text) {
    List<Double> values = new ArrayList<>();
    String inner = text.strip();
    boolean list = inner.startsWith("[") && inner.endsWith("]");
    if (list) inner = inner.substring(1, inner.length() - 1);
    for (String part : inner.split(",")) {
      double value = one(part.strip());
      if (Double.isNaN(value)) return new Wrong("must be " + describe() + ", not '" + text + "'", write(option.defaults()));
      values.add(value);
    }
    if (option.kind() == TaskOption.Kind.DURATION_RANGE && values.size() == 1) values.add(values.getFirst());
    boolean fits = switch (option.kind()) {
      case DURATION, NUMBER, COUNT, SWITCH -> values.size() == 1;
      case DURATION_RANGE -> values.size() == 2 && values.get(0) <= values.get(1);
      case DURATION_LIST, NUMBER_LIST -> true;
    };
    if (!fits) return new Wrong("must be " + describe() + ", not '" + text + "'", write(option.defaults()));
    return new Value(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private double one(String text) {
    return switch (option.kind()) {
      case DURATION, DURATION_RANGE, DURATION_LIST -> notNegative(Numbers.duration(text));
      case NUMBER, NUMBER_LIST -> Numbers.parse(text);
      case COUNT -> {
        double value = Numbers.parse(text);
        yield value == Math.rint(value) ? notNegative(value) : Double.NaN;
      }
      case SWITCH -> text.equals("true") ? 1 : text.equals("false") ? 0 : Double.NaN;
    };
  }

  private static double notNegative(double value) {
    return value >= 0 ? value : Double.NaN;
  }

  @Override
  public String write(Object value) {
    double[] values = (double[]) value;
    return switch (option.kind()) {
      case DURATION -> Numbers.format(values[0]) + " ms";
      case NUMBER, COUNT -> Numbers.format(values[0]);
      case SWITCH -> values[0] == 0 ? "false" : "true";
      case DURATION_RANGE, DURATION_LIST -> list(values, " ms");
      case NUMBER_LIST -> list(values, "");
    };
  }

  private static String list(double[] values, String unit) {
    return Arrays.stream(values)
        .mapToObj(v -> Numbers.format(v) + unit)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String describe() {
    return switch (option.kind()) {
      case DURATION -> "a time of at least 0 ms";
      case DURATION_RANGE -> "two times [low, high]";
      case DURATION_LIST -> "a list of times";
      case NUMBER -> "a number";
      case NUMBER_LIST -> "a list of numbers";
      case COUNT -> "a whole number of at least 0";
      case SWITCH -> "true or false";
    };
  }

  @Override
  public Map<String, Object> schema() {
    return switch (option.kind()) {
      case DURATION, DURATION_RANGE, DURATION_LIST -> oneOrMore(new Duration(true).schema());
      case NUMBER, NUMBER_LIST -> oneOrMore(Map.of("type", "number"));
      case COUNT -> new Count(0, Long.MAX_VALUE).schema();
      case SWITCH -> new Switch().schema();
    };
  }

  private Map<String, Object> oneOrMore(Map<String, Object> one) {
    if (!isList()) return one;
    Map<String, Object> list = new TreeMap<>(Map.of("type", "array", "minItems", 1));
    list.put("items", one);
    return Map.of("anyOf", List.of(one, list));
  }

  @Override
  public boolean isList() {
    return switch (option.kind()) {
      case DURATION_RANGE, DURATION_LIST, NUMBER_LIST -> true;
      case DURATION, NUMBER, COUNT, SWITCH -> false;
    };
  }
}

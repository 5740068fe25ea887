package plast.experiment;

import java.util.Map;

/**
 * Text whose meaning is found out later, with the rest of its network; its values are {@link String}.
 *
 * @param noun what it is, for a person
 */
record Text(String noun) implements ValueType {

  @Override
  public Reading read(String text) {
    return new Value(text.strip());
  }

  @Override
  public String write(Object value) {
    return (String) value;
  }

  @Override
  public String describe() {
    return noun;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", java.util.List.of("string", "number", "boolean"));
  }
}

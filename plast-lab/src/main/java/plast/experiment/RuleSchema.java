package plast.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON Schema of rules that are put together, see {@link CombinationReader}. */
final class RuleSchema {
  private static final Map<String, Object> PART = reference("rule");

  private RuleSchema() {}

  /** What {@link #whole} and {@link #form} refer to. */
  static Map<String, Object> definitions() {
    Map<String, Object> definitions = new LinkedHashMap<>(Map.of("rule", part()));
    for (String form : CombinationReader.FORMS.keySet()) definitions.put(form, keysOf(form));
    return definitions;
  }

  /** What stands behind the key {@code form}. */
  static Map<String, Object> form(String form) {
    return reference(form);
  }

  private static Map<String, Object> reference(String definition) {
    return Map.of("$ref", "#/$defs/" + definition);
  }

  /** A rule by itself: a text, or put together. */
  static Map<String, Object> whole() {
    return Map.of("anyOf", List.of(Map.of("type", "string"), PART));
  }

  /** A rule in a rule. */
  private static Map<String, Object> part() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String form : CombinationReader.FORMS.keySet()) properties.put(form, form(form));
    properties.put("name", Map.of("type", "string"));
    properties.put("decay", ValueType.Real.atLeast(0).schema());
    properties.put("hebbianRate", ValueType.Real.atLeast(0).schema());
    properties.put("equations", PART);
    return Map.of("anyOf", List.of(Map.of("type", "string"), object(properties, List.of())));
  }

  private static Map<String, Object> keysOf(String form) {
    if (form.equals("sum")) return Map.of("type", "array", "minItems", 1, "items", PART);
    Map<String, Object> properties = new LinkedHashMap<>();
    Set<String> rules = Set.of("rule", "weak", "strong");
    Map<String, Object> expression = Map.of("type", List.of("string", "number", "boolean"));
    for (String key : CombinationReader.FORMS.getOrDefault(form, Set.of())) {
      properties.put(key, rules.contains(key) ? PART : expression);
    }
    List<String> required = properties.keySet().stream().filter(key -> !key.equals("on") && !key.equals("down")).toList();
    return object(properties, required);
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    object.put("additionalProperties", false);
    return object;
  }
}

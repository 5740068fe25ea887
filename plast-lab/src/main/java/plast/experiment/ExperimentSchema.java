package plast.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import plast.io.Json;

/** The JSON Schema of experiment files, for editors that complete and check YAML. */
public final class ExperimentSchema {
  private ExperimentSchema() {}

  /** The schema as JSON text. It knows forms and ranges; combinations are left to {@code plast check}. */
  public static String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Plast experiment");
    root.put("type", "object");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", described(Map.of("type", "string", "pattern", "^" + TopKeys.NAME_PATTERN + "$"), TopDoc.NAME));
    properties.put("seed", described(TopKeys.SEED.schema(), TopDoc.SEED));
    properties.put("seeds", described(seeds(), TopDoc.SEEDS));
    properties.put("threads", described(TopKeys.THREADS.schema(), TopDoc.THREADS));
    properties.put("checkpoint", checkpoint());
    properties.put("include", described(oneOrMore(Map.of("type", "string")), TopDoc.INCLUDE));
    properties.putAll(condition());
    Map<String, Object> conditions = object(Map.of());
    conditions.put("additionalProperties", nullable(object(condition())));
    properties.put("conditions", described(conditions, TopDoc.CONDITIONS));
    properties.put("tune", described(tune(), TopDoc.TUNE));
    root.put("properties", properties);
    root.put("additionalProperties", false);
    root.put("$defs", RuleSchema.definitions());
    return Json.pretty(sorted(root, false));
  }

  /** Equal schemas must give equal text; only the names of keys keep the order they were put in. */
  private static Object sorted(Object node, boolean names) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<String, Object> result = names ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((key, value) -> result.put((String) key, sorted(value, "properties".equals(key) && !names)));
        yield result;
      }
      case List<?> list -> list.stream().map(item -> sorted(item, false)).toList();
      default -> node;
    };
  }

  private static Map<String, Object> condition() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("preset", described(Map.of("enum", Presets.names()), TopDoc.PRESET));
    properties.put("task", described(task(), TopDoc.TASK));
    properties.putAll(section(""));
    return properties;
  }

  /** The task's options depend on the task and are left to {@code plast check}. */
  private static Map<String, Object> task() {
    Map<String, Object> name = Map.of("enum", TaskNames.all());
    Map<String, Object> object = object(Map.of("name", name));
    object.put("additionalProperties", true);
    return Map.of("anyOf", List.of(name, object));
  }

  private static Map<String, Object> section(String section) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name : ExperimentKeys.namesIn(section)) {
      String path = section.isEmpty() ? name : section + "." + name;
      if (NetworkKeys.at(path).isPresent() || NetworkKeys.isSection(path) && ExperimentKeys.ownNamesIn(path).isEmpty()) {
        properties.put(name, written(path));
        continue;
      }
      if (path.equals("plasticity.threshold.value")) {
        properties.put(name, described(ExperimentKeys.threshold().schema(), TopDoc.VALUE));
        continue;
      }
      if (ExperimentKeys.equations(section).isPresent() && CombinationReader.FORMS.containsKey(name)) {
        properties.put(name, described(RuleSchema.form(name), TopDoc.COMBINATION));
        continue;
      }
      Key key = ExperimentKeys.at(path).orElse(null);
      if (key != null) {
        properties.put(name, described(key.type().schema(), key.doc()));
        continue;
      }
      Map<String, Object> object = object(section(path));
      properties.put(name, ExperimentKeys.shorthand(path)
          .map(word -> Map.<String, Object>of("anyOf", List.of(word(word), object))).orElse(object));
    }
    return properties;
  }

  /** A key, or a group of keys, of a network of equations. */
  private static Map<String, Object> written(String path) {
    Optional<NetworkKeys.NetworkKey> key = NetworkKeys.at(path);
    if (key.isPresent()) return described(key.get().type().schema(), key.get().doc());
    Map<String, Object> properties = new LinkedHashMap<>();
    Set<String> names = NetworkKeys.namesIn(path);
    for (String name : names) {
      if (!name.equals("*")) properties.put(name, written(path + "." + name));
    }
    Map<String, Object> object = object(properties);
    if (names.contains("*")) object.put("additionalProperties", written(path + ".*"));
    return object;
  }

  private static Map<String, Object> word(String path) {
    if (path.equals("plasticity.rule.name")) { // in place of the section equations may stand, too
      return Map.of("anyOf", List.of(named(path), Map.of("type", "string", "pattern", "=")));
    }
    return named(path);
  }

  private static Map<String, Object> named(String path) {
    return ExperimentKeys.at(path).map(key -> key.type().schema()).orElseGet(() -> ExperimentKeys.threshold().schema());
  }

  private static Map<String, Object> seeds() {
    Map<String, Object> list = new LinkedHashMap<>(Map.of("type", "array", "minItems", 1, "uniqueItems", true));
    list.put("items", Map.of("type", "integer", "minimum", 0));
    return Map.of("anyOf", List.of(Map.of("type", "integer", "minimum", 1, "maximum", 10_000), list));
  }

  private static Map<String, Object> checkpoint() {
    Map<String, Object> text = Map.of("type", "string", "pattern", "^([0-9.eE+-]+ *(us|ms|s|min)|[1-9][0-9]* updates?)$");
    Map<String, Object> number = Map.of("type", "number", "exclusiveMinimum", 0);
    return object(Map.of("every", described(Map.of("anyOf", List.of(number, text)), TopDoc.CHECKPOINT)));
  }

  private static Map<String, Object> tune() {
    Map<String, Object> bounds = new LinkedHashMap<>();
    bounds.put("low", Map.of("type", "number"));
    bounds.put("high", Map.of("type", "number"));
    bounds.put("scale", Map.of("enum", List.of("logarithmic", "linear")));
    Map<String, Object> range = object(bounds);
    Map<String, Object> space = object(Map.of());
    space.put("additionalProperties", Map.of("anyOf", List.of(Map.of("type", "array", "minItems", 1), range)));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("budget", Map.of("type", "integer", "minimum", 1, "maximum", 10_000));
    properties.put("seeds", seeds());
    properties.put("space", space);
    return object(properties);
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    Map<String, Object> object = new LinkedHashMap<>(Map.of("type", "object"));
    object.put("properties", properties);
    object.put("additionalProperties", false);
    return object;
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    return Map.of("anyOf", List.of(Map.of("type", "null"), schema));
  }

  private static Map<String, Object> oneOrMore(Map<String, Object> one) {
    Map<String, Object> list = new LinkedHashMap<>(Map.of("type", "array", "minItems", 1));
    list.put("items", one);
    return Map.of("anyOf", List.of(one, list));
  }

  private static Map<String, Object> described(Map<String, Object> schema, String doc) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("description", doc);
    described.putAll(schema);
    return described;
  }
}

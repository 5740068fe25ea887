package plast.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plast.equation.Problem.Severity;
import plast.equation.Result;
import plast.io.ListNode;
import plast.io.MapNode;
import plast.io.Nearest;
import plast.io.Node;
import plast.io.Position;
import plast.io.Problems;
import plast.io.ScalarNode;
import plast.rule.Combination;
import plast.rule.PlasticityRule;
import plast.rule.WeakRule;
import plast.rule.WeakRuleText;
import plast.rule.WrittenRule;

/**
 * Reads a rule that is put together of others. A part is a text with '=', the name of a rule, or again put together:
 *
 * <pre>
 * sum: [part, …]    switching: {on, up, down, weak, strong}    gated: {by, rule}    masked: {where, rule}
 * </pre>
 */
final class CombinationReader {
  /** How rules are put together, each with its own keys. */
  static final Map<String, Set<String>> FORMS = forms();
  /** Stands for a part that is wrong, so that the others are checked all the same. */
  private static final Combination UNREAD = Combination.of("dw = 0*w");

  private final Document document;
  private final Problems problems;
  /** Where each part stands and what its key is, by the name that messages of equations have for it. */
  private final Map<String, Written> parts = new LinkedHashMap<>();
  /** What is not written and stands for something that is: whatever is wrong with it is said there. */
  private final Set<String> assumed = new LinkedHashSet<>();
  private boolean readable = true;

  private record Written(String key, Position position) {}

  CombinationReader(Document document, Problems problems) {
    this.document = document;
    this.problems = problems;
  }

  private static Map<String, Set<String>> forms() {
    Map<String, Set<String>> forms = new LinkedHashMap<>();
    forms.put("sum", Set.of());
    forms.put("switching", names("on", "up", "down", "weak", "strong"));
    forms.put("gated", names("by", "rule"));
    forms.put("masked", names("where", "rule"));
    return forms;
  }

  private static Set<String> names(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  /** The rule that {@code node} says; {@code key} is what messages call it. Reports all that is wrong. */
  Optional<WrittenRule> read(Node node, String key) {
    Combination whole = part(node, new Part("", key));
    Result<PlasticityRule> result = whole.read("");
    Map<Written, StringBuilder> wrong = new LinkedHashMap<>();
    for (plast.equation.Problem problem : result.problems()) {
      if (problem.severity() != Severity.ERROR || assumed.contains(problem.place().object())) continue;
      Written at = Objects.requireNonNullElseGet(parts.get(problem.place().object()),
          () -> new Written(key, node.position()));
      StringBuilder text = wrong.computeIfAbsent(at, _ -> new StringBuilder());
      text.append(text.isEmpty() ? "" : "\n\n").append(RuleValue.indented(problem.text()));
    }
    wrong.forEach((at, text) -> wrong(at.position(), at.key(), "is no part of a rule:\n" + text, ""));
    return readable ? result.value().flatMap(rule -> run(rule, node, key)) : Optional.empty();
  }

  /** What the rule can be and this network cannot run. */
  private Optional<WrittenRule> run(PlasticityRule rule, Node node, String key) {
    try {
      return Optional.of(new WrittenRule(rule.equations()));
    } catch (IllegalArgumentException | plast.equation.EquationException refused) {
      wrong(node.position(), key, "cannot be run: " + Objects.requireNonNullElse(refused.getMessage(), ""), "");
      return Optional.empty();
    }
  }

  /** A part by its name in messages of equations and its key. */
  private record Part(String name, String key) {
    Part inside(String part, String keyOfPart) {
      return new Part(Combination.within(name, part), key + "." + keyOfPart);
    }
  }

  private Combination part(Node node, Part at) {
    parts.put(at.name(), new Written(at.key(), node.position()));
    return switch (node) {
      case ScalarNode scalar when scalar.isNull() -> nothing(node, at);
      case ScalarNode scalar when scalar.text().contains("=") -> Combination.of(scalar.text());
      case ScalarNode scalar -> named(scalar, at, standard("hebbianRate"), standard("rule.decay"));
      case ListNode _ -> wrong(node.position(), at.key(), "must be a rule, not a list", "sum: [ … ]");
      case MapNode map -> group(map, at);
    };
  }

  private Combination nothing(Node node, Part at) {
    return wrong(node.position(), at.key(), "has no value; it must be a rule", "dw = 0.01*mean(pre*post)");
  }

  private Combination group(MapNode map, Part at) {
    Set<String> known = new LinkedHashSet<>(FORMS.keySet());
    boolean single = map.find("name").isPresent() || map.find("equations").isPresent();
    if (single) return single(map, at);
    if (map.keys().isEmpty()) return nothing(map, at);
    List<String> given = map.keys().stream().filter(FORMS::containsKey).toList();
    if (given.isEmpty() || map.keys().size() > given.size()) {
      known.addAll(List.of("name", "equations"));
      return unknown(map, at, known);
    }
    if (given.size() > 1) {
      return wrong(entry(map, given.get(1)).keyPosition(), at.key() + "." + given.get(1),
          "stands beside '" + given.getFirst() + "'; a rule is put together in one way", "sum: [ … ] of both");
    }
    String form = given.getFirst();
    Node value = entry(map, form).value();
    if (form.equals("sum")) return sum(value, at);
    return value instanceof MapNode keys ? form(form, keys, at) : wrong(value.position(), at.key() + "." + form,
        "must be a group of keys, not " + value.kind(), String.join(", ", Objects.requireNonNull(FORMS.get(form))));
  }

  private static MapNode.Entry entry(MapNode map, String name) {
    return Objects.requireNonNull(map.entries().get(name));
  }

  private Combination unknown(MapNode map, Part at, Set<String> known) {
    map.entries().forEach((name, entry) -> {
      if (known.contains(name)) return;
      // YAML takes what stands before ': ' for a key, as in the unquoted text 'lr = 0.1 : 1 (constant)'.
      boolean text = name.contains("=") || name.startsWith("every ") || name.startsWith("when ");
      wrong(entry.keyPosition(), at.key() + "." + name, "unknown key '" + name + "'",
          text ? "quotes around a text with ': '" : Nearest.of(name, known).orElse("one of " + String.join(", ", known)));
    });
    return UNREAD;
  }

  /** One rule in the long form: {@code {equations: TEXT}} or {@code {name: hebb, decay: 0.1, hebbianRate: 0.3}}. */
  private Combination single(MapNode map, Part at) {
    boolean named = map.find("name").isPresent();
    Set<String> known = named ? names("name", "decay", "hebbianRate") : names("equations");
    if (!known.containsAll(map.keys())) return unknown(map, at, known);
    Node node = map.find(named ? "name" : "equations").orElseThrow();
    if (!named) return part(node, at);
    double rate = number(map, "hebbianRate", at, standard("hebbianRate"));
    double decay = number(map, "decay", at, standard("rule.decay"));
    return node instanceof ScalarNode scalar ? named(scalar, at, rate, decay)
        : wrong(node.position(), at.key() + ".name", "must be the name of a rule, not " + node.kind(), "");
  }

  private static double standard(String key) {
    return Numbers.parse(ExperimentKeys.at("plasticity." + key).orElseThrow().standard());
  }

  private double number(MapNode map, String name, Part at, double standard) {
    Optional<Node> node = map.find(name);
    if (node.isEmpty()) return standard;
    switch (ValueType.Real.atLeast(0).read(LayerReader.text(node.get()))) {
      case ValueType.Value value -> {
        return (Double) value.value();
      }
      case ValueType.Wrong bad -> wrong(node.get().position(), at.key() + "." + name, bad.message(), bad.suggestion());
    }
    return standard;
  }

  private Combination named(ScalarNode name, Part at, double rate, double decay) {
    List<String> known = Arrays.stream(WeakRule.Form.values()).map(WeakRule.Form::label).toList();
    for (WeakRule.Form form : WeakRule.Form.values()) {
      if (!form.label().equals(name.text())) continue;
      Optional<String> text = WeakRuleText.of(new WeakRule(form, decay), rate);
      return text.isPresent() ? Combination.of(text.get()) : wrong(name.position(), at.key(), "'" + name.text()
          + "' looks at other synapses or draws random numbers; it is no part of a rule", "");
    }
    String near = Nearest.of(name.text(), known).orElse("a rule's name, or a text such as dw = 0.01*mean(pre*post)");
    return wrong(name.position(), at.key(), "unknown rule '" + name.text() + "'", near);
  }

  private Combination sum(Node node, Part at) {
    if (!(node instanceof ListNode list) || list.items().isEmpty()) {
      return wrong(node.position(), at.key() + ".sum", "must be a list of rules", "sum: [hebb, dw = -0.01*w]");
    }
    List<Combination> rules = new ArrayList<>();
    for (Node item : list.items()) {
      int k = rules.size() + 1;
      rules.add(part(item, at.inside(Combination.part(k), "sum." + k)));
    }
    return new Combination.Sum(rules);
  }

  private Combination form(String form, MapNode map, Part at) {
    Set<String> known = Objects.requireNonNull(FORMS.get(form));
    if (!known.containsAll(map.keys())) {
      return unknown(map, at.inside(form, form), known);
    }
    return switch (form) {
      case "switching" -> {
        String up = text(map, at, "switching.up", "up", Optional.empty());
        yield new Combination.Switching(text(map, at, "switching.on", "on", Optional.of("abs(w)")), up,
            text(map, at, "switching.down", "down", Optional.of(up)), rule(map, at, "switching.weak", "weak"),
            rule(map, at, "switching.strong", "strong"));
      }
      case "gated" -> new Combination.Gated(text(map, at, "gated.by", "gate", Optional.empty()),
          rule(map, at, "gated.rule", "gated rule"));
      default -> new Combination.Masked(text(map, at, "masked.where", "mask", Optional.empty()),
          rule(map, at, "masked.rule", "masked rule"));
    };
  }

  private Combination rule(MapNode map, Part at, String key, String name) {
    Optional<Node> node = map.find(key.substring(key.indexOf('.') + 1));
    return node.isPresent() ? part(node.get(), at.inside(name, key)) : missing(map, at, key);
  }

  /** An expression; without one {@code standard}. */
  private String text(MapNode map, Part at, String key, String name, Optional<String> standard) {
    Optional<Node> node = map.find(key.substring(key.indexOf('.') + 1));
    if (node.isPresent() && node.get() instanceof ScalarNode scalar && !scalar.isNull()) {
      parts.put(Combination.within(at.name(), name), new Written(at.key() + "." + key, scalar.position()));
      return scalar.text();
    }
    if (node.isPresent()) {
      wrong(node.get().position(), at.key() + "." + key, "must be an expression, not " + node.get().kind(), "");
    } else if (standard.isEmpty()) {
      missing(map, at, key);
    } else {
      assumed.add(Combination.within(at.name(), name));
    }
    return standard.orElse(key.endsWith("where") ? "True" : "1");
  }

  private Combination missing(MapNode map, Part at, String key) {
    return wrong(map.position(), at.key() + "." + key, "is missing", "");
  }

  private Combination wrong(Position position, String key, String message, String suggestion) {
    readable = false;
    problems.add(document.place(position).problem(key, message, suggestion));
    return UNREAD;
  }
}

package plast.experiment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plast.experiment.ValueType.Reading;
import plast.experiment.ValueType.Value;
import plast.experiment.ValueType.Wrong;
import plast.io.ListNode;
import plast.io.MapNode;
import plast.io.Nearest;
import plast.io.Node;
import plast.io.Problem;
import plast.io.Problems;
import plast.io.ScalarNode;
import plast.task.TaskFamily;
import plast.task.TaskOption;

/** Reads the keys of one condition, or of the base, from one file into {@link Settings}; reports all that is wrong. */
final class LayerReader {
  private static final String THRESHOLD = "plasticity.threshold";

  private final Document document;
  private final Problems problems;
  private final String prefix;
  private final Map<String, Setting> found = new LinkedHashMap<>();
  /** Rules put together, by the key of their equations, right or wrong. */
  private final Map<String, Place> combined = new LinkedHashMap<>();
  /** Whether the weak rule is given as equations, right or wrong. */
  private boolean equations;

  /** @param prefix what stands before the keys in messages: {@code conditions.bp.}, or nothing */
  LayerReader(Document document, Problems problems, String prefix) {
    this.document = document;
    this.problems = problems;
    this.prefix = prefix;
  }

  /**
   * The settings in {@code map}.
   *
   * @param inherited the task when the map names none
   * @param others    names at the top of the map that are read elsewhere
   */
  Settings read(MapNode map, Optional<TaskFamily> inherited, Set<String> others) {
    Optional<TaskFamily> task = map.find("task").or(() -> map.find("task.name")).flatMap(this::task).or(() -> inherited);
    section(map, "", task, others);
    thresholds();
    rules();
    builtInNetwork();
    return new Settings(found);
  }

  private void section(MapNode map, String section, Optional<TaskFamily> task, Set<String> others) {
    map.entries().forEach((name, entry) -> {
      String path = section.isEmpty() ? name : section + "." + name;
      if (section.isEmpty() && others.contains(name)) return;
      Place keyPlace = document.place(entry.keyPosition());
      if (path.equals("task") || path.startsWith("task.")) {
        taskEntry(path, entry, task);
      } else if (ExperimentKeys.equations(section).isPresent() && CombinationReader.FORMS.containsKey(name)) {
        combination(ExperimentKeys.equations(section).get(), section,
            new MapNode(entry.keyPosition(), Map.of(name, entry)));
      } else if (type(path).isPresent()) {
        leaf(path, type(path).get(), entry.value());
      } else if (!ExperimentKeys.namesIn(path).isEmpty() || NetworkKeys.isSection(path)) {
        nameOfChoice(section, name, keyPlace);
        group(path, entry.value(), task);
      } else {
        unknown(keyPlace, path, others);
      }
    });
  }

  /** Equations call populations and projections by their names. */
  private void nameOfChoice(String section, String name, Place place) {
    if (!NetworkKeys.namesIn(section).equals(Set.of("*")) || name.matches("[A-Za-z][A-Za-z0-9_]*")) return;
    problems.add(place.problem(prefix + section + "." + name,
        "'" + name + "' cannot be a name: only letters, digits and '_', a letter first", ""));
  }

  private void group(String path, Node value, Optional<TaskFamily> task) {
    switch (value) {
      case MapNode map -> section(map, path, task, Set.of());
      case ScalarNode scalar when scalar.isNull() -> { }
      case ScalarNode scalar when ExperimentKeys.shorthand(path, scalar.text()).isPresent() -> {
        String key = ExperimentKeys.shorthand(path, scalar.text()).get();
        leaf(key, type(key).orElseThrow(), scalar);
      }
      case ScalarNode _, ListNode _ -> problems.add(document.place(value.position()).problem(
          prefix + path, "must be a group of keys, not " + value.kind(),
          String.join(", ", ExperimentKeys.namesIn(path))));
    }
  }

  private void taskEntry(String path, MapNode.Entry entry, Optional<TaskFamily> task) {
    if (path.equals("task")) {
      if (entry.value() instanceof MapNode map) section(map, "task", task, Set.of());
      return;
    }
    if (path.equals("task.name")) return;
    if (task.isEmpty()) return;
    String name = path.substring("task.".length());
    Set<String> known = task.get().options().stream().map(TaskOption::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<TaskOption> option = task.get().options().stream().filter(o -> o.name().equals(name)).findFirst();
    if (option.isPresent()) {
      leaf(path, new TaskValue(option.get()), entry.value());
    } else {
      String near = Nearest.of(name, known).orElse(known.isEmpty() ? "" : "one of " + String.join(", ", known));
      problems.add(document.place(entry.keyPosition()).problem(
          prefix + path, "task " + task.get().name() + " has no option '" + name + "'", near));
    }
  }

  /** The task a map names, in short or in full. */
  private Optional<TaskFamily> task(Node value) {
    Node name = value instanceof MapNode map ? map.find("name").orElse(null) : value;
    if (name == null) return Optional.empty();
    Place place = document.place(name.position());
    if (!(name instanceof ScalarNode scalar) || scalar.isNull()) {
      problems.add(place.problem(prefix + "task.name", "must be the name of a task, not " + name.kind(), ""));
      return Optional.empty();
    }
    Optional<TaskFamily> family = TaskNames.find(scalar.text());
    if (family.isEmpty()) {
      String near = Nearest.of(scalar.text(), TaskNames.all()).orElse("see plast tasks");
      problems.add(place.problem(prefix + "task.name", "unknown task '" + scalar.text() + "'", near));
      return Optional.empty();
    }
    found.put("task.name", new Setting(family.get().name(), place));
    return family;
  }

  private void leaf(String path, ValueType type, Node node) {
    Place place = document.place(node.position());
    if (type instanceof RuleValue && (node instanceof MapNode || isNameOfRule(path, node))) {
      combination(path, path, node);
      return;
    }
    if (node instanceof MapNode || node instanceof ListNode && !type.isList()) {
      problems.add(place.problem(prefix + path, "must be " + type.describe() + ", not " + node.kind(), ""));
      return;
    }
    if (node instanceof ScalarNode scalar && scalar.isNull()) {
      problems.add(place.problem(prefix + path, "has no value; it must be " + type.describe(), standard(path)));
      return;
    }
    String text = text(node);
    equations |= path.equals(ExperimentKeys.WEAK) && !text.isBlank();
    if (combined.containsKey(path)) {
      problems.add(secondRule(place, path));
      return;
    }
    Reading reading = type.read(text);
    switch (reading) {
      case Value value -> found.put(path, new Setting(value.value(), place));
      case Wrong wrong -> problems.add(place.problem(prefix + path, wrong.message(), wrong.suggestion()));
    }
  }

  /** Rules of single projections have no key for a name of their own. */
  private static boolean isNameOfRule(String path, Node node) {
    return path.startsWith(NetworkKeys.RULES) && node instanceof ScalarNode scalar && !scalar.isNull()
        && !scalar.text().isBlank() && !scalar.text().contains("=");
  }

  /** A rule put together of others, or in the place of one a name; the equations at {@code key}; {@code path} is where it stands. */
  private void combination(String key, String path, Node rule) {
    Place place = document.place(rule.position());
    equations |= key.equals(ExperimentKeys.WEAK);
    if (combined.putIfAbsent(key, place) != null || found.containsKey(key)) {
      problems.add(secondRule(place, path));
      return;
    }
    new CombinationReader(document, problems).read(rule, prefix + path)
        .ifPresent(written -> found.put(key, new Setting(Optional.of(written), place)));
  }

  private Problem secondRule(Place place, String path) {
    return place.problem(prefix + path, "has a second rule beside the first", "sum: [ … ] of both");
  }

  /** {@code value} stands for both thresholds, and θ↓ for θ↑ where it is not given. */
  private void thresholds() {
    Setting value = found.remove(THRESHOLD + ".value");
    Setting up = found.get(THRESHOLD + ".up");
    if (value != null && (up != null || found.containsKey(THRESHOLD + ".down"))) {
      problems.add(value.place().problem(prefix + THRESHOLD + ".value",
          "stands for both thresholds; up or down beside it contradict it", "up and down alone"));
    }
    Setting both = value != null ? value : up;
    Setting unit = found.get(THRESHOLD + ".unit");
    if (both != null) {
      found.put(THRESHOLD + ".up", both);
      found.putIfAbsent(THRESHOLD + ".down", both);
    } else if (unit != null && !found.containsKey(THRESHOLD + ".down")) {
      problems.add(unit.place().problem(prefix + THRESHOLD + ".unit",
          "a unit without a threshold", "threshold: {unit: initial-sd, value: 2}"));
    }
  }

  /** Equations say all of a rule. */
  private void rules() {
    if (!equations) return;
    for (String path : ExperimentKeys.OF_NAMED_RULES) {
      Setting beside = found.get(path);
      if (beside == null) continue;
      problems.add(beside.place().problem(prefix + path, "has no effect beside the equations of the rule, which say it all",
          "remove it, or the equations"));
    }
  }

  /** Populations say what a network is. */
  private void builtInNetwork() {
    if (found.keySet().stream().noneMatch(path -> path.startsWith("network.populations."))) return;
    for (String path : NetworkKeys.OF_THE_BUILT_IN) {
      Setting beside = found.get(path);
      if (beside == null) continue;
      problems.add(beside.place().problem(prefix + path, "has no effect beside populations, whose equations say it all",
          "remove it, or the populations"));
    }
  }

  private void unknown(Place place, String path, Set<String> others) {
    int dot = path.lastIndexOf('.');
    String section = dot < 0 ? "" : path.substring(0, dot);
    String name = path.substring(dot + 1);
    Set<String> known = new LinkedHashSet<>(ExperimentKeys.namesIn(section));
    if (section.isEmpty()) {
      known.add("task");
      known.addAll(others);
    }
    String near = Nearest.of(name, known)
        .or(() -> elsewhere(name))
        .orElse(known.isEmpty() ? "" : "one of " + String.join(", ", known));
    problems.add(place.problem(prefix + path, "unknown key '" + name + "'", near));
  }

  /** The full path of a key that has this name in another section. */
  static Optional<String> elsewhere(String name) {
    return ExperimentKeys.all().stream().filter(k -> k.name().equals(name)).map(Key::path).findFirst();
  }

  private static Optional<ValueType> type(String path) {
    if (path.equals(THRESHOLD + ".value")) return Optional.of(ExperimentKeys.threshold());
    return ExperimentKeys.at(path).map(Key::type).or(() -> NetworkKeys.at(path).map(NetworkKeys.NetworkKey::type));
  }

  private static String standard(String path) {
    return ExperimentKeys.at(path).map(Key::standard).orElse("");
  }

  /** A list as one text, so that the command line and files are read alike. */
  static String text(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.text();
      case ListNode list -> list.items().stream().map(LayerReader::text).collect(Collectors.joining(", ", "[", "]"));
      case MapNode map -> map.kind();
    };
  }
}

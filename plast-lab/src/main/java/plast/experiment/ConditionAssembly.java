package plast.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.io.MapNode;
import plast.io.Node;
import plast.io.Position;
import plast.io.Problems;
import plast.io.ScalarNode;
import plast.task.TaskFamily;

/**
 * Lays the layers of a condition over each other. From the lowest: standard values, the task's, what presets suggest, the
 * base's preset, the base, the condition's preset, the condition, the command line for all conditions, the command line
 * for this one.
 */
final class ConditionAssembly {
  private final List<Document> documents;
  private final Document commandLine;
  private final Problems problems;
  private final Settings base;
  private final Optional<TaskFamily> baseTask;
  private final Preset basePreset;

  /** @param documents without the command line's */
  ConditionAssembly(List<Document> documents, Document commandLine, Problems problems) {
    this.documents = documents;
    this.commandLine = commandLine;
    this.problems = problems;
    Settings settings = Settings.NONE;
    Optional<TaskFamily> task = Optional.empty();
    for (Document document : documents) {
      Settings layer = new LayerReader(document, problems, "").read(document.root(), task, TopKeys.NAMES);
      settings = overlay(settings, layer);
      task = family(settings);
    }
    base = settings;
    baseTask = task;
    basePreset = basePreset();
  }

  private Preset basePreset() {
    List<Document> all = new ArrayList<>(documents);
    all.add(commandLine);
    Optional<Preset> preset = Optional.empty();
    for (Document document : all) {
      Optional<Preset> here =
          TopKeys.preset(document.root(), node -> document.place(node.position()), "preset", problems);
      if (here.isPresent()) preset = here;
    }
    return preset.orElseGet(() -> Presets.named(Presets.STANDARD).orElseThrow());
  }

  /** The layers of one condition laid over each other, and its task; no task when none is named or known. */
  record Assembled(String name, Settings settings, Optional<TaskFamily> task, Place place) {}

  /** The condition called {@code name}, which need not be among those of the documents. */
  Assembled assemble(String name) {
    String prefix = "conditions." + name + ".";
    Settings own = Settings.NONE;
    Optional<Preset> preset = Optional.empty();
    Place place = new Place(new Position(1, 1), "");
    for (Document document : documents) {
      Optional<MapNode.Entry> entry = entry(document, name);
      if (entry.isEmpty()) continue;
      place = document.place(entry.get().keyPosition());
      Optional<MapNode> map = map(document, entry.get(), prefix);
      if (map.isEmpty()) continue;
      Optional<Preset> here = TopKeys.preset(
          map.get(), node -> document.place(node.position()), prefix + "preset", problems);
      if (here.isPresent()) preset = here;
      own = overlay(own, new LayerReader(document, problems, prefix)
          .read(map.get(), family(own).or(() -> baseTask), Set.of("preset")));
    }
    Settings above = commandLine(name, family(own).or(() -> baseTask));
    Settings explicit = overlay(overlay(base, own), above);
    Optional<TaskFamily> task = family(explicit);
    return new Assembled(name, lay(own, preset, above, task), task, place);
  }

  private Settings lay(Settings own, Optional<Preset> preset, Settings above, Optional<TaskFamily> task) {
    Settings explicit = overlay(overlay(base, own), above);
    Settings suggested = basePreset.suggested().under(preset.map(Preset::suggested).orElse(Settings.NONE));
    int units = Math.toIntExact((Long) suggested.under(explicit).value("network.units"));
    Optional<String> taskName = task.map(TaskFamily::name);
    Settings all = task.map(TaskDefaults::of).orElse(Settings.NONE)
        .under(suggested)
        .under(basePreset.at(taskName, units));
    all = overlay(all, base);
    if (preset.isPresent()) all = all.under(preset.get().at(taskName, units));
    return overlay(overlay(all, own), above);
  }

  private Settings commandLine(String name, Optional<TaskFamily> task) {
    Settings forAll = new LayerReader(commandLine, problems, "").read(commandLine.root(), task, TopKeys.NAMES);
    Optional<TaskFamily> named = family(forAll).or(() -> task);
    return entry(commandLine, name)
        .flatMap(entry -> map(commandLine, entry, "conditions." + name + "."))
        .map(map -> overlay(forAll,
            new LayerReader(commandLine, problems, "conditions." + name + ".").read(map, named, Set.of("preset"))))
        .orElse(forAll);
  }

  private static Optional<MapNode.Entry> entry(Document document, String name) {
    return document.root().find("conditions")
        .flatMap(node -> node instanceof MapNode map ? Optional.ofNullable(map.entries().get(name)) : Optional.empty());
  }

  private Optional<MapNode> map(Document document, MapNode.Entry entry, String prefix) {
    Node node = entry.value();
    if (node instanceof MapNode map) return Optional.of(map);
    if (node instanceof ScalarNode scalar && scalar.isNull()) return Optional.empty();
    problems.add(document.place(node.position()).problem(prefix.substring(0, prefix.length() - 1),
        "must be a group of keys, not " + node.kind(), "{preset: ps-sparse}"));
    return Optional.empty();
  }

  private static Settings overlay(Settings below, Settings above) {
    boolean otherTask = above.has("task.name") && below.has("task.name") && !above.task().equals(below.task());
    return (otherTask ? below.withoutTaskOptions() : below).under(above);
  }

  private static Optional<TaskFamily> family(Settings settings) {
    return settings.has("task.name") ? TaskNames.find(settings.task()) : Optional.empty();
  }
}

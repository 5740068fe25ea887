package plast.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import plast.experiment.ValueType.Count;
import plast.experiment.ValueType.Value;
import plast.experiment.ValueType.Wrong;
import plast.io.ListNode;
import plast.io.MapNode;
import plast.io.Nearest;
import plast.io.Node;
import plast.io.Problems;
import plast.io.RunFolder;
import plast.io.ScalarNode;

/** Reads the keys of an experiment that belong to no condition; of several documents the last one counts. */
final class TopKeys {
  static final Set<String> NAMES = Set.of(
      "name", "seed", "seeds", "threads", "checkpoint", "preset", "conditions", "tune", "include");

  /** What may name a folder on any system. */
  static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Count SEED_COUNT = new Count(1, 10_000);
  private static final Count SEED_NUMBER = new Count(0, Integer.MAX_VALUE);

  /** Seeds are read as doubles, which hold every whole number up to here. */
  static final Count SEED = new Count(0, 1L << 53);
  static final Count THREADS = new Count(0, 1024);

  private final List<Document> documents;
  private final Problems problems;

  TopKeys(List<Document> documents, Problems problems) {
    this.documents = documents;
    this.problems = problems;
  }

  /** A node and its place. */
  record Found(Node node, Place place) {}

  Optional<Found> find(String section, String name) {
    Optional<Found> last = Optional.empty();
    for (Document document : documents) {
      MapNode map = document.root();
      if (!section.isEmpty()) {
        Node inner = map.find(section).orElse(null);
        if (!(inner instanceof MapNode group)) continue;
        map = group;
      }
      Optional<Found> here = map.find(name).map(node -> new Found(node, document.place(node.position())));
      if (here.isPresent()) last = here;
    }
    return last;
  }

  String name(String standard) {
    return find("", "name").map(found -> {
      String text = LayerReader.text(found.node());
      if (!(found.node() instanceof ScalarNode) || !text.matches(NAME_PATTERN)) {
        wrong(found, "name", "must be a name for a folder: letters, digits, '.', '_' and '-', not '" + text + "'", "");
      } else {
        RunFolder.objectionTo(text).ifPresent(objection -> wrong(found, "name", objection, ""));
      }
      return text;
    }).orElse(standard);
  }

  long count(String name, Count type, long standard) {
    return count("", name, type, standard);
  }

  long count(String section, String name, Count type, long standard) {
    String key = section.isEmpty() ? name : section + "." + name;
    return find(section, name).map(found -> number(found, key, type, standard)).orElse(standard);
  }

  private long number(Found found, String key, Count type, long standard) {
    String text = found.node() instanceof ScalarNode scalar ? scalar.text() : found.node().kind();
    return switch (type.read(text)) {
      case Value value -> (Long) value.value();
      case Wrong wrong -> {
        wrong(found, key, wrong.message(), wrong.suggestion());
        yield standard;
      }
    };
  }

  /** A number of seeds, counted from {@code first}, or a list of seeds. */
  List<Integer> seeds(String section, int first, int standard) {
    String key = section.isEmpty() ? "seeds" : section + ".seeds";
    Optional<Found> found = find(section, "seeds");
    if (found.isEmpty()) return counted(first, standard);
    if (!(found.get().node() instanceof ListNode list)) {
      return counted(first, (int) number(found.get(), key, SEED_COUNT, standard));
    }
    List<Integer> seeds = new ArrayList<>();
    for (Node item : list.items()) {
      int seed = (int) number(new Found(item, found.get().place()), key, SEED_NUMBER, 0);
      if (seeds.contains(seed)) wrong(found.get(), key, "names seed " + seed + " twice", "");
      seeds.add(seed);
    }
    if (seeds.isEmpty()) wrong(found.get(), key, "must name at least one seed", "seeds: 8");
    return seeds;
  }

  private static List<Integer> counted(int first, int count) {
    return IntStream.range(first, first + count).boxed().toList();
  }

  CheckpointPeriod checkpoint() {
    onlyIn("checkpoint", Set.of("every"));
    Optional<Found> found = find("checkpoint", "every");
    if (found.isEmpty()) return CheckpointPeriod.STANDARD;
    String text = LayerReader.text(found.get().node());
    if (text.matches("\\d{1,15} updates?") && !text.startsWith("0")) {
      return new CheckpointPeriod.Updates(Long.parseLong(text.substring(0, text.indexOf(' '))));
    }
    double time = Numbers.duration(text);
    if (time > 0) return new CheckpointPeriod.Time(time);
    wrong(found.get(), "checkpoint.every", "must be a positive time or a number of updates, not '" + text + "'",
        "10 s or 200 updates");
    return CheckpointPeriod.STANDARD;
  }

  /** Reports keys of {@code section} that are not among {@code known}. */
  void onlyIn(String section, Set<String> known) {
    for (Document document : documents) {
      Node node = document.root().find(section).orElse(null);
      if (node instanceof MapNode map) {
        map.entries().forEach((name, entry) -> {
          if (known.contains(name)) return;
          problems.add(document.place(entry.keyPosition()).problem(section + "." + name, "unknown key '" + name + "'",
              Nearest.of(name, known).orElse("one of " + String.join(", ", known.stream().sorted().toList()))));
        });
      } else if (node != null) {
        problems.add(document.place(node.position()).problem(section,
            "must be a group of keys, not " + node.kind(), String.join(", ", known.stream().sorted().toList())));
      }
    }
  }

  /** The preset that a map names. */
  static Optional<Preset> preset(MapNode map, Function<Node, Place> place, String key, Problems problems) {
    Optional<Node> node = map.find("preset");
    if (node.isEmpty()) return Optional.empty();
    String text = LayerReader.text(node.get());
    Optional<Preset> preset = Presets.named(text);
    if (preset.isEmpty()) {
      problems.add(place.apply(node.get()).problem(key, "unknown preset '" + text + "'",
          Nearest.of(text, Presets.names()).orElse("one of " + String.join(", ", Presets.names()))));
    }
    return preset;
  }

  private void wrong(Found found, String key, String message, String suggestion) {
    problems.add(found.place().problem(key, message, suggestion));
  }
}

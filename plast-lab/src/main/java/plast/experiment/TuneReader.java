package plast.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.experiment.TuneSettings.Range;
import plast.experiment.ValueType.Count;
import plast.experiment.ValueType.Value;
import plast.experiment.ValueType.Wrong;
import plast.io.ListNode;
import plast.io.MapNode;
import plast.io.Nearest;
import plast.io.Node;
import plast.io.Problems;
import plast.io.ScalarNode;

/** Reads the section {@code tune} of an experiment. */
final class TuneReader {
  private static final Count BUDGET = new Count(1, 10_000);

  private final TopKeys top;
  private final Problems problems;

  TuneReader(TopKeys top, Problems problems) {
    this.top = top;
    this.problems = problems;
  }

  Optional<TuneSettings> read(List<Integer> testSeeds) {
    top.onlyIn("tune", Set.of("budget", "seeds", "space"));
    if (top.find("", "tune").isEmpty()) return Optional.empty();
    List<Integer> seeds = top.seeds("tune", TuneSettings.FIRST_SEED, TuneSettings.STANDARD_SEEDS);
    List<Integer> shared = seeds.stream().filter(testSeeds::contains).toList();
    if (!shared.isEmpty()) {
      Place place = top.find("tune", "seeds").map(TopKeys.Found::place).orElse(Place.NOWHERE);
      problems.add(place.problem("tune.seeds",
          "seed " + shared.getFirst() + " is a test seed too; tuning and test seeds must differ", "seeds: 3"));
    }
    return Optional.of(new TuneSettings(
        Math.toIntExact(top.count("tune", "budget", BUDGET, TuneSettings.STANDARD_BUDGET)), seeds, space()));
  }

  private Map<String, Range> space() {
    Map<String, Range> space = new LinkedHashMap<>();
    Optional<TopKeys.Found> found = top.find("tune", "space");
    if (found.isEmpty()) return space;
    if (!(found.get().node() instanceof MapNode map)) {
      problems.add(found.get().place().problem("tune.space", "must be a group of keys to search", ""));
      return space;
    }
    map.entries().forEach((path, entry) -> {
      Place place = new Place(entry.keyPosition(), found.get().place().origin());
      Optional<ValueType> type = path.equals("plasticity.threshold.value")
          ? Optional.of(ExperimentKeys.threshold())
          : ExperimentKeys.at(path).map(Key::type);
      if (type.isEmpty()) {
        List<String> known = ExperimentKeys.all().stream().map(Key::path).toList();
        String last = path.substring(path.lastIndexOf('.') + 1);
        problems.add(place.problem("tune.space." + path, "unknown key '" + path + "'",
            Nearest.of(path, known).or(() -> LayerReader.elsewhere(last)).orElse("")));
        return;
      }
      range(path, type.get(), entry.value(), place).ifPresent(range -> space.put(path, range));
    });
    return space;
  }

  private Optional<Range> range(String path, ValueType type, Node node, Place place) {
    String key = "tune.space." + path;
    return switch (node) {
      case ListNode list -> choice(key, type, list, place);
      case MapNode map -> interval(key, type, map, place);
      case ScalarNode _ -> {
        problems.add(place.problem(key, "must be a range {low: …, high: …} or a list of values", ""));
        yield Optional.empty();
      }
    };
  }

  private Optional<Range> choice(String key, ValueType type, ListNode list, Place place) {
    List<String> values = list.items().stream().map(LayerReader::text).toList();
    boolean good = !values.isEmpty();
    if (!good) problems.add(place.problem(key, "must name at least one value", ""));
    for (String value : values) {
      if (type.read(value) instanceof Wrong wrong) {
        problems.add(place.problem(key, wrong.message(), wrong.suggestion()));
        good = false;
      }
    }
    return good ? Optional.of(new Range.Choice(values)) : Optional.empty();
  }

  private Optional<Range> interval(String key, ValueType type, MapNode map, Place place) {
    for (String name : map.keys()) {
      if (!Set.of("low", "high", "scale").contains(name)) {
        problems.add(place.problem(key + "." + name, "unknown key '" + name + "'",
            Nearest.of(name, Set.of("low", "high", "scale")).orElse("one of low, high, scale")));
      }
    }
    if (!(type instanceof ValueType.Real)) {
      problems.add(place.problem(key, "only numbers have a range; list the values to try", ""));
      return Optional.empty();
    }
    Optional<Double> low = bound(key + ".low", type, map.find("low"), place);
    Optional<Double> high = bound(key + ".high", type, map.find("high"), place);
    if (low.isEmpty() || high.isEmpty()) return Optional.empty();
    boolean linear = map.find("scale").map(LayerReader::text).orElse("logarithmic").equals("linear");
    if (low.get() > high.get() || !linear && low.get() <= 0) {
      problems.add(place.problem(key, low.get() > high.get()
          ? "low is above high"
          : "a logarithmic range starts above 0", linear ? "" : "scale: linear"));
      return Optional.empty();
    }
    return Optional.of(linear ? new Range.Linear(low.get(), high.get()) : new Range.Logarithmic(low.get(), high.get()));
  }

  private Optional<Double> bound(String key, ValueType type, Optional<Node> node, Place place) {
    String text = node.map(LayerReader::text).orElse("nothing");
    return switch (type.read(text)) {
      case Value value -> Optional.of((Double) value.value());
      case Wrong wrong -> {
        problems.add(place.problem(key, wrong.message(), wrong.suggestion()));
        yield Optional.empty();
      }
    };
  }
}

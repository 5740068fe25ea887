package plast.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.io.MapNode;
import plast.io.Node;
import plast.io.Position;
import plast.io.Problems;
import plast.io.ScalarNode;
import plast.io.YamlTree;

/** The presets that come with the product; one YAML file each. */
public final class Presets {
  /** What an experiment without a preset starts from. */
  public static final String STANDARD = "ps-sparse";

  private static final List<String> NAMES = List.of(
      "ps-sparse", "ps-unbounded", "ps-g1.3", "ps-atlas", "ps-atlas-fast", "ps-default-fast", "frozen",
      "bp-default", "bp-default-tuned", "bp-tuned", "bp-tuned-sgd", "bp-g0.8", "bp-g1.3", "bp-g1.6");

  private Presets() {}

  /** Their names, the plasticity-switching ones first. */
  public static List<String> names() {
    return NAMES;
  }

  /** The preset called {@code name}. */
  public static Optional<Preset> named(String name) {
    return NAMES.contains(name) ? Optional.of(load(name)) : Optional.empty();
  }

  private static Preset load(String name) {
    String source = "preset " + name;
    Document document = new Document(source, YamlTree.parse(source, text(name)).rootOrThrow(), new Position(1, 1));
    Problems problems = new Problems(source);
    Map<String, Settings> tasks = new LinkedHashMap<>();
    map(document.root(), "tasks").entries().forEach((task, entry) ->
        tasks.put(task, read(document, problems, (MapNode) entry.value(), task)));
    Map<String, Double> powers = new LinkedHashMap<>();
    MapNode scaling = map(document.root(), "scaling");
    map(scaling, "powers").entries().forEach((path, entry) -> power(powers, path, number(entry.value())));
    Preset preset = new Preset(
        name,
        ((ScalarNode) document.root().find("description").orElseThrow()).text().strip(),
        read(document, problems, map(document.root(), "settings"), ""),
        read(document, problems, map(document.root(), "suggested"), ""),
        tasks,
        scaling.find("units").map(units -> (int) number(units)).orElse(1),
        powers);
    problems.throwIfAny();
    return preset;
  }

  private static void power(Map<String, Double> powers, String path, double power) {
    if (path.equals("plasticity.threshold.value")) {
      powers.put("plasticity.threshold.up", power);
      powers.put("plasticity.threshold.down", power);
    } else {
      powers.put(path, power);
    }
  }

  private static Settings read(Document document, Problems problems, MapNode map, String task) {
    return new LayerReader(document, problems, "").read(map, TaskNames.find(task), Set.of());
  }

  private static MapNode map(MapNode parent, String key) {
    return parent.find(key).map(MapNode.class::cast).orElse(new MapNode(Position.NOWHERE, Map.of()));
  }

  private static double number(Node node) {
    return Numbers.parse(((ScalarNode) node).text());
  }

  private static String text(String name) {
    try (InputStream in = Presets.class.getResourceAsStream("/plast/presets/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package plast.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plast.io.ConfigException;
import plast.io.ListNode;
import plast.io.MapNode;
import plast.io.Node;
import plast.io.Position;
import plast.io.Problem;
import plast.io.Problems;
import plast.io.ScalarNode;
import plast.io.YamlTree;

/** The {@code key=value} arguments of the command line as one more document. */
final class Overrides {
  private Overrides() {}

  /** @param conditions names that may follow {@code conditions.} */
  static Document read(List<String> arguments, Collection<String> conditions, Problems problems) {
    MapNode root = new MapNode(Position.NOWHERE, Map.of());
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        problems.add(Problem.of("'" + argument + "' on the command line is not key=value"));
        continue;
      }
      Optional<List<String>> path = path(argument.substring(0, equals).strip(), argument.substring(equals + 1), conditions, problems);
      boolean equations = path.isPresent() && isEquations(path.get(), argument.substring(equals + 1));
      Optional<Node> value = equations ? Optional.of(literal(argument.substring(equals + 1)))
          : value(argument.substring(equals + 1), argument, problems);
      if (path.isPresent() && value.isPresent()) root = root.with(path.get(), value.get());
    }
    return new Document("command line", root, Position.NOWHERE);
  }

  private static Optional<List<String>> path(
      String key, String text, Collection<String> conditions, Problems problems) {
    if (!key.startsWith("conditions.")) return Optional.of(segments(key, text));
    String rest = key.substring("conditions.".length());
    for (String name : conditions) {
      if (!rest.startsWith(name + ".")) continue;
      List<String> path = new ArrayList<>(List.of("conditions", name));
      path.addAll(segments(rest.substring(name.length() + 1), text));
      return Optional.of(path);
    }
    String given = rest.substring(0, rest.indexOf('.') < 0 ? rest.length() : rest.indexOf('.'));
    problems.add(Problem.unknown(Position.NOWHERE, key, new Problem.Named("condition", given, conditions)));
    return Optional.empty();
  }

  private static List<String> segments(String key, String text) {
    boolean group = text.strip().startsWith("{");
    return List.of((group ? key : ExperimentKeys.shorthand(key, text).orElse(key)).split("\\.", -1));
  }

  private static boolean isEquations(List<String> path, String text) {
    boolean ofProjection = NetworkKeys.at(String.join(".", path)).filter(key -> key.type() instanceof RuleValue).isPresent();
    return path.getLast().equals("equations") || ofProjection && text.contains("=") && !text.strip().startsWith("{");
  }

  /** Equations are no YAML: ': ' in them means a unit. */
  private static Node literal(String text) {
    return new ScalarNode(Position.NOWHERE, text, true);
  }

  private static Optional<Node> value(String text, String argument, Problems problems) {
    try {
      return Optional.of(nowhere(YamlTree.value("command line", text)));
    } catch (ConfigException e) {
      problems.add(Problem.of("'" + argument + "': " + e.problems().getFirst().message()));
      return Optional.empty();
    }
  }

  /** The value without its position, which would point into the user's file. */
  private static Node nowhere(Node node) {
    return switch (node) {
      case ScalarNode scalar -> new ScalarNode(Position.NOWHERE, scalar.text(), scalar.quoted());
      case ListNode list -> new ListNode(Position.NOWHERE, list.items().stream().map(Overrides::nowhere).toList());
      case MapNode map -> {
        MapNode copy = new MapNode(Position.NOWHERE, Map.of());
        for (var entry : map.entries().entrySet()) {
          copy = copy.with(List.of(entry.getKey()), nowhere(entry.getValue().value()));
        }
        yield copy;
      }
    };
  }
}

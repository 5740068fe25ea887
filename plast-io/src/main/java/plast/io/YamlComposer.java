package plast.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Builds the tree of one document from parser events; duplicate keys and the like are noted and reading goes on. */
final class YamlComposer {

  /** Counted with every alias written out: a few lines of nested aliases can stand for millions of values. */
  private static final int MOST_VALUES = 100_000;

  private static final int DEEPEST = 64;

  /** Reading cannot go on. */
  static final class GivenUp extends RuntimeException {
    private final transient Problem problem;

    GivenUp(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  private record Anchored(Node node, int size) {}

  private final Iterator<Event> events;
  private final List<Problem> problems;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int values;

  YamlComposer(Iterator<Event> events, List<Problem> problems) {
    this.events = events;
    this.problems = problems;
  }

  Node compose() {
    Node root = new ScalarNode(new Position(1, 1), "", false);
    boolean seen = false;
    while (events.hasNext()) {
      switch (events.next()) {
        case StreamStartEvent _, StreamEndEvent _, DocumentEndEvent _ -> { }
        case NodeEvent event -> {
          if (seen) {
            throw new GivenUp(Problem.at(position(event), "", "a second document starts here")
                .suggesting("one file holds one experiment"));
          }
          root = node(event, "", 0);
          seen = true;
        }
        case Event _ -> { }
      }
    }
    return root;
  }

  private Node node(Event event, String key, int depth) {
    Position at = position(event);
    if (++values > MOST_VALUES) throw new GivenUp(Problem.at(at, key, "more than " + MOST_VALUES + " values"));
    if (depth > DEEPEST) throw new GivenUp(Problem.at(at, "", "nested deeper than " + DEEPEST + " levels"));
    int before = values;
    Node node = switch (event) {
      case AliasEvent alias -> alias(alias, key);
      case ScalarEvent scalar -> {
        refuseTag(scalar.getTag().orElse(""), at, key);
        yield new ScalarNode(at, scalar.getValue(), !scalar.isPlain());
      }
      case SequenceStartEvent start -> {
        refuseTag(start.getTag().orElse(""), at, key);
        yield list(at, key, depth);
      }
      case MappingStartEvent start -> {
        refuseTag(start.getTag().orElse(""), at, key);
        yield map(at, key, depth);
      }
      default -> throw new GivenUp(Problem.at(at, key, "no value here"));
    };
    if (event instanceof NodeEvent named && !(event instanceof AliasEvent)) {
      named.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(node, values - before + 1)));
    }
    return node;
  }

  private Node alias(AliasEvent event, String key) {
    String name = event.getAlias().getValue();
    Anchored target = anchors.get(name);
    if (target == null) {
      Problem.Named given = new Problem.Named("alias", name, anchors.keySet());
      problems.add(Problem.unknown(position(event), key, given));
      return new ScalarNode(position(event), "", false);
    }
    values += target.size - 1;
    return target.node;
  }

  private Node list(Position at, String key, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      items.add(node(event, key + "[" + items.size() + "]", depth + 1));
    }
    return new ListNode(at, items);
  }

  private Node map(Position at, String path, int depth) {
    Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
    for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      Position keyAt = position(event);
      if (!(event instanceof ScalarEvent scalar)) {
        problems.add(Problem.at(keyAt, path, "a key must be a single word").suggesting("write key: value"));
        node(event, path, depth + 1);
        node(events.next(), path, depth + 1);
        continue;
      }
      String key = scalar.getValue();
      String dotted = path.isEmpty() ? key : path + "." + key;
      refuseTag(scalar.getTag().orElse(""), keyAt, dotted);
      MapNode.Entry entry = new MapNode.Entry(keyAt, node(events.next(), dotted, depth + 1));
      MapNode.Entry first = entries.putIfAbsent(key, entry);
      if (first != null) {
        problems.add(Problem.at(keyAt, dotted, "the key '" + key + "' stands twice; first at line "
            + first.keyPosition().line()).suggesting("keep one of them"));
      }
    }
    return new MapNode(at, entries);
  }

  private void refuseTag(String tag, Position at, String key) {
    if (tag.isEmpty()) return;
    String written = tag.replace("tag:yaml.org,2002:", "!!");
    problems.add(Problem.at(at, key, "the tag '" + written + "' has no meaning here").suggesting("remove it"));
  }

  private static Position position(Event event) {
    return YamlSyntax.position(event.getStartMark());
  }
}

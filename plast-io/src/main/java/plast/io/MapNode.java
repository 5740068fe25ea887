package plast.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys and their values, in the order of the text. */
public record MapNode(Position position, Map<String, Entry> entries) implements Node {

  /** One value and the place of its key. */
  public record Entry(Position keyPosition, Node value) {}

  public MapNode {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The value of {@code key}. */
  public Optional<Node> find(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  public Set<String> keys() {
    return entries.keySet();
  }

  /**
   * This map with {@code value} at {@code path}; the maps on the way are made where they are missing, and a single
   * value on the way is replaced.
   */
  public MapNode with(List<String> path, Node value) {
    String key = path.getFirst();
    Entry old = entries.get(key);
    Node replacement = value;
    if (path.size() > 1) {
      MapNode inner = old != null && old.value() instanceof MapNode map ? map : new MapNode(value.position(), Map.of());
      replacement = inner.with(path.subList(1, path.size()), value);
    }
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    changed.put(key, new Entry(old == null ? value.position() : old.keyPosition(), replacement));
    return new MapNode(position, changed);
  }
}

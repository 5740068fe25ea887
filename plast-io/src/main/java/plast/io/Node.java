package plast.io;

/** One value of a YAML or JSON text, with its place. Immutable. */
public sealed interface Node permits MapNode, ListNode, ScalarNode {

  /** Where the value starts. */
  Position position();

  /** What a person calls this kind of value. */
  default String kind() {
    return switch (this) {
      case MapNode _ -> "a group of keys";
      case ListNode _ -> "a list";
      case ScalarNode scalar -> scalar.isNull() ? "nothing" : "a single value";
    };
  }
}

package plast.io;

import java.util.List;

/** Values in order. */
public record ListNode(Position position, List<Node> items) implements Node {

  public ListNode {
    items = List.copyOf(items);
  }
}

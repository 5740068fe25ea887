package plast.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.equation.Definition.Subexpression;

/** Puts subexpressions in an order in which each can be computed, and reports circles. */
final class DefinitionOrder {
  private final Model model;
  private final Problems problems;

  DefinitionOrder(Model model, Problems problems) {
    this.model = model;
    this.problems = problems;
  }

  List<Subexpression> order() {
    Map<String, Subexpression> waiting = new LinkedHashMap<>();
    for (Definition d : model.definitions()) if (d instanceof Subexpression s) waiting.putIfAbsent(s.variable(), s);
    Map<String, Set<String>> uses = new LinkedHashMap<>();
    waiting.forEach((name, s) -> {
      Set<String> names = new LinkedHashSet<>(Trees.names(s.value()));
      names.retainAll(waiting.keySet());
      uses.put(name, names);
    });
    List<Subexpression> order = new ArrayList<>();
    boolean progress = true;
    while (progress && !waiting.isEmpty()) {
      progress = false;
      for (Subexpression s : List.copyOf(waiting.values())) {
        boolean ready = uses.getOrDefault(s.variable(), Set.of()).stream().noneMatch(waiting::containsKey);
        if (!ready) continue;
        order.add(s);
        waiting.remove(s.variable());
        progress = true;
      }
    }
    if (!waiting.isEmpty()) circle(waiting, uses);
    return order;
  }

  /** Follows uses until a name comes back. */
  private void circle(Map<String, Subexpression> waiting, Map<String, Set<String>> uses) {
    List<String> path = new ArrayList<>();
    String at = waiting.keySet().iterator().next();
    while (!path.contains(at)) {
      path.add(at);
      at = uses.getOrDefault(at, Set.of()).stream().filter(waiting::containsKey).findFirst().orElse(at);
    }
    List<String> circle = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
    circle.add(at);
    Subexpression first = waiting.get(at);
    Span span = first == null ? Span.NONE : first.name().span();
    problems.error(span, "subexpressions that use each other in a circle: " + String.join(" -> ", circle),
        "make one of them a differential equation or a parameter");
  }
}

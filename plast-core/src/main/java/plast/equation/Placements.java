package plast.equation;

import java.util.HashMap;
import java.util.Map;
import plast.equation.Expr.Name;
import plast.equation.Statement.Assignment;
import plast.equation.Statement.Change;
import plast.equation.Statement.When;

/** Proves which values of a rule depend on one side only. */
final class Placements {
  private final Map<String, Placement> known = new HashMap<>();

  private Placements() {}

  /** Starts from the least for every state variable and raises it until nothing changes. */
  static Placements of(Rule rule) {
    Placements placements = new Placements();
    placements.known.put("w", Placement.SYNAPSE);
    placements.known.put("grad", Placement.SYNAPSE);
    for (int previous = -1; previous != placements.hash();) {
      previous = placements.hash();
      for (Section section : rule.sections()) {
        for (Statement statement : section.statements()) placements.statement(statement, Placement.PROJECTION);
      }
    }
    return placements;
  }

  private int hash() {
    return known.values().stream().mapToInt(Placement::ordinal).map(k -> k + 1).sum();
  }

  private void statement(Statement statement, Placement guard) {
    switch (statement) {
      case Assignment a -> raise(a.target().text(), of(a.value()).with(guard));
      case Change c -> raise(c.target().text(), of(c.value()).with(guard));
      case When w -> {
        Placement inner = of(w.condition()).with(guard);
        w.body().forEach(s -> statement(s, inner));
      }
    }
  }

  /** Files a name that is no variable of the rule. */
  void put(String name, Placement placement) {
    known.put(name, placement);
  }

  private void raise(String name, Placement placement) {
    known.merge(name, placement, Placement::with);
  }

  Placement of(Expr e) {
    if (e instanceof Name n) return of(n.text());
    Placement placement = Trees.calls(e, java.util.Set.of("rand", "randn", "poisson")) ? Placement.SYNAPSE
        : Placement.PROJECTION;
    for (Expr part : Trees.children(e)) placement = placement.with(of(part));
    return placement;
  }

  Placement of(String name) {
    Placement placement = known.get(name);
    if (placement != null) return placement;
    if (name.equals("pre") || name.equals("j") || name.endsWith("_pre")
        && !name.equals("N_pre")) return Placement.PRESYNAPTIC;
    if (name.equals("post") || name.equals("i") || name.endsWith("_post")
        && !name.equals("N_post")) return Placement.POSTSYNAPTIC;
    return Placement.PROJECTION;
  }
}

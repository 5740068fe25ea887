package plast.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.equation.Averages;
import plast.equation.CheckedRule;
import plast.equation.EquationException;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Printed;
import plast.equation.RuleAnalysis.Change;
import plast.equation.SeparableTerm.Average;
import plast.equation.TrialChanges;
import plast.equation.Trees;
import plast.equation.Units;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;

/** What {@code rules explain --show-code} prints: the averages of a change, and the kernel that runs over synapses. */
final class RuleCode {
  private static final Set<String> OTHER_STEPS = Set.of("now", "previous");
  private static final Set<String> CONSTANTS = Set.of("pi", "e", "inf");

  private final Set<String> arrays = new LinkedHashSet<>();
  private final Set<String> scalars = new LinkedHashSet<>();

  private RuleCode() {}

  static List<String> lines(Change change, CheckedRule rule) {
    List<String> lines = new ArrayList<>(List.of("Code, every " + change.every().text() + ":"));
    try {
      Averages parts = parts(change, rule);
      parts.averages().forEach((name, average) -> lines.add("  " + name + " = "
          + Printed.of(average.expression()) + "   (" + cost(average) + ")"));
      new RuleCode().kernel(parts).lines().forEach(line -> lines.add("  " + line));
    } catch (EquationException | IllegalArgumentException refused) {
      lines.add("  none: " + refused.getMessage());
    }
    return lines;
  }

  /** A change of steps or trials that factorises is computed once for the batch. */
  private static Averages parts(Change change, CheckedRule rule) {
    Averages product = TrialChanges.of(rule).products().get(change.every());
    return product == null ? Averages.of(change.expression(), rule) : product;
  }

  private static String cost(Average average) {
    return average.isProduct() ? "matrix product" : "sum over one side";
  }

  private String kernel(Averages parts) {
    Expr change = named(parts.elementwise(), parts.placements());
    arrays.add("dw");
    return new Kernels().compile(new KernelSource(Precision.DOUBLE, List.copyOf(arrays), List.copyOf(scalars), Map.of(),
        List.of(new KernelSource.Assignment("dw", change)))).listing();
  }

  /** Sorts the names into one number for each synapse and one for all; rates of other steps become names. */
  private Expr named(Expr e, Map<String, Placement> placements) {
    if (e instanceof Expr.Call c && OTHER_STEPS.contains(c.function())) {
      String name = c.function() + "_" + Printed.of(c.arguments().getFirst());
      arrays.add(name);
      return Trees.name(name);
    }
    if (e instanceof Expr.Name n && !Units.find(n.text()).isPresent() && !CONSTANTS.contains(n.text())) {
      (placements.getOrDefault(n.text(), Placement.SYNAPSE) == Placement.PROJECTION ? scalars : arrays).add(n.text());
    }
    return Trees.map(e, part -> named(part, placements));
  }
}

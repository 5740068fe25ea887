package plast.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.equation.CheckedModel;
import plast.equation.Expr;
import plast.equation.Flag;
import plast.equation.IntegrationStep;
import plast.equation.Printed;
import plast.equation.Resolution;
import plast.equation.Symbol;
import plast.equation.Trees;

/**
 * The kernel of one step of a model's equations.
 *
 * <p>Arrays: the state variables, what has a value for each neuron, the noise, and the input of each projection under
 * the name that {@link #input} gives. Scalars: {@code t}, {@code dt}, what is shared, and the entries of Φ and Ψ. All
 * variables are written after everything is read.
 */
public final class StepSource {
  private static final Set<String> ONE_FOR_ALL = Set.of("t", "dt", "t_in_timesteps", "N");

  private final CheckedModel model;
  private final IntegrationStep step;
  private final Set<String> arrays = new LinkedHashSet<>();
  private final Set<String> scalars = new LinkedHashSet<>();
  private final Map<String, Double> constants = new HashMap<>();
  private final List<KernelSource.Assignment> assignments = new ArrayList<>();

  private StepSource(CheckedModel model, IntegrationStep step) {
    this.model = model;
    this.step = step;
  }

  /**
   * The kernel of {@code step}, a step of {@code model}.
   *
   * @throws IllegalArgumentException naming what an elementwise kernel cannot compute
   */
  public static KernelSource of(CheckedModel model, IntegrationStep step, Precision precision) {
    StepSource source = new StepSource(model, step);
    source.arrays.addAll(step.next().keySet());
    source.arrays.addAll(step.noise());
    step.stages().forEach(source::assign);
    step.next().forEach((variable, value) -> source.assign("_next_" + variable, value));
    for (String variable : step.next().keySet()) {
      source.assignments.add(new KernelSource.Assignment(variable, Trees.name("_next_" + variable)));
    }
    return new KernelSource(precision, List.copyOf(source.arrays), List.copyOf(source.scalars), source.constants,
        source.assignments);
  }

  /** The name of the array that holds what {@code projection} brings. */
  public static String input(String projection) {
    return "_input_" + projection;
  }

  private void assign(String target, Expr value) {
    assignments.add(new KernelSource.Assignment(target, named(value)));
  }

  private Expr named(Expr e) {
    if (e instanceof Expr.Name n) place(n.text());
    if (e instanceof Expr.Call c && c.function().equals("input")) {
      String name = input(Printed.of(c.arguments().getFirst()));
      arrays.add(name);
      return Trees.name(name);
    }
    return Trees.map(e, this::named);
  }

  private void place(String name) {
    if (arrays.contains(name) || step.stages().containsKey(name)) return;
    if (ONE_FOR_ALL.contains(name) || name.startsWith("_phi_") || name.startsWith("_psi_")) {
      scalars.add(name);
      return;
    }
    Symbol symbol = Resolution.of(name, model.scope()).map(Resolution::symbol).orElse(null);
    if (symbol == null || symbol.role() == Symbol.Role.UNIT || symbol.role() == Symbol.Role.CONSTANT) return;
    if (symbol.value().isPresent()) constants.put(name, symbol.value().getAsDouble());
    else (symbol.flags().contains(Flag.SHARED) ? scalars : arrays).add(name);
  }
}

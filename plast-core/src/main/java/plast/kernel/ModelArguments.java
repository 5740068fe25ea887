package plast.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.equation.CheckedModel;
import plast.equation.Expr;
import plast.equation.Flag;
import plast.equation.Printed;
import plast.equation.Resolution;
import plast.equation.Symbol;
import plast.equation.Trees;
import plast.kernel.KernelSource.Assignment;

/**
 * Sorts the names in a model's expressions into the arrays, scalars and constants of a kernel.
 *
 * <p>Scalars: {@code t}, {@code dt}, {@code N}, what is shared or given as equal for all, and the entries of Φ and Ψ.
 * Arrays: everything else that has a value, and the input of each projection under its {@link #input} name.
 */
public final class ModelArguments {
  private static final Set<String> ONE_FOR_ALL = Set.of("t", "dt", "t_in_timesteps", "N");

  private final CheckedModel model;
  private final Set<String> equal;
  private final Set<String> arrays = new LinkedHashSet<>();
  private final Set<String> scalars = new LinkedHashSet<>();
  private final Set<String> locals = new LinkedHashSet<>();
  private final Map<String, Double> constants = new HashMap<>();
  private final List<Assignment> assignments = new ArrayList<>();

  /** @param equal parameters that have one value for all neurons, though they are not shared */
  public ModelArguments(CheckedModel model, Set<String> equal) {
    this.model = model;
    this.equal = Set.copyOf(equal);
  }

  /** The name of the array that holds what {@code projection} brings. */
  public static String input(String projection) {
    return "_input_" + projection;
  }

  /** Makes {@code name} an array, whatever it means to the model. */
  public void array(String name) {
    arrays.add(name);
  }

  /** Makes {@code name} a scalar, whatever it means to the model. */
  public void scalar(String name) {
    scalars.add(name);
  }

  /** Adds {@code target = value}; a target that is no array yet is a value of its own. */
  public void assign(String target, Expr value) {
    assignments.add(new Assignment(target, named(value)));
    if (!arrays.contains(target)) locals.add(target);
  }

  /** The kernel of the assignments so far. */
  public KernelSource source(Precision precision) {
    return new KernelSource(precision, List.copyOf(arrays), List.copyOf(scalars), constants, assignments);
  }

  /** Whether {@code e} has one value for all neurons. */
  public boolean isEqual(Expr e) {
    return switch (e) {
      case Expr.Name n -> isEqual(n.text());
      case Expr.Call c when c.function().equals("input") -> false;
      default -> Trees.children(e).stream().allMatch(this::isEqual);
    };
  }

  private boolean isEqual(String name) {
    if (arrays.contains(name) || locals.contains(name)) return false;
    if (isScalar(name)) return true;
    Symbol symbol = symbol(name);
    return symbol != null && (isKnown(symbol) || symbol.value().isPresent());
  }

  private boolean isScalar(String name) {
    if (scalars.contains(name) || ONE_FOR_ALL.contains(name) || equal.contains(name)) return true;
    if (name.startsWith("_phi_") || name.startsWith("_psi_")) return true;
    Symbol symbol = symbol(name);
    return symbol != null && !isKnown(symbol) && symbol.value().isEmpty() && symbol.flags().contains(Flag.SHARED);
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
    if (arrays.contains(name) || locals.contains(name)) return;
    if (isScalar(name)) {
      scalars.add(name);
      return;
    }
    Symbol symbol = symbol(name);
    if (symbol == null || isKnown(symbol)) return;
    if (symbol.value().isPresent()) constants.put(name, symbol.value().getAsDouble());
    else arrays.add(name);
  }

  private static boolean isKnown(Symbol symbol) {
    return symbol.role() == Symbol.Role.UNIT || symbol.role() == Symbol.Role.CONSTANT;
  }

  private @Nullable Symbol symbol(String name) {
    return Resolution.of(name, model.scope()).map(Resolution::symbol).orElse(null);
  }
}

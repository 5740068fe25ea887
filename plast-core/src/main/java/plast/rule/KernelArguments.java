package plast.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Trees;
import plast.equation.Units;

/** Sorts the names of expressions into the arrays, scalars and constants of a kernel. */
final class KernelArguments {
  private static final Set<String> CONSTANTS = Set.of("pi", "e", "inf");

  final List<String> arrays = new ArrayList<>();
  final List<String> scalars = new ArrayList<>();
  final Map<String, Double> constants = new LinkedHashMap<>();
  private final RuleValues values;
  private final Placement place;
  private final Predicate<String> perTrial;

  /** @param place where the elements of the kernel are; elsewhere a value of the whole projection is a scalar */
  KernelArguments(RuleValues values, Placement place) {
    this(values, place, name -> false);
  }

  /** @param perTrial names that are arrays because they have a value for each trial */
  KernelArguments(RuleValues values, Placement place, Predicate<String> perTrial) {
    this.values = values;
    this.place = place;
    this.perTrial = perTrial;
  }

  /** Files the names of {@code e}; one that is no value of the rule must be an array already. */
  void add(Expr e) {
    for (String name : Trees.names(e)) add(name);
  }

  private void add(String name) {
    if (arrays.contains(name) || scalars.contains(name) || constants.containsKey(name)) return;
    Double constant = values.constants().get(name);
    if (constant != null) constants.put(name, constant);
    else if (perTrial.test(name)) arrays.add(name);
    else if (values.has(name)) file(name);
    else if (Units.find(name).isEmpty() && !CONSTANTS.contains(name)) {
      throw new IllegalArgumentException("rule: '" + name + "' has no value in a network that is trained by batches");
    }
  }

  private void file(String name) {
    boolean scalar = values.place(name) == Placement.PROJECTION && place != Placement.PROJECTION;
    (scalar ? scalars : arrays).add(name);
  }

  /** The present values of the scalars. */
  void write(double[] target) {
    for (int k = 0; k < target.length; k++) target[k] = values.array(scalars.get(k))[0];
  }
}

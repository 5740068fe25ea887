package plast.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Trees;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;

/** One kernel: the changes of the variables that live in one place. */
final class ElementwiseChange {
  private final RuleValues values;
  private final int size;
  private final List<String> variables;
  private final KernelArguments arguments;
  private final Kernel kernel;
  private final double[][] arrays;
  private final double[] scalars;
  /** Values of neurons that the kernel reads for each synapse. */
  private final List<String> spread = new ArrayList<>();

  /** @param averages the names in the values of the averages in {@code changes} */
  ElementwiseChange(Placement place, Map<String, Expr> changes, Map<String, String> averages, RuleValues values,
      Kernels kernels) {
    this.values = values;
    size = values.size(place);
    variables = List.copyOf(changes.keySet());
    arguments = new KernelArguments(values);
    List<KernelSource.Assignment> assignments = new ArrayList<>();
    changes.forEach((variable, change) -> {
      Expr named = named(change, averages);
      arguments.add(named);
      assignments.add(new KernelSource.Assignment("_change_" + variable, named));
    });
    int read = arguments.arrays.size();
    for (String variable : variables) arguments.arrays.add("_change_" + variable);
    kernel = kernels.compile(new KernelSource(Precision.DOUBLE, arguments.arrays, arguments.scalars,
        arguments.constants, assignments));
    scalars = new double[arguments.scalars.size()];
    arrays = new double[arguments.arrays.size()][];
    for (int k = 0; k < arrays.length; k++) {
      String name = arguments.arrays.get(k);
      boolean own = k < read && values.place(name) == place;
      arrays[k] = own ? values.array(name) : new double[size];
      if (k < read && !own) spread.add(name);
    }
  }

  private static Expr named(Expr e, Map<String, String> averages) {
    if (e instanceof Expr.Name n && averages.containsKey(n.text())) return Trees.name(averages.get(n.text()));
    return Trees.map(e, part -> named(part, averages));
  }

  /** Computes all changes from the values as they are. */
  void compute() {
    for (int k = 0; k < spread.size(); k++) {
      String name = spread.get(k);
      values.spread(values.array(name), values.place(name), arrays[arguments.arrays.indexOf(name)]);
    }
    arguments.write(scalars);
    kernel.run(arrays, scalars, 0, size);
  }

  /** Applies them; that of w is added to {@code total} too. */
  void apply(double[] total) {
    int first = arrays.length - variables.size();
    for (int v = 0; v < variables.size(); v++) {
      double[] change = arrays[first + v], x = values.array(variables.get(v));
      for (int k = 0; k < size; k++) x[k] += change[k];
      if (!variables.get(v).equals("w")) continue;
      for (int k = 0; k < size; k++) total[k] += change[k];
    }
  }
}

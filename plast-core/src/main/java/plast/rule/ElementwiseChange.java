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

/**
 * One kernel: the changes of the variables that live in one place. State variables are changed in place, when all of
 * the kernel has been computed; what w changes by is written beside it.
 */
final class ElementwiseChange {
  private static final String CHANGE = "_change";

  private final RuleValues values;
  private final int size;
  private final KernelArguments arguments;
  private final Kernel kernel;
  private final double[][] arrays;
  private final double[] scalars;
  /** Positions of values of neurons that the kernel reads for each synapse. */
  private final List<Integer> spread = new ArrayList<>();
  private final int weights;
  private final int gradient;
  private final int change;

  /** @param averages the names in the values of the averages in {@code changes} */
  ElementwiseChange(Placement place, Map<String, Expr> changes, Map<String, String> averages, RuleValues values,
      Kernels kernels) {
    this.values = values;
    size = values.size(place);
    arguments = new KernelArguments(values, place);
    kernel = kernels.compile(source(changes, averages));
    scalars = new double[arguments.scalars.size()];
    arrays = new double[arguments.arrays.size()][];
    for (int k = 0; k < arrays.length; k++) {
      String name = arguments.arrays.get(k);
      boolean given = name.equals("w") || name.equals("grad") || name.equals(CHANGE);
      if (!given && values.place(name) == place) {
        arrays[k] = values.array(name);
      } else if (!given) {
        arrays[k] = new double[size];
        spread.add(k);
      }
    }
    weights = arguments.arrays.indexOf("w");
    gradient = arguments.arrays.indexOf("grad");
    change = arguments.arrays.indexOf(CHANGE);
  }

  private KernelSource source(Map<String, Expr> changes, Map<String, String> averages) {
    List<KernelSource.Assignment> assignments = new ArrayList<>();
    List<KernelSource.Assignment> last = new ArrayList<>();
    changes.forEach((variable, change) -> {
      Expr named = named(change, averages);
      arguments.add(named);
      if (variable.equals("w")) {
        arguments.arrays.add(CHANGE);
        assignments.add(new KernelSource.Assignment(CHANGE, named));
        return;
      }
      arguments.add(Trees.name(variable));
      assignments.add(new KernelSource.Assignment("_next_" + variable, Trees.add(Trees.name(variable), named)));
      last.add(new KernelSource.Assignment(variable, Trees.name("_next_" + variable)));
    });
    assignments.addAll(last);
    return new KernelSource(Precision.DOUBLE, arguments.arrays, arguments.scalars, arguments.constants, assignments);
  }

  /** A factor of 0 stands for a gradient that cannot be used, which may not be finite. */
  private static Expr named(Expr e, Map<String, String> averages) {
    if (e instanceof Expr.Name n && averages.containsKey(n.text())) return Trees.name(averages.get(n.text()));
    if (e instanceof Expr.Name n && n.text().equals("grad")) {
      Expr clip = Trees.name(RuleValues.CLIP);
      return Trees.call("where", new Expr.Compare(Expr.Comparison.EQUAL, clip, Trees.ZERO, n.span()), Trees.ZERO,
          Trees.multiply(clip, n));
    }
    return Trees.map(e, part -> named(part, averages));
  }


  /** Changes the state variables and writes what w should change by, all from the values as they are. */
  void run(double[] w, double[] grad, double[] weightChange) {
    if (weights >= 0) arrays[weights] = w;
    if (gradient >= 0) arrays[gradient] = grad;
    if (change >= 0) arrays[change] = weightChange;
    for (int k = 0; k < spread.size(); k++) {
      int array = spread.get(k);
      String name = arguments.arrays.get(array);
      values.spread(values.array(name), values.place(name), arrays[array]);
    }
    arguments.write(scalars);
    kernel.run(arrays, scalars, 0, size);
  }
}

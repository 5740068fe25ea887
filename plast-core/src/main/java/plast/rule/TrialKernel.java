package plast.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Trees;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;
import plast.rule.TrialRows.Reading;
import plast.rule.TrialRows.Shape;
import plast.rule.TrialRows.State;

/** What the state variables of trials that live in one place become: after each step, or after the trial. */
final class TrialKernel {
  private static final String NEXT = "_next_";

  private final Reading reading;
  private final TrialRows rows;
  private final List<Rate> rates = new ArrayList<>();
  private final KernelArguments arguments;
  private final Kernel kernel;
  private final double[][] arrays;
  private final int[] offsets;
  private final double[] scalars;
  /** By array: the state that is read, and the one that is written; other arrays are filled. */
  private final List<State> read = new ArrayList<>();
  private final List<State> written = new ArrayList<>();
  private final List<Integer> filled = new ArrayList<>();

  /** @param changes of all state variables of trials of {@code place} */
  TrialKernel(Placement place, Map<String, Expr> changes, Reading reading, TrialRows rows, RuleValues values,
      Kernels kernels) {
    this.reading = reading;
    this.rows = rows;
    arguments = new KernelArguments(values, place, rows::has);
    List<KernelSource.Assignment> assignments = new ArrayList<>();
    changes.forEach((variable, change) -> {
      Expr next = Trees.add(Trees.name(variable), Rate.named(change, rates));
      assignments.add(new KernelSource.Assignment(NEXT + variable, next));
    });
    rates.forEach(rate -> arguments.arrays.add(rate.name()));
    assignments.forEach(assignment -> arguments.add(assignment.value()));
    assignments.forEach(assignment -> arguments.arrays.add(assignment.target()));
    kernel = kernels.compile(new KernelSource(Precision.DOUBLE, arguments.arrays, arguments.scalars,
        arguments.constants, assignments));
    arrays = new double[arguments.arrays.size()][0];
    offsets = new int[arrays.length];
    scalars = new double[arguments.scalars.size()];
    for (int k = 0; k < arrays.length; k++) sort(k, arguments.arrays.get(k), changes);
  }

  private void sort(int k, String name, Map<String, Expr> changes) {
    State nothing = State.NONE;
    read.add(changes.containsKey(name) ? rows.find(name) : nothing);
    written.add(name.startsWith(NEXT) ? rows.find(name.substring(NEXT.length())) : nothing);
    if (read.get(k) == nothing && written.get(k) == nothing) filled.add(k);
  }

  /** Reads what does not change while the kernel runs. */
  void prepare(Activity activity, Shape shape) {
    arguments.write(scalars);
    for (int n = 0; n < filled.size(); n++) {
      int k = filled.get(n);
      if (arrays[k].length < shape.size()) arrays[k] = new double[shape.size()];
      if (k < rates.size()) rates.get(k).read(activity, arrays[k]);
      else rows.fill(arguments.arrays.get(k), reading, shape, arrays[k]);
    }
    for (int k = 0; k < arrays.length; k++) {
      if (read.get(k) != State.NONE) arrays[k] = read.get(k).history;
      if (written.get(k) != State.NONE) {
        arrays[k] = reading == Reading.STEP ? written.get(k).history : written.get(k).after;
      }
    }
  }

  /** Runs over the block of a step, the same in all arrays but for the next one, which is written. */
  void step(int t, int block) {
    for (int k = 0; k < offsets.length; k++) offsets[k] = written.get(k) == State.NONE ? t * block : (t + 1) * block;
    kernel.run(arrays, offsets, scalars, block);
  }

  /** Runs once, when the trials are over. */
  void end(int block) {
    Arrays.fill(offsets, 0);
    for (int k = 0; k < offsets.length; k++) if (read.get(k) != State.NONE) offsets[k] = read.get(k).end;
    kernel.run(arrays, offsets, scalars, block);
  }
}

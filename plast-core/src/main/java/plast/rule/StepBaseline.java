package plast.rule;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Expr;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;
import plast.rule.TrialRows.Reading;
import plast.rule.TrialRows.Shape;
import plast.rule.TrialRows.State;

/** An average over trials of what one side does at each step, mean(f(pre), batch): the same in all trials. */
final class StepBaseline {
  private static final String RESULT = "_baseline";

  private final State state;
  private final TrialRows rows;
  private final List<Rate> rates = new ArrayList<>();
  private final KernelArguments arguments;
  private final Kernel kernel;
  private final double[][] arrays;
  private final double[] scalars;
  private Shape shape = Shape.NONE;

  StepBaseline(State state, Expr e, TrialRows rows, RuleValues values, Kernels kernels) {
    this.state = state;
    this.rows = rows;
    arguments = new KernelArguments(values, state.place, rows::has);
    Expr named = Rate.named(e, rates);
    rates.forEach(rate -> arguments.arrays.add(rate.name()));
    arguments.add(named);
    arguments.arrays.add(RESULT);
    kernel = kernels.compile(new KernelSource(Precision.DOUBLE, arguments.arrays, arguments.scalars,
        arguments.constants, List.of(new KernelSource.Assignment(RESULT, named))));
    arrays = new double[arguments.arrays.size()][0];
    scalars = new double[arguments.scalars.size()];
  }

  void measure(Activity activity) {
    int trials = activity.trials(), steps = activity.rows() / trials, width = TrialStates.width(state.place, activity);
    shape = shape.or(steps, trials, width);
    for (int k = 0; k < arrays.length; k++) {
      if (arrays[k].length < shape.size()) arrays[k] = new double[shape.size()];
      if (k < rates.size()) rates.get(k).read(activity, arrays[k]);
      else if (k < arrays.length - 1) rows.fill(arguments.arrays.get(k), Reading.STEP, shape, arrays[k]);
    }
    arguments.write(scalars);
    double[] values = arrays[arrays.length - 1];
    kernel.run(arrays, scalars, 0, shape.size());
    int block = trials * width;
    for (int t = 0; t < steps; t++) average(values, t * block, trials, width);
    if (state.history.length < shape.size()) state.history = new double[shape.size()];
    System.arraycopy(values, 0, state.history, 0, shape.size());
  }

  /** Gives all trials of a step their average. */
  private static void average(double[] values, int from, int trials, int width) {
    for (int j = 0; j < width; j++) {
      double sum = 0;
      for (int b = 0; b < trials; b++) sum += values[from + b * width + j];
      for (int b = 0; b < trials; b++) values[from + b * width + j] = sum / trials;
    }
  }
}

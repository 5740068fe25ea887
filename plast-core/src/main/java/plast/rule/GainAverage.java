package plast.rule;

import java.util.List;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.SeparableTerm.Average;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;
import plast.rule.TrialRows.Reading;
import plast.rule.TrialRows.Shape;

/** An average of what is the same for all neurons, such as a modulator. */
final class GainAverage implements BatchAverage {
  private static final String RESULT = "_gain";

  private final TrialRows rows;
  private final Reading reading;
  private final boolean everyStep;
  private final KernelArguments arguments;
  private final Kernel kernel;
  private final double[] target;
  private final double[] scalars = {};
  private double[][] arrays = {};
  private int room = -1;
  private Shape shape = Shape.NONE;

  GainAverage(String name, Average average, boolean everyStep, RuleReader reader, Kernels kernels) {
    rows = reader.rows();
    reading = reader.reading();
    this.everyStep = everyStep;
    Expr gain = average.gain();
    arguments = new KernelArguments(reader.values(), Placement.PROJECTION, rows::has);
    arguments.add(gain);
    arguments.arrays.add(RESULT);
    kernel = kernels.compile(new KernelSource(Precision.DOUBLE, arguments.arrays, arguments.scalars,
        arguments.constants, List.of(new KernelSource.Assignment(RESULT, gain))));
    target = reader.values().put(name, Placement.PROJECTION);
  }

  @Override
  public boolean isPlainProduct() {
    return false;
  }

  @Override
  public void measure(Activity activity) {
    int count = everyStep ? activity.rows() : activity.trials();
    if (room < count) {
      room = count;
      arrays = new double[arguments.arrays.size()][count];
    }
    shape = shape.or(count / activity.trials(), activity.trials(), 1);
    for (int k = 0; k < arrays.length - 1; k++) rows.fill(arguments.arrays.get(k), reading, shape, arrays[k]);
    kernel.run(arrays, scalars, 0, count);
    double sum = 0;
    for (int k = 0; k < count; k++) sum += arrays[arrays.length - 1][k];
    target[0] = sum / count;
  }
}

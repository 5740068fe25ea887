package plast.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Trees;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;
import plast.math.Panels;
import plast.rule.Activity.Lag;
import plast.rule.Activity.Side;
import plast.rule.TrialRows.Reading;
import plast.rule.TrialRows.Shape;

/**
 * What one side contributes to an average: an expression of its activity and its state, for each step, trial and
 * neuron, or for each trial and neuron. Rates as they are stored are read where they lie; everything else is computed
 * into panels of its own.
 */
final class SideFactor {
  private static final String RESULT = "_factor";

  private final Side side;
  private final TrialRows rows;
  private final Reading reading;
  private final boolean everyStep;
  /** The rate itself, or whose square it is. */
  private final Optional<Rate> rate;
  private final boolean square;
  private final List<Rate> rates = new ArrayList<>();
  private final KernelArguments arguments;
  private final double[] scalars;
  private final @Nullable Kernel kernel;
  private double[][] arrays = {};
  private @Nullable Panels own;
  private Shape shape = Shape.NONE;

  /** @param everyStep whether it is one for each step of a trial */
  SideFactor(Side side, Expr e, RuleReader reader, boolean everyStep, Kernels kernels) {
    this.side = side;
    this.everyStep = everyStep;
    rows = reader.rows();
    reading = reader.reading();
    Optional<Rate> plain = Rate.of(e);
    square = plain.isEmpty() && isSquareOfRate(e);
    rate = square ? Rate.of(((Expr.Binary) e).left()) : plain;
    arguments = new KernelArguments(reader.values(),
        side == Side.PRE ? Placement.PRESYNAPTIC : Placement.POSTSYNAPTIC, rows::has);
    if (rate.isPresent() || e.equals(Trees.ONE)) {
      rate.ifPresent(rates::add);
      kernel = null;
    } else {
      Expr named = Rate.named(e, rates);
      for (Rate read : rates) arguments.arrays.add(read.name());
      arguments.add(named);
      arguments.arrays.add(RESULT);
      kernel = kernels.compile(new KernelSource(Precision.DOUBLE, arguments.arrays, arguments.scalars,
          arguments.constants, List.of(new KernelSource.Assignment(RESULT, named))));
    }
    scalars = new double[arguments.scalars.size()];
  }

  private static boolean isSquareOfRate(Expr e) {
    return e instanceof Expr.Binary b && b.operator() == Expr.Arithmetic.POWER
        && b.right() instanceof Expr.Number n && n.value() == 2 && Rate.of(b.left()).isPresent();
  }

  /** Whether it is the rate as it acts. */
  boolean isPlain() {
    return !square && rate.isPresent() && rate.get().lag() == Lag.AS_IT_ACTS;
  }

  /** Whether the average needed is that of the square of what {@link #panels} gives. */
  boolean isSquare() {
    return square;
  }

  private boolean isStored(Activity activity) {
    return rate.isPresent() && activity.row(side, rate.get().lag()) >= 0;
  }

  /** Where the row of the first step and trial is in {@link #panels}. */
  int row(Activity activity) {
    return isStored(activity) ? activity.row(side, rate.orElseThrow().lag()) : 0;
  }

  /** How many rows there are. */
  int count(Activity activity) {
    return everyStep ? activity.rows() : activity.trials();
  }

  /** The values, in rows of trials within steps, or of trials. */
  Panels panels(Activity activity) {
    Panels source = activity.panels(side);
    if (isStored(activity)) return source;
    int width = source.columns(), count = count(activity), size = count * width;
    if (own == null || own.rows() < count) {
      own = source.like(count, width);
      arrays = new double[Math.max(1, arguments.arrays.size())][size];
    }
    for (int k = 0; k < rates.size(); k++) rates.get(k).read(activity, arrays[k]);
    if (kernel != null) {
      shape = shape.or(count / activity.trials(), activity.trials(), width);
      for (int k = rates.size(); k < arrays.length - 1; k++) {
        rows.fill(arguments.arrays.get(k), reading, shape, arrays[k]);
      }
      arguments.write(scalars);
      kernel.run(arrays, scalars, 0, size);
    }
    own.write(0, count, arrays[arrays.length - 1], width);
    return own;
  }
}

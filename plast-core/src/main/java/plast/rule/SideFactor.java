package plast.rule;

import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * What one side contributes to an average: an expression of its activity and its state, for each step, trial and
 * neuron. Rates as they are stored are read where they lie; everything else is computed into panels of its own.
 */
final class SideFactor {
  private static final String RESULT = "_factor";

  private final Side side;
  private final RuleValues values;
  /** The rate itself, or whose square it is. */
  private final Optional<Lag> rate;
  private final boolean square;
  private final List<Lag> lags = new ArrayList<>();
  private final KernelArguments arguments;
  private final double[] scalars;
  private final @Nullable Kernel kernel;
  private double[][] arrays = {};
  private @Nullable Panels own;

  SideFactor(Side side, Expr e, RuleValues values, Kernels kernels) {
    this.side = side;
    this.values = values;
    Optional<Lag> plain = lag(e);
    square = plain.isEmpty() && isSquareOfRate(e);
    rate = square ? lag(((Expr.Binary) e).left()) : plain;
    arguments = new KernelArguments(values, side == Side.PRE ? Placement.PRESYNAPTIC : Placement.POSTSYNAPTIC);
    if (rate.isPresent() || e.equals(Trees.ONE)) {
      rate.ifPresent(lags::add);
      kernel = null;
    } else {
      Expr named = named(e);
      for (Lag lag : lags) arguments.arrays.add(name(lag));
      arguments.add(named);
      arguments.arrays.add(RESULT);
      kernel = kernels.compile(new KernelSource(Precision.DOUBLE, arguments.arrays, arguments.scalars,
          arguments.constants, List.of(new KernelSource.Assignment(RESULT, named))));
    }
    scalars = new double[arguments.scalars.size()];
  }

  private boolean isSquareOfRate(Expr e) {
    return e instanceof Expr.Binary b && b.operator() == Expr.Arithmetic.POWER
        && b.right() instanceof Expr.Number n && n.value() == 2 && lag(b.left()).isPresent();
  }

  /** Of which step {@code e} is the rate, if it is one. */
  private Optional<Lag> lag(Expr e) {
    return switch (e) {
      case Expr.Name n when n.text().equals(side == Side.PRE ? "pre" : "post") -> Optional.of(Lag.AS_IT_ACTS);
      case Expr.Call c when c.function().equals("now") -> Optional.of(Lag.NOW);
      case Expr.Call c when c.function().equals("previous") -> Optional.of(Lag.PREVIOUS);
      default -> Optional.empty();
    };
  }

  private Expr named(Expr e) {
    Optional<Lag> lag = lag(e);
    if (lag.isEmpty()) return Trees.map(e, this::named);
    if (!lags.contains(lag.get())) lags.add(lag.get());
    return Trees.name(name(lag.get()));
  }

  private static String name(Lag lag) {
    return "_rate_" + lag;
  }

  /** Whether it is the rate as it acts. */
  boolean isPlain() {
    return !square && rate.isPresent() && rate.get() == Lag.AS_IT_ACTS;
  }

  /** Whether the average needed is that of the square of what {@link #panels} gives. */
  boolean isSquare() {
    return square;
  }

  private boolean isStored(Activity activity) {
    return rate.isPresent() && activity.row(side, rate.get()) >= 0;
  }

  /** Where the row of the first step and trial is in {@link #panels}. */
  int row(Activity activity) {
    return isStored(activity) ? activity.row(side, rate.orElseThrow()) : 0;
  }

  /** The values, in rows of trials within steps. */
  Panels panels(Activity activity) {
    Panels source = activity.panels(side);
    if (isStored(activity)) return source;
    int width = source.columns(), size = activity.rows() * width;
    if (own == null || own.rows() < activity.rows()) {
      own = source.like(activity.rows(), width);
      arrays = new double[Math.max(1, arguments.arrays.size())][size];
    }
    for (int k = 0; k < lags.size(); k++) read(activity, lags.get(k), source, arrays[k]);
    if (kernel != null) {
      for (int k = lags.size(); k < arrays.length - 1; k++) {
        repeat(values.array(arguments.arrays.get(k)), arrays[k], width, size);
      }
      arguments.write(scalars);
      kernel.run(arrays, scalars, 0, size);
    }
    own.write(0, activity.rows(), arrays[arrays.length - 1], width);
    return own;
  }

  private void read(Activity activity, Lag lag, Panels source, double[] target) {
    int row = activity.row(side, lag), missing = Math.max(0, -row), count = activity.rows() - missing;
    // What comes before the first step is 0. Rows are read from the start of an array: move them behind the zeros.
    source.read(row + missing, count, target);
    if (missing == 0) return;
    int width = source.columns();
    System.arraycopy(target, 0, target, missing * width, count * width);
    Arrays.fill(target, 0, missing * width, 0);
  }

  /** Gives each row the values of the neurons. */
  private static void repeat(double[] neurons, double[] rows, int width, int size) {
    int count = Math.min(neurons.length, width);
    for (int from = 0; from < size; from += width) System.arraycopy(neurons, 0, rows, from, count);
  }
}

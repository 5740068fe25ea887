package plast.rate.model;

import java.util.List;
import java.util.function.Function;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.rate.model.Place.Walk;

/** A kernel of a population, with the places of its arrays and its scalars. */
final class BoundKernel {
  private final Numbers numbers;
  private final Kernel kernel;
  private final List<String> names;
  private final List<String> scalars;
  private final double[] values;
  private final int time;
  private final int steps;
  private final int later;
  private final int laterSteps;
  private final Place[] places;
  private final Object[] arrays;
  private final int[] offsets;
  // Where array k starts in the first panel, and how far it moves from panel to panel, step to step, block to block.
  private final int[] starts;
  private final int[] byPanel;
  private final int[] byStep;
  private final int[] byBlock;
  private final int[] lags;
  private int count;

  BoundKernel(KernelSource source, Kernels kernels, Numbers numbers) {
    this.numbers = numbers;
    kernel = kernels.compile(source);
    names = source.arrays();
    scalars = source.scalars();
    values = new double[scalars.size()];
    time = scalars.indexOf("t");
    steps = scalars.indexOf("t_in_timesteps");
    later = scalars.indexOf(ArrayNames.LATER);
    laterSteps = scalars.indexOf(ArrayNames.LATER_STEPS);
    places = new Place[names.size()];
    arrays = numbers.arrays(places.length);
    offsets = new int[places.length];
    byPanel = new int[places.length];
    byStep = new int[places.length];
    byBlock = new int[places.length];
    lags = new int[places.length];
    starts = new int[places.length];
  }

  /** Where a scalar's value is found. */
  interface Scalars {
    double scalar(String name);
  }

  /** Takes the arrays. */
  void bind(Function<String, Place> source) {
    for (int k = 0; k < places.length; k++) {
      places[k] = source.apply(names.get(k));
      arrays[k] = places[k].panels().storage();
      byPanel[k] = places[k].panels().panels() > 1 ? places[k].panels().offset(1, 0) : 0;
    }
  }

  /** Reads the scalars, other than time, that hold for a whole pass over {@code trials}. */
  void start(Scalars source, int trials) {
    for (int k = 0; k < values.length; k++) {
      boolean given = k != time && k != steps && k != later && k != laterSteps;
      if (given) values[k] = source.scalar(scalars.get(k));
    }
    for (int k = 0; k < places.length; k++) {
      int block = trials * places[k].panels().width();
      byStep[k] = places[k].walk() == Walk.STEPS ? block : 0;
      byBlock[k] = places[k].walk() == Walk.RETURNS ? block : 0;
      lags[k] = places[k].lag();
      count = block;
    }
  }

  /**
   * Moves to a step.
   *
   * @param t     the step that the kernel leads to
   * @param block of the arrays whose blocks return
   */
  void move(int t, int block, double dt) {
    if (time >= 0) values[time] = (t - 1) * dt;
    if (steps >= 0) values[steps] = t - 1;
    if (later >= 0) values[later] = t * dt;
    if (laterSteps >= 0) values[laterSteps] = t;
    for (int k = 0; k < starts.length; k++) starts[k] = (t - lags[k]) * byStep[k] + block * byBlock[k];
  }

  /** Runs over one panel. */
  void run(int panel) {
    for (int k = 0; k < offsets.length; k++) offsets[k] = starts[k] + panel * byPanel[k];
    numbers.run(kernel, arrays, offsets, values, count);
  }
}

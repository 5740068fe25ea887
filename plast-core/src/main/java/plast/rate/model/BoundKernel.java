package plast.rate.model;

import java.util.List;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;

/** A kernel of a population, with the arrays of each time step and its scalars. */
final class BoundKernel {
  private final Kernel kernel;
  private final List<String> arrays;
  private final List<String> scalars;
  private final double[] values;
  private final int time;
  private final int steps;
  private Object[][] bound = {};

  BoundKernel(KernelSource source, Kernels kernels) {
    kernel = kernels.compile(source);
    arrays = source.arrays();
    scalars = source.scalars();
    values = new double[scalars.size()];
    time = scalars.indexOf("t");
    steps = scalars.indexOf("t_in_timesteps");
  }

  /** Where an array of a time step is found. */
  interface Arrays {
    Object array(String name, int t);
  }

  /** Where a scalar's value is found. */
  interface Scalars {
    double scalar(String name);
  }

  /** Takes the arrays of the steps 0 to {@code steps}. */
  void bind(Numbers numbers, int last, Arrays source) {
    bound = new Object[last + 1][];
    for (int t = 0; t <= last; t++) {
      bound[t] = numbers.arrays(arrays.size());
      for (int k = 0; k < arrays.size(); k++) bound[t][k] = source.array(arrays.get(k), t);
    }
  }

  /** Reads the scalars, other than time, that hold for a whole pass. */
  void start(Scalars source) {
    for (int k = 0; k < values.length; k++) {
      if (k != time && k != steps) values[k] = source.scalar(scalars.get(k));
    }
  }

  /**
   * Runs over the first {@code count} elements of the arrays of step {@code t}.
   *
   * @param now the time step that the equations see
   */
  void run(Numbers numbers, int t, int now, double dt, int count) {
    if (time >= 0) values[time] = now * dt;
    if (steps >= 0) values[steps] = now;
    numbers.run(kernel, bound[t], values, count);
  }
}

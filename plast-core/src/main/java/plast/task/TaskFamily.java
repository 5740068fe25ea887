package plast.task;

import java.util.List;
import java.util.Map;

/**
 * A task before its options are fixed: what {@code plast tasks} lists and what an experiment file names.
 */
public interface TaskFamily {

  /** The name in experiment files, for example {@code dms}. */
  String name();

  /** One line for a person. */
  String title();

  /** {@code core}, {@code neurogym}, {@code yang19}, {@code psychrnn} or {@code signals}. */
  String battery();

  /** The paper or program whose structure the task follows. */
  String source();

  /** Time step the task is usually run at, ms. */
  double defaultDt();

  /** Membrane time constant the task is usually run with, ms. */
  double defaultTau();

  /** The options, each with its default. */
  List<TaskOption> options();

  /**
   * The task with the given options.
   *
   * @param options values by option name, in the option's unit; missing ones take their default
   * @param dt      time step, ms
   * @param tau     membrane time constant, ms; sets the scale of the input noise
   * @throws IllegalArgumentException when an option is unknown, out of range or has the wrong number of values
   */
  Task with(Map<String, double[]> options, double dt, double tau);
}

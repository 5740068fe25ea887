package plast.task.trial;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.TaskOption;

/**
 * A task family put together from its description, its options and the function that fixes them.
 *
 * @param about      what {@code plast tasks} prints
 * @param defaultDt  usual time step, ms
 * @param defaultTau usual membrane time constant, ms
 * @param options    the options with their defaults
 * @param design     makes the task from checked settings
 */
public record Family(
    About about, double defaultDt, double defaultTau, List<TaskOption> options, Function<Settings, Task> design)
    implements TaskFamily {

  /** Name, one-line title, battery, and the paper or program behind a task. */
  public record About(String name, String title, String battery, String source) {}

  @Override
  public String name() {
    return about.name();
  }

  @Override
  public String title() {
    return about.title();
  }

  @Override
  public String battery() {
    return about.battery();
  }

  @Override
  public String source() {
    return about.source();
  }

  @Override
  public Task with(Map<String, double[]> given, double dt, double tau) {
    return design.apply(Settings.of(this, given, dt, tau));
  }

  @Override
  public String toString() {
    return "task family " + name();
  }
}

package plast.task;

import java.util.HashMap;
import java.util.Map;
import plast.math.Seed;

/** Batches and single values for tests of tasks. */
public final class Batches {
  private Batches() {}

  /** The task of that name at its usual time step, some options given as name, value, name, value … */
  public static Task task(String name, Object... options) {
    TaskFamily family = Tasks.named(name);
    return family.with(options(options), family.defaultDt(), family.defaultTau());
  }

  public static Map<String, double[]> options(Object... options) {
    Map<String, double[]> map = new HashMap<>();
    for (int k = 0; k < options.length; k += 2) {
      map.put((String) options[k], switch (options[k + 1]) {
        case double[] values -> values;
        case Number number -> new double[] {number.doubleValue()};
        default -> throw new IllegalArgumentException("neither number nor numbers: " + options[k + 1]);
      });
    }
    return map;
  }

  public static Batch draw(Task task, int trials, long number) {
    return task.draw(trials, new Seed(5).stream("test", number));
  }

  public static float input(Batch batch, int step, int trial, int channel) {
    return batch.stimulus()[batch.stimulusIndex(step, trial, channel)];
  }

  public static float target(Batch batch, int step, int trial, int channel) {
    return batch.target()[batch.targetIndex(step, trial, channel)];
  }

  public static float mask(Batch batch, int step, int trial) {
    return batch.mask()[batch.maskIndex(step, trial)];
  }

  /** The period of that name in the first trial. */
  public static Batch.Period period(Batch batch, String name) {
    return batch.periods().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}

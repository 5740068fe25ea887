package plast.task.signals;

import java.util.List;
import plast.task.TaskFamily;
import plast.task.core.FlipFlop;

/** The battery of signals to produce. */
public final class SignalTasks {
  private SignalTasks() {}

  public static List<TaskFamily> all() {
    return List.of(SineWave.family(), FlipFlop.anyBits(), RampToGo.family());
  }
}

package plast.task;

import java.util.List;
import java.util.stream.Stream;
import plast.task.core.CoreTasks;
import plast.task.neurogym.NeurogymTasks;
import plast.task.psychrnn.PsychRnnTasks;
import plast.task.signals.SignalTasks;
import plast.task.trial.NearestName;
import plast.task.yang.YangTasks;

/** Every task family the laboratory knows. */
public final class Tasks {
  private static final List<TaskFamily> ALL = Stream.of(
          CoreTasks.all(), NeurogymTasks.all(), YangTasks.all(), PsychRnnTasks.all(), SignalTasks.all())
      .flatMap(List::stream)
      .toList();

  private Tasks() {}

  /** All families, battery by battery. */
  public static List<TaskFamily> all() {
    return ALL;
  }

  /**
   * The family of that name.
   *
   * @throws IllegalArgumentException when there is none; the message holds the nearest known name
   */
  public static TaskFamily named(String name) {
    for (TaskFamily family : ALL) {
      if (family.name().equals(name)) return family;
    }
    throw new IllegalArgumentException(
        "there is no task " + name + "; the nearest is "
            + NearestName.of(name, ALL.stream().map(TaskFamily::name).toList()));
  }
}

package plast.experiment;

import java.util.List;
import java.util.Optional;
import plast.task.TaskFamily;
import plast.task.Tasks;

/** The tasks that an experiment file may name. */
final class TaskNames {
  private TaskNames() {}

  static Optional<TaskFamily> find(String name) {
    return Tasks.all().stream().filter(family -> family.name().equals(name)).findFirst();
  }

  static List<String> all() {
    return Tasks.all().stream().map(TaskFamily::name).toList();
  }
}

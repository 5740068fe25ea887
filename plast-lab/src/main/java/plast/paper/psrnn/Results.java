package plast.paper.psrnn;

import java.util.List;
import java.util.Optional;

/** All trained arms. */
public record Results(List<ArmResult> arms) {

  public Results {
    arms = List.copyOf(arms);
  }

  /** The arm of that name on a task; empty when the study at hand has none. */
  public Optional<ArmResult> arm(String task, String name) {
    return arms.stream().filter(arm -> arm.task().equals(task) && arm.name().equals(name)).findFirst();
  }

  /** All but the cells of maps. */
  public List<ArmResult> listed() {
    return arms.stream().filter(ArmResult::isListed).toList();
  }

  public List<ArmResult> of(Part part) {
    return listed().stream().filter(arm -> arm.part() == part).toList();
  }

  public List<ArmResult> of(String task) {
    return listed().stream().filter(arm -> arm.task().equals(task)).toList();
  }

  /** The tasks of a part that were trained, in order. */
  public List<String> tasks(Part part) {
    return of(part).stream().map(ArmResult::task).distinct().toList();
  }

  /** a over b on a task; empty when one is missing. */
  public Optional<Comparison> compare(String task, String a, String b) {
    Optional<ArmResult> first = arm(task, a), second = arm(task, b);
    return first.isPresent() && second.isPresent()
        ? Optional.of(Comparison.of(first.get(), second.get())) : Optional.empty();
  }
}

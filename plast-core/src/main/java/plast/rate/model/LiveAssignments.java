package plast.rate.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plast.equation.Trees;
import plast.kernel.KernelSource;
import plast.kernel.KernelSource.Assignment;
import plast.kernel.ModelArguments;
import plast.kernel.Precision;

/** Assignments of a kernel without those that its outputs do not need. */
final class LiveAssignments {
  private LiveAssignments() {}

  /** The assignments of {@code all} that the {@code outputs} depend on. */
  static List<Assignment> of(List<Assignment> all, Collection<String> outputs) {
    Set<String> needed = new HashSet<>(outputs);
    List<Assignment> live = new ArrayList<>();
    for (Assignment a : all.reversed()) {
      if (!needed.contains(a.target())) continue;
      needed.addAll(Trees.names(a.value()));
      live.addFirst(a);
    }
    return live;
  }

  /** The kernel that computes {@code outputs}. */
  static KernelSource kernel(Population population, List<Assignment> all, List<String> outputs, Precision precision) {
    ModelArguments arguments = new ModelArguments(population.model(), population.equalParameters());
    outputs.forEach(arguments::array);
    List<Assignment> live = of(all, outputs);
    Set<String> locals = new HashSet<>();
    for (Assignment a : live) if (!outputs.contains(a.target())) locals.add(a.target());
    for (Assignment a : live) {
      for (String name : Trees.names(a.value())) {
        if (name.equals(ArrayNames.LATER) || name.equals(ArrayNames.LATER_STEPS)) arguments.scalar(name);
        else if (ArrayNames.isOne(name) && !locals.contains(name)) arguments.array(name);
      }
    }
    for (Assignment a : live) arguments.assign(a.target(), a.value());
    return arguments.source(precision);
  }
}

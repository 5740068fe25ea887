package plast.kernel;

import java.util.Set;
import plast.equation.CheckedModel;
import plast.equation.IntegrationStep;
import plast.equation.Trees;

/**
 * The kernel of one step of a model's equations, its names sorted as {@link ModelArguments} says. State variables are
 * changed in place, all after everything is read.
 */
public final class StepSource {
  private StepSource() {}

  /**
   * The kernel of {@code step}, a step of {@code model}.
   *
   * @throws IllegalArgumentException naming what an elementwise kernel cannot compute
   */
  public static KernelSource of(CheckedModel model, IntegrationStep step, Precision precision) {
    ModelArguments arguments = new ModelArguments(model, Set.of());
    step.next().keySet().forEach(arguments::array);
    step.noise().forEach(arguments::array);
    step.stages().forEach(arguments::assign);
    step.next().forEach((variable, value) -> arguments.assign("_next_" + variable, value));
    step.next().keySet().forEach(variable -> arguments.assign(variable, Trees.name("_next_" + variable)));
    return arguments.source(precision);
  }
}

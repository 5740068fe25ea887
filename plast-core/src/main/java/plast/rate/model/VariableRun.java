package plast.rate.model;

import plast.equation.Definition;
import plast.equation.StepAdjoint;

/**
 * A parameter or state variable in a run: where its value and its gradient stand.
 *
 * @param start     of a state variable, the initial value of the latest pass
 * @param bias      whether it is a weight of its drive
 * @param backwards the array of its gradient, of each trial and unit
 */
record VariableRun(String name, double[] value, double[] start, String key, boolean trained, boolean state,
    boolean bias, String backwards) {

  static VariableRun of(Definition d, PopulationSources sources) {
    Population population = sources.population();
    String name = d.variable();
    boolean state = d instanceof Definition.Differential;
    double[] value = population.value(name);
    return new VariableRun(name, value, value.clone(), population.key(name), population.trained().contains(name), state,
        sources.drives().stream().anyMatch(drive -> drive.biases().contains(name)),
        state ? StepAdjoint.adjoint(name) : ArrayNames.gradient(name));
  }

  /** Takes the initial value. */
  void remember(ModelParameters parameters) {
    System.arraycopy(value(parameters), 0, start, 0, start.length);
  }

  /** The value in {@code parameters}, or in a gradient, if it is trained. */
  double[] value(ModelParameters parameters) {
    double[] given = trained ? parameters.trained().get(key) : value;
    if (given == null || given.length != value.length) {
      throw new IllegalArgumentException("the parameters have no '" + key + "' of " + value.length + " values");
    }
    return given;
  }
}

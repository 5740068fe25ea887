package plast.rate.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plast.equation.Definition;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.IntegrationStep;
import plast.equation.IntegratorChoice.Linear;
import plast.equation.Resolution;
import plast.equation.Trees;
import plast.math.Matrix;
import plast.math.Propagator;

/** Numbers that are the same for all units and steps: dt, N, parameters with one value, the entries of Φ and Ψ. */
final class FixedScalars implements BoundKernel.Scalars {
  private final Map<String, double[]> values;
  private final String[] trained;
  private final String[] keys;

  private FixedScalars(Map<String, double[]> values, Population population) {
    this.values = values;
    trained = population.trained().stream().filter(values::containsKey).toArray(String[]::new);
    keys = population.trained().stream().filter(values::containsKey).map(population::key).toArray(String[]::new);
  }

  static FixedScalars of(PopulationSources sources, double dt) {
    Population population = sources.population();
    Map<String, double[]> values = new HashMap<>();
    values.put("dt", new double[] {dt});
    values.put("N", new double[] {population.size()});
    for (Definition d : population.model().model().definitions()) {
      if (d instanceof Definition.Parameter && population.value(d.variable()).length == 1) {
        values.put(d.variable(), population.value(d.variable()).clone());
      }
    }
    Optional<Linear> coupled = sources.integration().coupled();
    if (coupled.isPresent()) propagator(population, coupled.get(), dt, values);
    return new FixedScalars(values, population);
  }

  /** Takes the values of trained ones. */
  void read(ModelParameters parameters) {
    for (int k = 0; k < trained.length; k++) {
      double[] value = values.get(trained[k]);
      if (value != null) value[0] = Objects.requireNonNull(parameters.trained().get(keys[k]), keys[k])[0];
    }
  }

  @Override
  public double scalar(String name) {
    double[] value = values.get(name);
    if (value == null) throw new IllegalStateException("no value for '" + name + "'");
    return value[0];
  }

  private static void propagator(Population population, Linear linear, double dt, Map<String, double[]> values) {
    List<String> x = linear.variables();
    Matrix a = Matrix.zeros(x.size(), x.size());
    for (int i = 0; i < x.size(); i++) {
      Map<String, Expr> row = linear.a().getOrDefault(x.get(i), Map.of());
      for (int j = 0; j < x.size(); j++) {
        Expr entry = row.get(x.get(j));
        if (entry != null) a.set(i, j, Evaluation.of(entry, constants(population, entry, dt)));
      }
    }
    Propagator moved = Propagator.of(a, dt);
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < x.size(); j++) {
        values.put(IntegrationStep.phi(x.get(i), x.get(j)), new double[] {moved.phi().get(i, j)});
        values.put(IntegrationStep.psi(x.get(i), x.get(j)), new double[] {moved.psi().get(i, j)});
      }
    }
  }

  private static Map<String, Double> constants(Population population, Expr entry, double dt) {
    Map<String, Double> constants = new HashMap<>();
    constants.put("dt", dt);
    constants.put("N", (double) population.size());
    for (String name : Trees.names(entry)) {
      if (population.model().model().find(name).isPresent()) {
        double[] value = population.value(name);
        for (double v : value) {
          if (v != value[0]) {
            throw new IllegalArgumentException("population '" + population.name() + "': '" + name + "' differs between"
                + " units, and exact needs one value in coupled equations; use exponential_euler");
          }
        }
        constants.put(name, value[0]);
      } else {
        Resolution.of(name, population.model().scope()).ifPresent(found ->
            found.symbol().value().ifPresent(v -> constants.put(name, v)));
      }
    }
    return constants;
  }
}

package plast.rate.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import plast.math.Matrix;

/**
 * All trained numbers of a network of equations, or a gradient with respect to them. Arrays are shared, not copied.
 *
 * @param weights by the name of the projection or readout
 * @param biases  by the name of the readout
 * @param trained values of model parameters and initial values, by {@code population.variable}
 */
public record ModelParameters(Map<String, Matrix> weights, Map<String, double[]> biases,
    Map<String, double[]> trained) {

  public ModelParameters {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    biases = Collections.unmodifiableMap(new LinkedHashMap<>(biases));
    trained = Collections.unmodifiableMap(new LinkedHashMap<>(trained));
  }

  /** The values that {@code network} starts with; its own arrays are not shared. */
  public static ModelParameters of(NetworkDescription network) {
    Map<String, Matrix> weights = new LinkedHashMap<>();
    Map<String, double[]> biases = new LinkedHashMap<>();
    Map<String, double[]> trained = new LinkedHashMap<>();
    for (Projection p : network.projections()) weights.put(p.name(), p.weights().copy());
    for (Readout r : network.readouts()) {
      weights.put(r.name(), r.weights().copy());
      biases.put(r.name(), r.bias().clone());
    }
    for (Population p : network.populations()) {
      for (String variable : p.trained()) trained.put(p.key(variable), p.value(variable).clone());
    }
    return new ModelParameters(weights, biases, trained);
  }

  public ModelParameters copy() {
    return mapped(double[]::clone);
  }

  /** Zeros of the same shapes. */
  public ModelParameters zeros() {
    return mapped(values -> new double[values.length]);
  }

  /** All arrays, weights first, in a fixed order. */
  public List<double[]> arrays() {
    List<double[]> all = new ArrayList<>();
    weights.values().forEach(matrix -> all.add(matrix.values()));
    all.addAll(biases.values());
    all.addAll(trained.values());
    return all;
  }

  private ModelParameters mapped(UnaryOperator<double[]> change) {
    Map<String, Matrix> w = new LinkedHashMap<>();
    Map<String, double[]> b = new LinkedHashMap<>();
    Map<String, double[]> t = new LinkedHashMap<>();
    weights.forEach((name, m) -> w.put(name, new Matrix(m.rows(), m.columns(), change.apply(m.values()))));
    biases.forEach((name, values) -> b.put(name, change.apply(values)));
    trained.forEach((name, values) -> t.put(name, change.apply(values)));
    return new ModelParameters(w, b, t);
  }
}

package plast.rate.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plast.equation.CheckedModel;
import plast.equation.Definition;
import plast.equation.Flag;
import plast.equation.Integrator;

/**
 * Units that share their equations.
 *
 * @param integrator how a step advances them
 * @param values     values of parameters and initial values of state variables, in SI units, one for all units or one
 *                   for each; a state variable that is not named starts at 0
 * @param trained    parameters, and state variables for their initial values, whose gradient is asked for
 * @param rate       what the units tell others, an expression of state variables, parameters and subexpressions, such
 *                   as {@code tanh(x)}: what projections send, readouts read and rules see where nothing else is said;
 *                   may be empty
 * @param onset      what they tell at the start
 */
public record Population(String name, CheckedModel model, int size, Integrator integrator,
    Map<String, double[]> values, List<String> trained, String rate, Onset onset) {

  /** What units tell others at step 0: their rate, or 0 whatever their state. */
  public enum Onset { RATE, SILENCE }

  /** Units that tell their rate from the start. */
  public Population(String name, CheckedModel model, int size, Integrator integrator, Map<String, double[]> values,
      List<String> trained, String rate) {
    this(name, model, size, integrator, values, trained, rate, Onset.RATE);
  }

  /**
   * Checks what is given so far; what is missing is known when the network is built.
   *
   * @throws IllegalArgumentException naming what does not fit the model
   */
  public Population {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    trained = List.copyOf(trained);
    if (size < 1) throw new IllegalArgumentException("population '" + name + "' has " + size + " units, not one");
    for (var entry : values.entrySet()) checkValue(name, model, size, entry.getKey(), entry.getValue());
    for (String variable : trained) checkKnown(name, model, variable);
    if (trained.stream().distinct().count() < trained.size()) {
      throw new IllegalArgumentException("population '" + name + "' trains a name twice: " + trained);
    }
  }

  /** Units without parameter values yet. */
  public static Population of(String name, CheckedModel model, int size, Integrator integrator) {
    return new Population(name, model, size, integrator, Map.of(), List.of(), "");
  }

  /** With a value of a parameter, or an initial value of a state variable: one for all units, or one for each. */
  public Population with(String variable, double... value) {
    Map<String, double[]> more = new LinkedHashMap<>(values);
    more.put(variable, value.clone());
    return new Population(name, model, size, integrator, more, trained, rate, onset);
  }

  /** With gradients for {@code variables}; each has as many entries as its value. */
  public Population training(String... variables) {
    return new Population(name, model, size, integrator, values, List.of(variables), rate, onset);
  }

  /** With {@code expression} as what the units tell others. */
  public Population telling(String expression) {
    return new Population(name, model, size, integrator, values, trained, expression, onset);
  }

  /** Silent at the start. */
  public Population silentAtStart() {
    return new Population(name, model, size, integrator, values, trained, rate, Onset.SILENCE);
  }

  /** {@code expression}, or the rate where it is empty. */
  String orRate(String expression) {
    return expression.isBlank() ? rate : expression;
  }

  /** The names of the state variables, in the order of the text. */
  List<String> states() {
    return model.model().differentials().stream().map(Definition::variable).toList();
  }

  /** Parameters that have one value for all units. */
  Set<String> equalParameters() {
    return parameters().filter(p -> value(p).length == 1).collect(Collectors.toSet());
  }

  /** Parameters that have a value, or a gradient that is asked for, of each unit. */
  List<String> perUnit() {
    return parameters().filter(p -> value(p).length > 1 || trained.contains(p)).toList();
  }

  private Stream<String> parameters() {
    return model.model().definitions().stream().filter(d -> d instanceof Definition.Parameter)
        .map(Definition::variable);
  }

  double[] value(String variable) {
    double[] given = values.get(variable);
    if (given != null) return given;
    if (states().contains(variable)) return new double[1];
    throw new IllegalArgumentException("parameter '" + variable + "' of population '" + name + "' has no value");
  }

  /** Under what name a trained variable stands among a network's parameters. */
  String key(String variable) {
    return name + "." + variable;
  }

  private static Definition checkKnown(String population, CheckedModel model, String variable) {
    Definition definition = model.model().find(variable).filter(d -> !(d instanceof Definition.Subexpression))
        .orElse(null);
    if (definition != null) return definition;
    List<String> known = model.model().definitions().stream().filter(d -> !(d instanceof Definition.Subexpression))
        .map(Definition::variable).toList();
    throw new IllegalArgumentException("population '" + population + "' has no parameter or state variable '"
        + variable + "': it has " + known);
  }

  private static void checkValue(String population, CheckedModel model, int size, String variable, double[] value) {
    boolean shared = checkKnown(population, model, variable).is(Flag.SHARED);
    if (value.length != 1 && (shared || value.length != size)) {
      throw new IllegalArgumentException("'" + variable + "' of population '" + population + "' has " + value.length
          + " values, allowed " + (shared ? "is 1: it is shared" : "are 1 and " + size));
    }
  }
}

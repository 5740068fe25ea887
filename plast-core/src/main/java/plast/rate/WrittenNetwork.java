package plast.rate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.Integrator;
import plast.equation.Surrogate;

/**
 * A rate network as a user writes it: populations of units that share their equations, projections between them, and
 * what leaves it. Nothing here is checked yet.
 *
 * @param populations by name
 * @param projections by name
 * @param surrogate   stands for the derivative of steps in the equations; none: steps are refused
 */
public record WrittenNetwork(Map<String, Population> populations, Map<String, Projection> projections, Readout readout,
    Optional<Surrogate> surrogate) {
  /** The source of a projection that brings the task's stimulus. */
  public static final String STIMULUS = "stimulus";
  /** The source of a projection that brings white noise, a number for each unit, trial and step. */
  public static final String NOISE = "noise";
  /** The readout's name among projections. */
  public static final String READOUT = "readout";

  public WrittenNetwork {
    populations = Collections.unmodifiableMap(new LinkedHashMap<>(populations));
    projections = Collections.unmodifiableMap(new LinkedHashMap<>(projections));
  }

  /** The units of all populations. */
  public int units() {
    return populations.values().stream().mapToInt(Population::size).sum();
  }

  /** The names of the projections between units, whose synapses switch unless others are named. */
  public List<String> recurrent() {
    return projections.keySet().stream().filter(name -> {
      Projection p = projections.get(name);
      return p != null && populations.containsKey(p.from()) && p.trained();
    }).toList();
  }

  /** The names of all projections whose synapses may follow a rule, the readout among them. */
  public Set<String> plastic() {
    Set<String> names = new LinkedHashSet<>();
    projections.forEach((name, p) -> {
      if (p.trained() && !p.from().equals(NOISE)) names.add(name);
    });
    names.add(READOUT);
    return names;
  }

  /**
   * Units that share their equations.
   *
   * @param integrator how a step advances them; none: chosen from the equations
   * @param rate       what they tell others, an expression; empty: {@code r}
   * @param cost       an expression whose mean over units, steps and trials is added to the loss; empty: none
   * @param values     of parameters, and of state variables at the start: expressions of {@code i}, {@code N},
   *                   {@code rand()} and {@code randn()}
   * @param trained    parameters, and state variables for their first value, that follow the gradient
   */
  public record Population(int size, String equations, Optional<Integrator> integrator, String rate, String cost,
      Map<String, String> values, List<String> trained) {
    public Population {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      trained = List.copyOf(trained);
    }
  }

  /**
   * Weights from a population, or from the stimulus, to a population. From {@link #NOISE} they are the sd of what
   * arrives at each unit; of the rest then {@code to} and {@code input} alone count.
   *
   * @param sends       an expression of the source; empty: its rate
   * @param input       the name in {@code input(...)} of the target's equations; empty: the projection's own
   * @param weights     at the start, an expression of {@code i} (presynaptic), {@code j} (postsynaptic), {@code N_pre},
   *                    {@code N_post}, parameters of both sides with {@code _pre} and {@code _post}, {@code rand()} and
   *                    {@code randn()}
   * @param present     the condition for a synapse, of the same names; empty: everywhere
   * @param probability of a synapse where the condition holds
   * @param sign        of all weights, kept in training (Dale's law)
   * @param trained     whether the weights follow the gradient or a rule
   */
  public record Projection(String from, String to, String sends, String input, String weights, String present,
      double probability, Sign sign, boolean trained) {}

  /** The sign of the weights of a projection. */
  public enum Sign {
    MIXED, EXCITATORY, INHIBITORY
  }

  /**
   * What leaves the network.
   *
   * @param from    a population; empty: the only one
   * @param reads   an expression of it; empty: its rate
   * @param weights at the start, as in a projection
   */
  public record Readout(String from, String reads, String weights) {}
}

package plast.rate.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A network of populations before it is compiled.
 *
 * @param inputs channels of the stimulus
 * @param dt     time step in s, or a plain number where the models have no units
 */
public record NetworkDescription(List<Population> populations, List<Projection> projections, List<Readout> readouts,
    List<NoiseInput> noises, int inputs, double dt) {

  /** Without noise that arrives as an input. */
  public NetworkDescription(List<Population> populations, List<Projection> projections, List<Readout> readouts,
      int inputs, double dt) {
    this(populations, projections, readouts, List.of(), inputs, dt);
  }

  /** @throws IllegalArgumentException naming a part that does not fit the others */
  public NetworkDescription {
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    readouts = List.copyOf(readouts);
    noises = List.copyOf(noises);
    if (!(dt > 0) || Double.isInfinite(dt)) throw new IllegalArgumentException("the time step is " + dt + ", not > 0");
    List<String> names = new ArrayList<>(populations.stream().map(Population::name).toList());
    names.add(Projection.STIMULUS);
    distinct("population", names);
    List<String> weighted = new ArrayList<>(projections.stream().map(Projection::name).toList());
    weighted.addAll(readouts.stream().map(Readout::name).toList());
    weighted.addAll(noises.stream().map(NoiseInput::name).toList());
    distinct("projection or readout", weighted);
    for (Projection p : projections) {
      int source = p.from().equals(Projection.STIMULUS) ? inputs : find(populations, p.name(), p.from()).size();
      shape(p.name(), p.weights().rows(), find(populations, p.name(), p.to()).size(), "rows", p.to());
      shape(p.name(), p.weights().columns(), source, "columns", p.from());
      if (!p.from().equals(Projection.STIMULUS)) said("projection", p.name(), p.sent(), "sends", populations, p.from());
    }
    for (NoiseInput n : noises) {
      int size = find(populations, n.name(), n.to()).size();
      if (n.sd().length != 1) shape(n.name(), n.sd().length, size, "values", n.to());
    }
    for (Readout r : readouts) {
      shape(r.name(), r.weights().columns(), find(populations, r.name(), r.from()).size(), "columns", r.from());
      said("readout", r.name(), r.read(), "reads", populations, r.from());
    }
    if (populations.stream().map(p -> p.model().time()).distinct().count() > 1) {
      throw new IllegalArgumentException("some models count time in seconds and some have no units: give all units");
    }
  }

  static Population find(List<Population> populations, String reader, String name) {
    return populations.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow(
        () -> new IllegalArgumentException("'" + reader + "' names a population '" + name + "', there are "
            + populations.stream().map(Population::name).toList()));
  }

  private static void said(String what, String name, String expression, String does, List<Population> populations,
      String from) {
    if (find(populations, name, from).orRate(expression).isBlank()) {
      throw new IllegalArgumentException(what + " '" + name + "' does not say what of '" + from + "' it " + does
          + ", and '" + from + "' has no rate");
    }
  }

  private static void distinct(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) throw new IllegalArgumentException("two " + what + " names are '" + name + "'");
    }
  }

  private static void shape(String name, int got, int units, String what, String population) {
    if (got != units) {
      throw new IllegalArgumentException("the weights of '" + name + "' have " + got + " " + what + ", '" + population
          + "' has " + units);
    }
  }
}

package plast.rate.model;

import java.util.LinkedHashMap;
import java.util.Map;
import plast.equation.Derivative;
import plast.kernel.Kernels;
import plast.kernel.Precision;

/** The populations of a network in a run, compiled, and what others find in them. */
final class PopulationRuns {
  private final NetworkDescription description;
  private final Map<String, PopulationRun> byName = new LinkedHashMap<>();
  private final PopulationRun[] all;

  PopulationRuns(NetworkDescription description, Numbers numbers, Precision precision, Derivative.Rules rules) {
    this.description = description;
    Kernels kernels = new Kernels();
    for (Population p : description.populations()) {
      PopulationSources sources = PopulationSources.of(p, description, precision, rules);
      byName.put(p.name(), new PopulationRun(sources, numbers, kernels, description.dt(),
          description.noises().stream().filter(n -> n.to().equals(p.name())).toList()));
    }
    all = byName.values().toArray(PopulationRun[]::new);
  }

  /** In the order of the description. */
  PopulationRun[] all() {
    return all;
  }

  PopulationRun of(String population) {
    PopulationRun found = byName.get(population);
    if (found != null) return found;
    throw new IllegalArgumentException("no population '" + population + "', there are " + byName.keySet());
  }

  /** The signal that {@code reader} reads of a population: {@code text}, or its rate where that is empty. */
  SignalRun signal(String reader, String population, String text) {
    Population p = NetworkDescription.find(description.populations(), reader, population);
    return of(population).signal(PopulationSources.signal(reader, p, p.orRate(text)));
  }
}

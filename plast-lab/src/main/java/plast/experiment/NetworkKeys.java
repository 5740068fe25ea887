package plast.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plast.equation.Integrator;
import plast.equation.Surrogate;
import plast.experiment.ValueType.Choice;
import plast.experiment.ValueType.Count;
import plast.experiment.ValueType.Names;
import plast.experiment.ValueType.Real;
import plast.experiment.ValueType.Switch;
import plast.rate.WrittenNetwork;

/**
 * The keys with names that the user chooses, {@code *} in their pattern: those of a network that is written as equations,
 * and the rules of single projections.
 */
final class NetworkKeys {
  /** What has no effect beside populations, which say it themselves. */
  static final List<String> OF_THE_BUILT_IN = List.of("network.units", "network.activation", "network.leak",
      "network.recurrentNoise", "network.autapses", "network.initialisation.kind", "network.initialisation.gain",
      "network.initialisation.inputGain", "network.initialisation.inhibitory");

  /** Before the name of a projection that has a rule of its own. */
  static final String RULES = "plasticity.rules.", STRONG_RULES = "plasticity.strongRules.";

  private static final Text WEIGHTS = new Text("expression of i, j, N_pre, N_post, rand() and randn()");
  private static final Choice INTEGRATOR = new Choice("integrator", words("auto", Integrator.values(), Integrator::text));

  private static final List<NetworkKey> ALL = List.of(
      key("populations.*.size", new Count(1, ExperimentKeys.MOST_UNITS), "", "number of units N"),
      key("populations.*.equations", new Text("equations"), "",
          "what the units are, see [language.md](language.md); `input(NAME)` is what a projection brings"),
      key("populations.*.integrator", INTEGRATOR, "auto", "how a step advances them; by default from the equations"),
      key("populations.*.rate", new Text("expression"), "r", "what they tell others"),
      key("populations.*.cost", new Text("expression"), "",
          "its mean over units, steps and trials is added to the loss, as in `0.02*r**2`"),
      key("populations.*.values.*", new Text("expression of i, N, rand() and randn()"), "",
          "value of a parameter, or of a state variable at the start (0 by default)"),
      key("populations.*.trained", new Names("parameter"), "",
          "parameters and first values that follow the gradient, each unit's own"),
      key("projections.*.from", new Text("name of a population, stimulus, or noise"), "",
          "the presynaptic side; from noise a fresh Gaussian number arrives at every unit and step, `weights` its sd"),
      key("projections.*.to", new Text("name of a population"), "", "the postsynaptic side"),
      key("projections.*.sends", new Text("expression"), "", "what is sent; by default the source's rate"),
      key("projections.*.input", new Text("name"), "",
          "NAME in `input(NAME)` of the target; by default the projection's own"),
      key("projections.*.weights", WEIGHTS, "randn()/sqrt(N_pre)", "the first weights; i is presynaptic, j postsynaptic"),
      key("projections.*.present", new Text("condition on i, j, …"), "", "where there is a synapse; everywhere by default"),
      key("projections.*.probability", Real.between(0, 1), "1", "of a synapse there"),
      key("projections.*.sign", Choice.of("sign", WrittenNetwork.Sign.class), "mixed",
          "of all its weights, kept in training (Dale's law)"),
      key("projections.*.trained", new Switch(), "true", "whether its weights learn"),
      key("readout.from", new Text("name of a population"), "", "what is read; by default the only population"),
      key("readout.reads", new Text("expression"), "", "what is read of it; by default its rate"),
      key("readout.weights", WEIGHTS, "randn()/sqrt(N_pre)", "the first weights"),
      key("surrogate", new Choice("surrogate", words("none", Surrogate.values(), Surrogate::text)), "none",
          "stands for the derivative of steps; without one they are refused"),
      new NetworkKey(RULES + "*", new RuleValue(), "",
          "the rule of weak synapses of the projection NAME, in place of `plasticity.rule`; a rule's name, or rules put"
              + " together, will do as well"),
      new NetworkKey(STRONG_RULES + "*", new RuleValue(), "",
          "the rule of its strong synapses, in place of `plasticity.strong` or the optimiser"));

  /**
   * One key.
   *
   * @param pattern  its path, with {@code *} for names
   * @param standard empty where it must be given, or where another value stands for it
   */
  record NetworkKey(String pattern, ValueType type, String standard, String doc) {
    boolean matches(String path) {
      return fits(pattern, path);
    }
  }

  private NetworkKeys() {}

  private static NetworkKey key(String name, ValueType type, String standard, String doc) {
    return new NetworkKey("network." + name, type, standard, doc);
  }

  private static <E> Map<String, Object> words(String none, E[] constants, java.util.function.Function<E, String> word) {
    Map<String, Object> words = new LinkedHashMap<>(Map.of(none, Optional.empty()));
    for (E constant : constants) words.put(word.apply(constant), Optional.of(constant));
    return words;
  }

  private static boolean fits(String pattern, String path) {
    String[] wanted = pattern.split("\\."), given = path.split("\\.");
    if (wanted.length != given.length) return false;
    for (int k = 0; k < wanted.length; k++) {
      if (!wanted[k].equals("*") && !wanted[k].equals(given[k])) return false;
    }
    return true;
  }

  static List<NetworkKey> all() {
    return ALL;
  }

  /** The key at {@code path}. */
  static Optional<NetworkKey> at(String path) {
    return ALL.stream().filter(key -> key.matches(path)).findFirst();
  }

  /** Whether {@code path} is a group of keys. */
  static boolean isSection(String path) {
    int depth = path.split("\\.").length;
    return ALL.stream().anyMatch(key -> {
      String[] parts = key.pattern().split("\\.");
      return parts.length > depth && fits(String.join(".", Arrays.asList(parts).subList(0, depth)), path);
    });
  }

  /** The names that may stand in {@code section}; {@code *} where the user chooses them. */
  static Set<String> namesIn(String section) {
    int depth = section.split("\\.").length;
    return ALL.stream().map(key -> key.pattern().split("\\."))
        .filter(parts -> parts.length > depth
            && fits(String.join(".", Arrays.asList(parts).subList(0, depth)), section))
        .map(parts -> parts[depth]).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

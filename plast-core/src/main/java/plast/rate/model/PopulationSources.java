package plast.rate.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.equation.Definition;
import plast.equation.Derivative;
import plast.equation.Expr;
import plast.equation.Expressions;
import plast.equation.Flag;
import plast.equation.IntegrationStep;
import plast.equation.Printed;
import plast.equation.Resolution;
import plast.equation.Trees;
import plast.kernel.KernelSource;
import plast.kernel.Precision;
import plast.rate.model.Drives.Drive;

/**
 * The kernels of one population: a step with what it sends and what is read of it (its signals), and the way back.
 *
 * @param integration  a step, drives merged
 * @param signals      what others read and rules see, over state variables and parameters alone
 * @param stored       the signals and the functions in them that are stored, over the same
 * @param kept         how many more functions are stored
 * @param step         from step t − 1 to t, signals of t included
 * @param start        the signals of step 0; absent where there is nothing to compute
 * @param back         from λ and γ of step t to λ of step t − 1
 * @param backAtStart  from γ of step 0; absent where nobody asks for it
 */
record PopulationSources(Population population, IntegrationStep integration, List<Drive> drives, Signals signals,
    StoredSignals stored, int kept, KernelSource step, Optional<KernelSource> start, KernelSource back,
    Optional<KernelSource> backAtStart) {

  /**
   * Writes the kernels of {@code population}.
   *
   * @param rules what to do where a function has no derivative
   * @throws plast.equation.EquationException with the compiler's reason where a step or a derivative is refused
   * @throws IllegalArgumentException         naming what the network cannot run
   */
  static PopulationSources of(Population population, NetworkDescription network, Precision precision,
      Derivative.Rules rules) {
    check(population);
    IntegrationStep integration = IntegrationStep.of(population.model(), population.integrator());
    checkTrained(population, integration);
    Signals signals = Signals.of(population, network);
    Set<String> stimulated = new LinkedHashSet<>();
    for (Projection q : network.projections()) {
      if (q.isStimulus() && q.to().equals(population.name())) stimulated.add(q.input());
    }
    Drives drives = Drives.of(integration, population.perUnit(), stimulated::contains, signals.all());
    checkInputs(population, network, drives);
    TransitionSource source = new TransitionSource(population, drives, signals, precision, rules);
    return new PopulationSources(population, drives.step(), drives.drives(), signals, source.stored(),
        source.keptCalls(), source.step(), source.start(), source.back(), source.backAtStart());
  }

  /** Whether state variables are read at other steps than their own: on the way back, or by those who read signals. */
  boolean readsStates() {
    for (int k = 0; k < stored.all().size(); k++) if (stored.isState(k)) return true;
    return population.states().stream()
        .anyMatch(x -> back.arrays().contains(x) || back.arrays().contains(ArrayNames.next(x)));
  }

  private static void checkInputs(Population p, NetworkDescription network, Drives drives) {
    List<String> inputs = drives.drives().stream().flatMap(drive -> drive.inputs().stream()).toList();
    List<Projection> arriving = network.projections().stream().filter(q -> q.to().equals(p.name())).toList();
    List<String> disturbed = network.noises().stream().filter(n -> n.to().equals(p.name())).map(NoiseInput::input)
        .toList();
    for (String input : inputs) {
      if (arriving.stream().noneMatch(q -> q.input().equals(input)) && !disturbed.contains(input)) {
        throw new IllegalArgumentException("population '" + p.name() + "' reads input(" + input
            + "), and no projection brings it");
      }
    }
    for (Projection q : arriving) {
      if (!inputs.contains(q.input())) {
        throw new IllegalArgumentException("projection '" + q.name() + "' brings input(" + q.input()
            + "), population '" + p.name() + "' reads " + inputs);
      }
    }
  }

  /**
   * What is known of a population beyond its own equations.
   *
   * @param all  the signals, those that other parts of the network read first
   * @param read those alone: what only rules see has no gradient
   */
  record Signals(List<Expr> all, List<Expr> read) {

    /** What is read of {@code p}, and its rate. */
    static Signals of(Population p, NetworkDescription network) {
      Set<Expr> read = new LinkedHashSet<>();
      for (Projection q : network.projections()) {
        if (q.from().equals(p.name())) read.add(signal(q.name(), p, p.orRate(q.sent())));
      }
      for (Readout r : network.readouts()) {
        if (r.from().equals(p.name())) read.add(signal(r.name(), p, p.orRate(r.read())));
      }
      Set<Expr> all = new LinkedHashSet<>(read);
      if (!p.rate().isBlank()) all.add(signal("rate", p, p.rate()));
      return new Signals(List.copyOf(all), List.copyOf(read));
    }
  }

  /**
   * {@code text}, which {@code reader} reads of {@code population}, down to state variables and parameters.
   *
   * @throws IllegalArgumentException if it reads anything else
   */
  static Expr signal(String reader, Population population, String text) {
    Expr e = population.model().substituted(Expressions.parse("what '" + reader + "' reads", text).orThrow());
    for (String name : Trees.names(e)) {
      boolean noise = name.equals("xi") || name.startsWith("xi_");
      if (noise || Resolution.of(name, population.model().scope()).isEmpty()) {
        throw new IllegalArgumentException("'" + reader + "' reads '" + name + "' of population '" + population.name()
            + "', which has " + population.model().model().definitions().stream().map(Definition::variable).toList());
      }
    }
    if (Trees.calls(e, Set.of("input"))) {
      throw new IllegalArgumentException("'" + reader + "' reads " + Printed.of(e) + " of population '"
          + population.name() + "': what is read may depend on state variables and parameters, not on inputs");
    }
    return e;
  }

  private static void check(Population population) {
    String name = "population '" + population.name() + "'";
    if (population.states().isEmpty()) throw new IllegalArgumentException(name + " has no differential equation");
    for (Definition d : population.model().model().definitions()) {
      if (d.is(Flag.CONSTANT_OVER_DT)) {
        throw new IllegalArgumentException(name + ": '" + d.variable() + "' is (constant over dt), which networks do"
            + " not run; remove the flag");
      }
      if (d instanceof Definition.Parameter) population.value(d.variable());
    }
  }

  /** Φ and Ψ of coupled equations are computed once: they have no gradient. */
  private static void checkTrained(Population population, IntegrationStep integration) {
    if (integration.coupled().isEmpty()) return;
    Set<String> trained = new LinkedHashSet<>(population.trained());
    integration.coupled().get().a().values().stream().flatMap(row -> row.values().stream())
        .filter(entry -> Trees.mentions(entry, trained)).findFirst().ifPresent(entry -> {
          throw new IllegalArgumentException("population '" + population.name() + "': exact knows no gradient of "
              + Printed.of(entry) + " in coupled equations; use exponential_euler, or do not train it");
        });
  }
}

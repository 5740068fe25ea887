package plast.rate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.CheckedModel;
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
import plast.kernel.StepSource;

/**
 * The kernels of one population: a step, what it sends and what is read of it (its signals), and the adjoints of both.
 *
 * @param inputs        the names in input(...) of the equations
 * @param signals       what others read, over state variables and parameters alone
 * @param signal        absent where nobody reads anything
 * @param signalAdjoint absent where no signal depends on a state variable or a trained parameter
 */
record PopulationSources(Population population, IntegrationStep integration, List<String> inputs, List<Expr> signals,
    KernelSource step, KernelSource stepAdjoint, Optional<KernelSource> signal,
    Optional<KernelSource> signalAdjoint) {

  /**
   * Writes the kernels of {@code population}.
   *
   * @param rules what to do where a function has no derivative
   * @throws plast.equation.EquationException with the compiler's reason where a step or a derivative is refused
   * @throws IllegalArgumentException         naming what the network cannot run
   */
  static PopulationSources of(Population population, Signals signals, Precision precision, Derivative.Rules rules) {
    CheckedModel model = population.model();
    check(population);
    IntegrationStep integration = IntegrationStep.of(model, population.integrator());
    checkTrained(population, integration);
    List<String> inputs = inputs(integration);
    KernelSource step = StepSource.of(model, integration, precision);
    AdjointSource adjoint = new AdjointSource(population, rules);
    Optional<KernelSource> signal = Optional.empty();
    Optional<KernelSource> signalAdjoint = Optional.empty();
    if (!signals.all().isEmpty()) {
      KernelSource source = StepSource.of(model, named(signals.all()), precision);
      signal = Optional.of(source);
      signalAdjoint = adjoint.ofSignals(signals.read(), source);
    }
    return new PopulationSources(population, integration, inputs, signals.all(), step,
        adjoint.ofStep(integration, inputs, step), signal, signalAdjoint);
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

  /** The name of the array of signal {@code k}. */
  static String signal(int k) {
    return "_signal_" + k;
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

  /** Signals as assignments that a kernel can make, in the form of a step. */
  private static IntegrationStep named(List<Expr> signals) {
    Map<String, Expr> values = new LinkedHashMap<>();
    for (int k = 0; k < signals.size(); k++) values.put(signal(k), signals.get(k));
    return new IntegrationStep(Map.of(), values, Set.of(), Optional.empty());
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

  private static List<String> inputs(IntegrationStep integration) {
    Set<String> found = new LinkedHashSet<>();
    List<Expr> all = new ArrayList<>(integration.stages().values());
    all.addAll(integration.next().values());
    for (Expr e : all) {
      Trees.any(e, part -> {
        if (part instanceof Expr.Call c && c.function().equals("input")) {
          found.add(Printed.of(c.arguments().getFirst()));
        }
        return false;
      });
    }
    return List.copyOf(found);
  }
}

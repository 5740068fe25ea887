package plast.rate.model;

import static plast.equation.Trees.add;
import static plast.equation.Trees.call;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.equation.Derivative;
import plast.equation.Expr;
import plast.equation.IntegrationStep;
import plast.equation.StepAdjoint;
import plast.equation.Trees;
import plast.kernel.KernelSource;
import plast.kernel.KernelSource.Assignment;
import plast.kernel.ModelArguments;
import plast.kernel.Precision;

/**
 * The kernels of one transition, from step t − 1 to t, and of its way back; λ = ∂L/∂x, γ_k = ∂L/∂s_k, s_k = g_k(x) what
 * others read (signals).
 *
 * <pre>
 * forward   x[t] = Φ(x[t−1], input[t], θ, ξ[t]),     s[t] = g(x[t], θ)
 * back      Λ_x  = λ_x[t] + Σ γ_k ∂g_k/∂x,           ∂L/∂θ += Σ γ_k ∂g_k/∂θ                    at x[t]
 *           λ_x[t−1] = Σ Λ_y ∂y[t]/∂x[t−1],          ∂L/∂θ += Σ Λ_y ∂y[t]/∂θ,   δ = Σ Λ_y ∂y[t]/∂input
 * </pre>
 * What is dear to compute and needed again is stored: signals, functions in them, and functions in the step that its
 * adjoint contains.
 */
final class TransitionSource {
  private final Population population;
  private final Precision precision;
  private final IntegrationStep step;
  private final PopulationSources.Signals signals;
  private final StoredSignals stored;
  private final ModelArguments names;
  private final List<String> inputs;
  private final List<String> parameters; // trained, with a gradient for each element
  private final Derivative.Rules rules;
  private final List<Expr> kept = new ArrayList<>();
  private final List<Assignment> forward;
  private final List<Assignment> back;

  TransitionSource(Population population, Drives drives, PopulationSources.Signals signals, Precision precision,
      Derivative.Rules rules) {
    this.population = population;
    this.precision = precision;
    this.signals = signals;
    this.rules = rules;
    step = drives.step();
    inputs = drives.drives().stream().map(Drives.Drive::name).toList();
    Set<String> biases = new HashSet<>();
    drives.drives().forEach(drive -> biases.addAll(drive.biases()));
    parameters = population.trained().stream().filter(p -> !states().contains(p) && !biases.contains(p)).toList();
    names = new ModelArguments(population.model(), population.equalParameters());
    names.scalar(ArrayNames.LATER);
    names.scalar(ArrayNames.LATER_STEPS);
    stored = new StoredSignals(population.states(), signals.all(), names);
    forward = steps();
    back = withKept(LiveAssignments.of(backwards(), outputsOfBack()));
  }

  private List<String> states() {
    return population.states();
  }

  /** What is computed once more in the way back if nothing keeps it. */
  private List<Assignment> steps() {
    List<Assignment> all = new ArrayList<>();
    step.stages().forEach((stage, e) -> all.add(new Assignment(stage, stored.atStart(e))));
    step.next().forEach((x, e) -> all.add(new Assignment(ArrayNames.next(x), stored.atStart(e))));
    return all;
  }

  private List<Assignment> backwards() {
    List<Assignment> all = new ArrayList<>();
    for (String x : states()) {
      all.add(new Assignment(total(x), fromSignals(name(StepAdjoint.adjoint(x)), name(x))));
    }
    for (String p : parameters) {
      if (signals.read().stream().anyMatch(s -> Trees.contains(s, name(p)))) {
        all.add(new Assignment(ArrayNames.gradient(p), fromSignals(name(ArrayNames.gradient(p)), name(p))));
      }
    }
    List<Expr> with = new ArrayList<>();
    for (String x : states()) with.add(name(x));
    for (String input : inputs) with.add(call("input", name(input)));
    for (String p : parameters) with.add(name(p));
    StepAdjoint adjoint = StepAdjoint.of(step, with, rules);
    adjoint.stages().forEach((stage, e) -> all.add(new Assignment(stage, stored.atStart(e))));
    adjoint.adjoints().forEach((stage, e) -> all.add(new Assignment(stage, stored.atStart(totals(e)))));
    for (int k = 0; k < with.size(); k++) {
      Expr gradient = adjoint.gradients().getOrDefault(with.get(k), Trees.ZERO);
      all.add(new Assignment("_back_" + k, stored.atStart(totals(gradient))));
    }
    for (int k = 0; k < with.size(); k++) {
      String target = target(k);
      Expr before = k < states().size() + inputs.size() ? Trees.ZERO : name(target);
      all.add(new Assignment(target, before.equals(Trees.ZERO) ? name("_back_" + k) : add(before, name("_back_" + k))));
    }
    return all;
  }

  private static String total(String state) {
    return "_total_" + state;
  }

  private String target(int k) {
    if (k < states().size()) return StepAdjoint.adjoint(states().get(k));
    int input = k - states().size();
    return input < inputs.size() ? ArrayNames.delta(inputs.get(input))
        : ArrayNames.gradient(parameters.get(input - inputs.size()));
  }

  private List<String> outputsOfBack() {
    List<String> outputs = new ArrayList<>();
    for (int k = 0; k < states().size() + inputs.size() + parameters.size(); k++) outputs.add(target(k));
    return outputs;
  }

  /** {@code before} and what the signals' gradients say of {@code v}. */
  private Expr fromSignals(Expr before, Expr v) {
    Expr sum = before;
    for (int k = 0; k < signals.read().size(); k++) {
      Expr s = signals.read().get(k);
      if (!Trees.contains(s, v)) continue;
      sum = add(sum, multiply(name(ArrayNames.cotangent(k)), stored.atEnd(Derivative.of(s, v, rules).orThrow())));
    }
    return sum;
  }

  /** λ of a step's results includes what was read of them. */
  private Expr totals(Expr e) {
    Expr result = e;
    for (String x : states()) result = Trees.substitute(result, name(StepAdjoint.adjoint(x)), name(total(x)));
    return result;
  }

  /** Replaces functions that the step computes by what it kept of them, in what is needed. */
  private List<Assignment> withKept(List<Assignment> all) {
    Set<Expr> known = DearCalls.everywhere(forward.stream().map(Assignment::value).toList());
    Set<String> needed = new HashSet<>(outputsOfBack());
    List<Assignment> changed = new ArrayList<>();
    for (Assignment a : all.reversed()) {
      if (!needed.contains(a.target())) continue;
      Expr value = a.value();
      for (Expr call : DearCalls.in(value, call -> known.contains(call) && !names.isEqual(call))) {
        if (!kept.contains(call)) kept.add(call);
        value = Trees.substitute(value, call, name(ArrayNames.kept(kept.indexOf(call))));
      }
      needed.addAll(Trees.names(value));
      changed.addFirst(new Assignment(a.target(), value));
    }
    return changed;
  }

  /** The kernel of a transition. */
  KernelSource step() {
    List<Assignment> all = new ArrayList<>(forward);
    List<String> outputs = new ArrayList<>(states().stream().map(ArrayNames::next).toList());
    for (int k = 0; k < kept.size(); k++) {
      all.add(new Assignment(ArrayNames.kept(k), kept.get(k)));
      outputs.add(ArrayNames.kept(k));
    }
    all.addAll(signalValues(outputs));
    return source(all, outputs);
  }

  /** The signals of step 0 from the initial values; none if state variables are all that is read. */
  Optional<KernelSource> start() {
    List<String> outputs = new ArrayList<>();
    List<Assignment> all = signalValues(outputs);
    return outputs.isEmpty() ? Optional.empty() : Optional.of(source(all, outputs));
  }

  private List<Assignment> signalValues(List<String> outputs) {
    Set<String> read = new HashSet<>();
    for (Assignment a : LiveAssignments.of(forward, states().stream().map(ArrayNames::next).toList())) {
      read.addAll(Trees.names(a.value()));
    }
    for (Assignment a : back) read.addAll(Trees.names(a.value()));
    List<Assignment> all = new ArrayList<>();
    for (int k = 0; k < stored.all().size(); k++) {
      boolean needed = k < signals.all().size() || read.contains(ArrayNames.sent(k))
          || read.contains(ArrayNames.signal(k));
      if (!needed || stored.isState(k)) continue;
      all.add(new Assignment(ArrayNames.signal(k), stored.value(k)));
      outputs.add(ArrayNames.signal(k));
    }
    return all;
  }

  StoredSignals stored() {
    return stored;
  }

  /** How many functions the step keeps for its adjoint. */
  int keptCalls() {
    return kept.size();
  }

  /** The kernel of a transition's way back. */
  KernelSource back() {
    return source(back, outputsOfBack());
  }

  /** What remains at step 0; none if nothing there has a gradient that is asked for. */
  Optional<KernelSource> backAtStart() {
    boolean initial = population.trained().stream().anyMatch(states()::contains);
    List<Assignment> all = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    for (Assignment a : back) {
      boolean ofSignals = states().stream().anyMatch(x -> a.target().equals(total(x)));
      boolean ofParameter = a.target().startsWith(ArrayNames.gradient("")) && mentionsSignals(a.value());
      if (ofParameter) {
        all.add(a);
        outputs.add(a.target());
      } else if (ofSignals && initial && mentionsSignals(a.value())) {
        String target = StepAdjoint.adjoint(a.target().substring(total("").length()));
        all.add(new Assignment(target, a.value()));
        outputs.add(target);
      }
    }
    return outputs.isEmpty() ? Optional.empty() : Optional.of(source(all, outputs));
  }

  private static boolean mentionsSignals(Expr e) {
    return Trees.names(e).stream().anyMatch(name -> name.startsWith("_cotangent_"));
  }

  private KernelSource source(List<Assignment> all, List<String> outputs) {
    return LiveAssignments.kernel(population, all, outputs, precision);
  }
}

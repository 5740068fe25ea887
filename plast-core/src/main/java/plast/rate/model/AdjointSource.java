package plast.rate.model;

import static plast.equation.Trees.add;
import static plast.equation.Trees.call;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plast.equation.Derivative;
import plast.equation.Expr;
import plast.equation.IntegrationStep;
import plast.equation.Printed;
import plast.equation.StepAdjoint;
import plast.equation.Trees;
import plast.kernel.KernelSource;
import plast.kernel.KernelSource.Assignment;
import plast.kernel.StepSource;

/**
 * The kernels of the way back, with λ = ∂L/∂x and γ_k = ∂L/∂s_k, s_k = g_k(x) what others read.
 *
 * <pre>
 * signals   λ_x += Σ γ_k ∂g_k/∂x,           ∂L/∂θ += Σ γ_k ∂g_k/∂θ            at x[t]
 * step      λ_x  = Σ λ_y ∂y[t]/∂x[t−1],     ∂L/∂θ += Σ λ_y ∂y[t]/∂θ,   δ = Σ λ_y ∂y[t]/∂input    at x[t−1]
 * </pre>
 */
final class AdjointSource {
  private final List<String> states;
  private final List<String> parameters;
  private final Derivative.Rules rules;

  AdjointSource(Population population, Derivative.Rules rules) {
    this.states = population.states();
    this.parameters = population.trained().stream().filter(name -> !states.contains(name)).toList();
    this.rules = rules;
  }

  /** The name of the array of δ, ∂L/∂input(projection). */
  static String delta(String input) {
    return "_delta_" + input;
  }

  /** The name of the array of ∂L/∂parameter of each element. */
  static String gradient(String parameter) {
    return "_gradient_" + parameter;
  }

  /** The name of the array of γ. */
  static String cotangent(int signal) {
    return "_cotangent_" + signal;
  }

  KernelSource ofStep(IntegrationStep step, List<String> inputs, KernelSource forward) {
    List<Expr> with = new ArrayList<>();
    for (String x : states) with.add(name(x));
    for (String input : inputs) with.add(call("input", name(input)));
    for (String parameter : parameters) with.add(name(parameter));
    StepAdjoint adjoint = StepAdjoint.of(step, with, rules);

    List<String> arrays = new ArrayList<>(forward.arrays());
    List<Assignment> all = new ArrayList<>();
    adjoint.stages().forEach((stage, e) -> all.add(new Assignment(stage, named(e))));
    adjoint.adjoints().forEach((stage, e) -> all.add(new Assignment(stage, named(e))));
    for (int k = 0; k < with.size(); k++) {
      all.add(new Assignment("_back_" + k, named(adjoint.gradients().getOrDefault(with.get(k), Trees.ZERO))));
    }
    for (int k = 0; k < with.size(); k++) {
      Expr back = name("_back_" + k);
      String target = target(k, inputs);
      boolean sum = k >= states.size() + inputs.size();
      arrays.add(target);
      all.add(new Assignment(target, sum ? add(name(target), back) : back));
    }
    return new KernelSource(forward.precision(), arrays, forward.scalars(), forward.constants(), all);
  }

  private String target(int k, List<String> inputs) {
    if (k < states.size()) return StepAdjoint.adjoint(states.get(k));
    int input = k - states.size();
    return input < inputs.size() ? delta(inputs.get(input)) : gradient(parameters.get(input - inputs.size()));
  }

  /** Empty where no signal depends on anything that has a gradient. */
  Optional<KernelSource> ofSignals(List<Expr> signals, KernelSource forward) {
    List<String> arrays = new ArrayList<>(forward.arrays());
    for (int k = 0; k < signals.size(); k++) arrays.add(cotangent(k));
    List<Assignment> all = new ArrayList<>();
    for (String x : states) addTo(StepAdjoint.adjoint(x), name(x), signals, arrays, all);
    for (String parameter : parameters) addTo(gradient(parameter), name(parameter), signals, arrays, all);
    if (all.isEmpty()) return Optional.empty();
    Map<String, Double> constants = forward.constants();
    return Optional.of(new KernelSource(forward.precision(), arrays, forward.scalars(), constants, all));
  }

  private void addTo(String target, Expr v, List<Expr> signals, List<String> arrays, List<Assignment> all) {
    Expr sum = name(target);
    boolean depends = false;
    for (int k = 0; k < signals.size(); k++) {
      if (!Trees.contains(signals.get(k), v)) continue;
      depends = true;
      sum = add(sum, multiply(name(cotangent(k)), Derivative.of(signals.get(k), v, rules).orThrow()));
    }
    if (!depends) return;
    arrays.add(target);
    all.add(new Assignment(target, sum));
  }

  /** Inputs become names of arrays. */
  private static Expr named(Expr e) {
    if (e instanceof Expr.Call c && c.function().equals("input")) {
      return name(StepSource.input(Printed.of(c.arguments().getFirst())));
    }
    return Trees.map(e, AdjointSource::named);
  }
}

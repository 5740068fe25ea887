package plast.equation;

import static plast.equation.Trees.add;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.name;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.Definition.Differential;
import plast.equation.IntegratorChoice.Linear;

/** The exact step of linear equations: closed forms where a variable reads itself alone, Φ and Ψ where they couple. */
final class ExactStep {
  private static final Expr DT = name("dt");

  private final Linear linear;

  private ExactStep(Linear linear) {
    this.linear = linear;
  }

  static IntegrationStep of(CheckedModel model) {
    Linear linear = IntegratorChoice.linear(model);
    List<Differential> equations = model.model().differentials();
    ExactStep step = new ExactStep(linear);
    Map<String, Expr> next = new LinkedHashMap<>();
    for (Differential d : equations) {
      Set<String> read = step.reached(d.variable());
      Expr moved = read.size() == 1 ? step.alone(d.variable()) : step.coupled(d.variable(), read);
      next.put(d.variable(), Simplification.of(IntegrationStep.unlessRefractory(d, moved, name(d.variable()))));
    }
    boolean couples = equations.stream().anyMatch(d -> step.reached(d.variable()).size() > 1);
    return new IntegrationStep(Map.of(), next, Set.of(), couples ? Optional.of(linear) : Optional.empty());
  }

  /** The variables that the future of {@code variable} depends on, itself among them, in the order of the model. */
  private Set<String> reached(String variable) {
    Set<String> seen = new LinkedHashSet<>(List.of(variable));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String read : row(open.pop()).keySet()) if (seen.add(read)) open.push(read);
    }
    Set<String> ordered = new LinkedHashSet<>(linear.variables());
    ordered.retainAll(seen);
    return ordered;
  }

  private Map<String, Expr> row(String variable) {
    return linear.a().getOrDefault(variable, Map.of());
  }

  private Expr constant(String variable) {
    return linear.b().getOrDefault(variable, Trees.ZERO);
  }

  /** exp(a dt)·x + dt·exprel(a dt)·b */
  private Expr alone(String x) {
    Expr exponent = Simplification.of(multiply(row(x).getOrDefault(x, Trees.ZERO), DT));
    Expr drive = multiply(multiply(DT, Trees.call("exprel", exponent)), constant(x));
    return add(multiply(Trees.call("exp", exponent), name(x)), drive);
  }

  /** Σ Φ x + Σ Ψ b over what {@code x} depends on. */
  private Expr coupled(String x, Set<String> read) {
    Expr sum = Trees.ZERO;
    for (String y : read) sum = add(sum, multiply(name(IntegrationStep.phi(x, y)), name(y)));
    for (String y : read) sum = add(sum, multiply(name(IntegrationStep.psi(x, y)), constant(y)));
    return sum;
  }
}

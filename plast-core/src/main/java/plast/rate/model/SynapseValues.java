package plast.rate.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import plast.equation.CheckedModel.TimeUnit;
import plast.equation.Definition;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Expressions;
import plast.equation.Quantity;
import plast.equation.Scope;
import plast.equation.SourceText;
import plast.equation.Symbol;
import plast.equation.Trees;
import plast.math.Matrix;
import plast.math.RandomStream;

/**
 * Values of synapses as texts, such as {@code randn()/sqrt(N_pre)} and {@code i != j}: i is the presynaptic unit, j the
 * postsynaptic one, parameters of both sides end with {@code _pre} and {@code _post}.
 *
 * @param key what messages call the projection
 */
record SynapseValues(String key, Sides sides) {

  /** Both sides of a projection; the stimulus and the outputs are no population. */
  record Sides(@Nullable Population pre, int preSize, @Nullable Population post, int postSize) {}

  /** 1 where there is a synapse, else 0; an empty condition holds everywhere. */
  Matrix present(String condition, double probability, RandomStream random) {
    Expr e = condition.isBlank() ? Trees.ONE : checked("present", condition, Quantity.BOOLEAN);
    Matrix present = matrix(e, random);
    if (probability >= 1) return present;
    double[] values = present.values();
    for (int k = 0; k < values.length; k++) {
      boolean drawn = random.nextDouble() < probability;
      if (!drawn) values[k] = 0;
    }
    return present;
  }

  /** The weights at the start, postsynaptic x presynaptic. */
  Matrix weights(String text, RandomStream random) {
    return matrix(checked("weights", text, Quantity.PLAIN), random);
  }

  private Expr checked(String field, String text, Quantity unit) {
    return Expressions.checked(new SourceText(key + "." + field, text), field, scope(), unit, TimeUnit.SECONDS)
        .orThrow();
  }

  private Scope scope() {
    Scope scope = Scope.of(Scope.Owner.SYNAPSES);
    if (sides.pre != null) scope = scope.with(Scope.Level.SOURCE, symbols(sides.pre));
    if (sides.post != null) scope = scope.with(Scope.Level.TARGET, symbols(sides.post));
    return scope;
  }

  private static Symbol[] symbols(Population p) {
    return p.model().model().definitions().stream().filter(d -> d instanceof Definition.Parameter)
        .map(d -> Symbol.of(d.variable(), d.unit().quantity(), Symbol.Role.PARAMETER)).toArray(Symbol[]::new);
  }

  private Matrix matrix(Expr e, RandomStream random) {
    Matrix m = Matrix.zeros(sides.postSize, sides.preSize);
    Map<String, ToDoubleFunction<double[]>> drawing = UnitValues.drawing(random);
    Map<String, Double> names = new HashMap<>();
    names.put("N_pre", (double) sides.preSize);
    names.put("N_post", (double) sides.postSize);
    Set<String> used = Trees.names(e);
    Map<String, double[]> pre = parameters(sides.pre, "_pre", used), post = parameters(sides.post, "_post", used);
    for (int j = 0; j < sides.postSize; j++) {
      put(names, "j", post, j);
      for (int i = 0; i < sides.preSize; i++) {
        put(names, "i", pre, i);
        m.set(j, i, Evaluation.of(e, names, drawing));
      }
    }
    return m;
  }

  private static Map<String, double[]> parameters(@Nullable Population p, String suffix, Set<String> used) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    if (p == null) return parameters;
    p.values().forEach((name, values) -> {
      if (used.contains(name + suffix)) parameters.put(name + suffix, values);
    });
    return parameters;
  }

  private static void put(Map<String, Double> names, String index, Map<String, double[]> parameters, int unit) {
    names.put(index, (double) unit);
    parameters.forEach((name, values) -> names.put(name, values[values.length == 1 ? 0 : unit]));
  }
}

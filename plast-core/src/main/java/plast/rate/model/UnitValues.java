package plast.rate.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import plast.equation.CheckedModel.TimeUnit;
import plast.equation.Definition;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Expressions;
import plast.equation.Scope;
import plast.equation.SourceText;
import plast.equation.Trees;
import plast.math.RandomStream;

/**
 * Values of units as texts, such as {@code 20*ms + 80*ms*i/N}.
 *
 * @param population what messages call the units
 * @param size       N
 */
record UnitValues(String population, int size, TimeUnit time) {
  private static final Set<String> RANDOM = Set.of("rand", "randn");

  /**
   * One value for all units where the text says nothing of {@code i} and draws nothing, else one for each, SI units.
   *
   * @throws plast.equation.EquationException with all problems of the text
   */
  double[] of(String text, Definition target, boolean shared, RandomStream random) {
    SourceText source = new SourceText("value of '" + target.variable() + "' of population '" + population + "'", text);
    Expr e = Expressions.checked(source, target.variable(), Scope.of(Scope.Owner.RATES), target.unit().quantity(), time)
        .orThrow();
    boolean each = !shared && (Trees.contains(e, Trees.name("i")) || Trees.calls(e, RANDOM));
    double[] values = new double[each ? size : 1];
    Map<String, Double> names = new HashMap<>(Map.of("N", (double) size));
    for (int i = 0; i < values.length; i++) {
      names.put("i", (double) i);
      values[i] = Evaluation.of(e, names, drawing(random));
    }
    return values;
  }

  /** rand() and randn() from a stream. */
  static Map<String, java.util.function.ToDoubleFunction<double[]>> drawing(RandomStream random) {
    return Map.of("rand", _ -> random.nextDouble(), "randn", _ -> random.nextGaussian());
  }
}

package plast.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plast.equation.CheckedModel;
import plast.equation.Evaluation;
import plast.equation.IntegrationStep;
import plast.equation.Integrator;
import plast.equation.IntegratorChoice;
import plast.equation.ModelCheck;
import plast.equation.Scope;

class StepSourceTest {
  private static final List<String> FUNCTIONS = List.of("sin", "cos", "tanh", "exp", "sigmoid", "softplus", "arctan",
      "erf", "abs", "floor", "exprel", "heaviside", "sign");
  private static final int[] SIZES = {0, 1, 3, 16, 17};
  /** 2 000 in the long run: -Dplast.kernel.models=2000. */
  private static final int MODELS = Integer.getInteger("plast.kernel.models", 60);

  private final Kernels kernels = new Kernels();

  @Test
  void arraysScalarsAndConstantsAreToldApart() {
    CheckedModel model = ModelCheck.parse("m", """
        dv/dt = (-v + tanh(input(rec)) + g*b)/tau : 1
        g : 1 (shared)
        b : 1
        """, Scope.of(Scope.Owner.RATES).withProjections("rec").with(Scope.Level.NAMESPACE,
        plast.equation.Symbol.constant("tau", plast.equation.Dimension.NONE, 4))).orThrow();
    KernelSource source = StepSource.of(model, IntegrationStep.of(model, Integrator.EULER), Precision.DOUBLE);
    assertThat(source.arrays()).containsExactly("v", "_input_rec", "b");
    assertThat(source.scalars()).containsExactlyInAnyOrder("g", "dt");
    assertThat(source.constants()).containsExactly(Map.entry("tau", 4.0));
    double[][] arrays = {{1}, {0.5}, {2}};
    double g = 0.3;
    double[] scalars = source.scalars().stream().mapToDouble(name -> name.equals("g") ? g : 0.1).toArray();
    kernels.compile(source).run(arrays, scalars, 0, 1);
    assertThat(arrays[0][0]).isEqualTo(1 + 0.1 * (-1 + Math.tanh(0.5) + 0.6) / 4, within(1e-15));
  }

  @Test
  void variablesAdvanceTogether() {
    CheckedModel model = model("dx/dt = y : 1\ndy/dt = -x : 1");
    KernelSource source = StepSource.of(model, IntegrationStep.of(model, Integrator.EULER), Precision.DOUBLE);
    double[][] arrays = {{1}, {2}};
    kernels.compile(source).run(arrays, new double[] {0.5}, 0, 1);
    assertThat(arrays).isDeepEqualTo(new double[][] {{2}, {1.5}});
  }

  @Test
  void stepsOfRandomModelsHaveTheInterpretersBitsAndTheEquationsValues() {
    SplittableRandom random = new SplittableRandom(21);
    int steps = 0;
    for (int k = 0; k < MODELS; k++) {
      CheckedModel model = model(text(random, 1 + random.nextInt(6)));
      for (Integrator integrator : Integrator.values()) {
        if (IntegratorChoice.refusal(model, integrator).isPresent()) continue;
        IntegrationStep step = IntegrationStep.of(model, integrator);
        for (int size : SIZES) compare(step, StepSource.of(model, step, Precision.DOUBLE), size, random);
        steps++;
      }
    }
    assertThat(steps).isGreaterThan(2 * MODELS);
  }

  private void compare(IntegrationStep step, KernelSource source, int size, SplittableRandom random) {
    double[][] start = new double[source.arrays().size()][size];
    for (double[] array : start) for (int i = 0; i < size; i++) array[i] = random.nextDouble(-1, 1);
    double[] scalars = new double[source.scalars().size()];
    for (int s = 0; s < scalars.length; s++) scalars[s] = 0.05 + 0.1 * random.nextDouble();
    double[][] expected = copy(start);
    double[][] actual = copy(start);
    Kernels.interpreted(source).run(expected, scalars, 0, size);
    kernels.compile(source).run(actual, scalars, 0, size);
    assertThat(actual).isDeepEqualTo(expected);
    for (int i = 0; i < size; i++) {
      Map<String, Double> names = new HashMap<>();
      for (int a = 0; a < start.length; a++) names.put(source.arrays().get(a), start[a][i]);
      for (int s = 0; s < scalars.length; s++) names.put(source.scalars().get(s), scalars[s]);
      step.stages().forEach((name, e) -> names.put(name, Evaluation.of(e, names)));
      int element = i;
      step.next().forEach((x, e) -> {
        double value = Evaluation.of(e, names);
        double got = actual[source.arrays().indexOf(x)][element];
        assertThat(got).as(x).isEqualTo(value, within(1e-11 * Math.max(1, Math.abs(value))));
      });
    }
  }

  private static double[][] copy(double[][] arrays) {
    double[][] copy = new double[arrays.length][];
    for (int k = 0; k < copy.length; k++) copy[k] = arrays[k].clone();
    return copy;
  }

  /** Equations with parameters, subexpressions and every flag of rate networks. */
  private static String text(SplittableRandom random, int equations) {
    List<String> names = new ArrayList<>(List.of("p", "q", "s"));
    for (int k = 0; k < equations; k++) names.add("x" + k);
    StringBuilder text = new StringBuilder("p : 1\nq : 1 (constant)\ns : 1 (shared)\n");
    text.append("sub = ").append(expression(random, names, 2)).append(" : 1\n");
    text.append("held = 0.3*p : 1 (constant over dt)\n");
    boolean linear = random.nextInt(4) == 0;
    boolean noisy = random.nextInt(5) == 0;
    for (int k = 0; k < equations; k++) {
      String right = linear ? "-q*x" + k + " + p" + (k > 0 ? " - 0.5*x" + (k - 1) : "")
          : "-x" + k + " + held + " + (k == 0 ? "sub" : expression(random, names, 3));
      text.append("dx").append(k).append("/dt = ").append(right).append(noisy ? " + s*xi" : "").append(" : 1\n");
    }
    return text.toString();
  }

  private static String expression(SplittableRandom random, List<String> names, int depth) {
    if (depth == 0) return names.get(random.nextInt(names.size()));
    String inner = expression(random, names, depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> "(" + inner + " + " + expression(random, names, depth - 1) + ")";
      case 1 -> "(" + inner + "*" + expression(random, names, depth - 1) + ")";
      case 2 -> "(" + inner + "/(2 + " + expression(random, names, depth - 1) + "**2))";
      case 3 -> "where(" + inner + " > 0.31, " + expression(random, names, depth - 1) + ", 0.25)";
      case 4 -> "clip(" + inner + ", -0.5, 0.75)";
      default -> FUNCTIONS.get(random.nextInt(FUNCTIONS.size())) + "(" + inner + ")";
    };
  }

  private static CheckedModel model(String text) {
    return ModelCheck.parse("m", text, Scope.of(Scope.Owner.RATES)).orThrow();
  }
}

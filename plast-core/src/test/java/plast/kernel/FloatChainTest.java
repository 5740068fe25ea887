package plast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Expressions;

/**
 * The bound of single precision: whatever chain of operations a number came out of, the next operation of the language
 * adds at most 4 units of the last place of its own exact result; tanh, the one that networks use, at most 5.
 */
class FloatChainTest {
  private static final int CHAINS = Integer.getInteger("plast.kernel.chains", 60);
  private static final int ELEMENTS = 512;
  private static final List<String> OPERATIONS = List.of("+", "-", "*", "/", "**");
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

  @Test
  void everyOperationOfAChainStaysWithinItsBound() {
    Map<String, Double> worst = new HashMap<>();
    for (int seed = 0; seed < CHAINS; seed++) {
      Random random = new Random(seed);
      List<String> links = IntStream.range(0, 8).mapToObj(k -> link(random, k)).toList();
      check(links, random, worst);
    }
    worst.forEach((operation, error) ->
        assertThat(error).as(operation).isLessThanOrEqualTo(operation.equals("tanh") ? 5 : 4));
    assertThat(worst).containsKeys("tanh", "exp", "**");
  }

  /** Runs all links in one kernel that stores each result, and compares it with the value on what was stored. */
  private static void check(List<String> links, Random random, Map<String, Double> worst) {
    List<String> arrays = new ArrayList<>(List.of("x", "y"));
    String[] lines = new String[links.size()];
    for (int k = 0; k < lines.length; k++) {
      arrays.add("z" + k);
      lines[k] = "z" + k + " = " + links.get(k);
    }
    float[][] values = new float[arrays.size()][ELEMENTS];
    for (int i = 0; i < ELEMENTS; i++) {
      values[0][i] = (float) (3 * random.nextGaussian());
      values[1][i] = (float) random.nextGaussian();
    }
    Kernel kernel = new Kernels().compile(KernelSource.of(Precision.FLOAT, arrays, List.of(), lines));
    kernel.run(values, new double[0], 0, ELEMENTS);
    for (int k = 0; k < lines.length; k++) {
      Expr link = Expressions.of(links.get(k));
      for (int i = 0; i < ELEMENTS; i++) {
        Map<String, Double> known = new HashMap<>();
        for (int a = 0; a < arrays.size(); a++) known.put(arrays.get(a), (double) values[a][i]);
        double error = error(values[k + 2][i], Evaluation.of(link, known));
        worst.merge(operation(link), error, Math::max);
      }
    }
  }

  /** One operation on earlier links. */
  private static String link(Random random, int k) {
    List<String> names = new ArrayList<>(List.of("x", "y"));
    for (int n = 0; n < k; n++) names.add("z" + n);
    String a = names.get(random.nextInt(names.size())), b = names.get(random.nextInt(names.size()));
    return switch (random.nextInt(8)) {
      case 0, 1 -> a + " " + OPERATIONS.get(random.nextInt(OPERATIONS.size())) + " " + b;
      case 2 -> "where(" + a + " " + COMPARISONS.get(random.nextInt(COMPARISONS.size())) + " " + b + ", " + a + ", x)";
      case 3 -> (random.nextBoolean() ? "min(" : "max(") + a + ", " + b + ")";
      default -> RandomKernels.ONE.get(random.nextInt(RandomKernels.ONE.size())) + "(" + a + ")";
    };
  }

  private static String operation(Expr link) {
    return switch (link) {
      case Expr.Call c -> c.function();
      case Expr.Binary b -> b.operator().text();
      default -> link.toString();
    };
  }

  private static double error(float actual, double exact) {
    if (Float.isNaN(actual) && Double.isNaN(exact) || actual == (float) exact) return 0;
    return Math.abs(actual - exact) / Math.ulp((float) exact);
  }
}

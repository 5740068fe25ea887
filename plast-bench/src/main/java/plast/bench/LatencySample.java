package plast.bench;

import plast.equation.CheckedModel;
import plast.equation.IntegrationStep;
import plast.equation.Integrator;
import plast.equation.IntegratorChoice;
import plast.equation.ModelCheck;
import plast.equation.Scope;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;
import plast.kernel.StepSource;

/**
 * The program that {@link LatencyBench} starts anew for each sample: prints how many ms pass from a model's text to the
 * end of its kernel's first run, for the first and the tenth of ten models of two equations and for one of ten
 * equations with the integrator rk4. Nothing that parses or compiles has been used before the first.
 */
final class LatencySample {
  private static final int MODELS = 10;
  private static final int ELEMENTS = 64;

  private final Kernels kernels = new Kernels();

  private LatencySample() {}

  public static void main(String[] arguments) {
    LatencySample sample = new LatencySample();
    double first = sample.milliseconds(twoEquations(1), false);
    for (int k = 2; k < MODELS; k++) sample.milliseconds(twoEquations(k), false);
    double tenth = sample.milliseconds(twoEquations(MODELS), false);
    double ten = sample.milliseconds(tenEquations(), true);
    System.out.println(first + " " + tenth + " " + ten);
  }

  private double milliseconds(String text, boolean fourStages) {
    long start = System.nanoTime();
    CheckedModel model = ModelCheck.parse("model", text, Scope.of(Scope.Owner.RATES)).orThrow();
    Integrator integrator = fourStages ? Integrator.RK4 : IntegratorChoice.of(model).method();
    KernelSource source = StepSource.of(model, IntegrationStep.of(model, integrator), Precision.DOUBLE);
    Kernel kernel = kernels.compile(source);
    kernel.run(new double[source.arrays().size()][ELEMENTS], new double[source.scalars().size()], 0, ELEMENTS);
    return (System.nanoTime() - start) * 1e-6;
  }

  private static String twoEquations(int k) {
    return "dv/dt = (-v + " + k + "*tanh(u) + sigmoid(v*" + k + ".5))/tau : 1\n"
        + "du/dt = -u/tau + exp(-v*v) : 1\n"
        + "tau : 1 (constant)\n";
  }

  private static String tenEquations() {
    StringBuilder text = new StringBuilder("p : 1\n");
    for (int k = 0; k < 10; k++) {
      text.append("dx").append(k).append("/dt = -x").append(k).append(" + p*tanh(x").append((k + 1) % 10)
          .append(") + log1p(exp(x").append((k + 3) % 10).append(")) : 1\n");
    }
    return text.toString();
  }
}

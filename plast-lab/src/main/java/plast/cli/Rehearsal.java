package plast.cli;

import plast.equation.CheckedModel;
import plast.equation.IntegrationStep;
import plast.equation.IntegratorChoice;
import plast.equation.ModelCheck;
import plast.equation.Scope;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;
import plast.kernel.StepSource;

/** The run from which the launcher makes its start-up cache: a model's kernel, then a command line like any other. */
final class Rehearsal {
  private static final String MODEL = """
      dr/dt = (-r + tanh(input(recurrent) - a) + s*sigmoid(r))/tau : 1
      da/dt = (r**2 - a)/tau : 1
      s = exp(-abs(a)) : 1
      tau : 1 (constant)
      """;

  private Rehearsal() {}

  public static void main(String[] arguments) {
    Scope scope = Scope.of(Scope.Owner.RATES).withProjections("recurrent");
    CheckedModel model = ModelCheck.parse("rehearsal", MODEL, scope).orThrow();
    IntegrationStep step = IntegrationStep.of(model, IntegratorChoice.of(model).method());
    Kernels kernels = new Kernels();
    KernelSource single = StepSource.of(model, step, Precision.FLOAT);
    float[][] arrays = new float[single.arrays().size()][Precision.FLOAT.lanes() + 1];
    kernels.compile(single).run(arrays, new double[single.scalars().size()], 0, arrays[0].length);
    KernelSource source = StepSource.of(model, step, Precision.DOUBLE);
    double[][] wide = new double[source.arrays().size()][Precision.DOUBLE.lanes() + 1];
    kernels.compile(source).run(wide, new double[source.scalars().size()], 0, wide[0].length);
    Main.main(arguments);
  }
}

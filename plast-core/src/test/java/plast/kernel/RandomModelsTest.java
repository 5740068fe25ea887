package plast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plast.equation.CheckedModel;
import plast.equation.EquationException;
import plast.equation.IntegrationStep;
import plast.equation.Integrator;
import plast.equation.IntegratorChoice;

/**
 * Steps of random models: generated code against the interpreter, with each integrator that can advance the model; one
 * NaN is as good as another. The long run: {@code -Dplast.kernel.models=2000}.
 */
class RandomModelsTest {
  private static final int MODELS = Integer.getInteger("plast.kernel.models", 30);
  private static final int[] SIZES = {0, 1, 3, 16, 17, 1021};

  @Test
  void stepsOfRandomModelsHaveTheInterpretersBitsAtAllSizes() {
    Map<Integrator, Integer> steps = new EnumMap<>(Integrator.class);
    for (int seed = 0; seed < MODELS; seed++) {
      Random random = new Random(seed);
      CheckedModel model = new RandomModels(random).model();
      for (Integrator integrator : Integrator.values()) {
        if (IntegratorChoice.refusal(model, integrator).isPresent()) continue;
        Optional<IntegrationStep> step = step(model, integrator);
        if (step.isEmpty()) continue;
        steps.merge(integrator, 1, Integer::sum);
        KernelSource source = StepSource.of(model, step.get(), Precision.DOUBLE);
        compare(source, random, seed + " " + integrator);
      }
    }
    assertThat(steps).containsOnlyKeys(Integrator.values());
  }

  /** Milstein's needs the derivative of the noise's factor, and many of these factors have none. */
  private static Optional<IntegrationStep> step(CheckedModel model, Integrator integrator) {
    try {
      return Optional.of(IntegrationStep.of(model, integrator));
    } catch (EquationException none) {
      if (integrator != Integrator.MILSTEIN) throw none;
      return Optional.empty();
    }
  }

  private static void compare(KernelSource source, Random random, String what) {
    RandomKernels values = new RandomKernels(random);
    Kernel compiled = new Kernels().compile(source);
    Kernel interpreted = Kernels.interpreted(source);
    for (int size : SIZES) {
      double[] scalars = random.doubles(source.scalars().size()).map(any -> values.value()).toArray();
      double[][] expected = new double[source.arrays().size()][];
      for (int k = 0; k < expected.length; k++) {
        expected[k] = random.doubles(size).map(any -> values.value()).toArray();
      }
      double[][] actual = new double[expected.length][];
      for (int k = 0; k < actual.length; k++) actual[k] = expected[k].clone();
      interpreted.run(expected, scalars, 0, size);
      compiled.run(actual, scalars, 0, size);
      assertThat(Arrays.deepEquals(actual, expected)).as("model %s, %d elements", what, size).isTrue();
    }
  }
}

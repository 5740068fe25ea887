package plast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated code against the interpreter; one NaN is as good as another. {@code -Dplast.kernel.programs=2000} for the long run. */
class SameBitsTest {
  private static final int PROGRAMS = Integer.getInteger("plast.kernel.programs", 150);
  private static final int[] SIZES = {0, 1, 3, 16, 17, 1021};

  private final Kernels kernels = new Kernels();

  @Test
  void generatedCodeHasTheInterpretersBitsInDoublePrecision() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Random random = new Random(seed);
      RandomKernels kernel = new RandomKernels(random);
      KernelSource source = kernel.source(Precision.DOUBLE, 1 + random.nextInt(3));
      Kernel compiled = kernels.compile(source);
      Kernel interpreted = Kernels.interpreted(source);
      double[] scalars = {kernel.value(), kernel.value()};
      for (int n = 0; n < sizes(seed); n++) {
        int size = SIZES[n];
        double[][] expected = new double[4][];
        for (int k = 0; k < 4; k++) expected[k] = random.doubles(size).map(any -> kernel.value()).toArray();
        double[][] actual = new double[4][];
        for (int k = 0; k < 4; k++) actual[k] = expected[k].clone();
        interpreted.run(expected, scalars, 0, size);
        compiled.run(actual, scalars, 0, size);
        assertThat(Arrays.deepEquals(actual, expected)).as("seed %d, %d elements", seed, size).isTrue();
      }
    }
  }

  @Test
  void generatedCodeHasTheInterpretersBitsInSinglePrecision() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Random random = new Random(seed);
      RandomKernels kernel = new RandomKernels(random);
      KernelSource source = kernel.source(Precision.FLOAT, 1 + random.nextInt(3));
      Kernel compiled = kernels.compile(source);
      Kernel interpreted = Kernels.interpreted(source);
      double[] scalars = {kernel.value(), kernel.value()};
      for (int n = 0; n < sizes(seed); n++) {
        int size = SIZES[n];
        float[][] expected = new float[4][size];
        for (float[] array : expected) for (int i = 0; i < size; i++) array[i] = (float) kernel.value();
        float[][] actual = new float[4][];
        for (int k = 0; k < 4; k++) actual[k] = expected[k].clone();
        interpreted.run(expected, scalars, 0, size);
        compiled.run(actual, scalars, 0, size);
        assertThat(Arrays.deepEquals(actual, expected)).as("seed %d, %d elements", seed, size).isTrue();
      }
    }
  }

  @Test
  void onlyTheElementsAskedForAreTouched() {
    Kernel kernel = kernels.compile(KernelSource.of(Precision.DOUBLE, List.of("x"), List.of(),
        "x = x + 1"));
    double[] x = new double[50];
    kernel.run(new double[][] {x}, new double[0], 5, 44);
    for (int i = 0; i < 50; i++) assertThat(x[i]).isEqualTo(i >= 5 && i < 44 ? 1 : 0);
  }

  /** Few large runs in the short test: a cold JVM takes microseconds for each vector instruction. */
  private static int sizes(int seed) {
    return PROGRAMS > 500 || seed % 30 == 0 ? SIZES.length : SIZES.length - 1;
  }
}

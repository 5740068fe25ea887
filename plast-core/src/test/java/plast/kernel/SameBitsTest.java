package plast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Generated code against the interpreter; one NaN is as good as another. The long run:
 * {@code -Dplast.kernel.programs=2000 -Dplast.kernel.runs=2000}.
 */
class SameBitsTest {
  private static final int PROGRAMS = Integer.getInteger("plast.kernel.programs", 150);
  private static final int RUNS = Integer.getInteger("plast.kernel.runs", 60);
  private static final int[] SIZES = {0, 1, 3, 16, 17, 1021};

  private final Kernels kernels = new Kernels();

  @Test
  void generatedCodeHasTheInterpretersBitsInDoublePrecision() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Random random = new Random(seed);
      RandomKernels kernel = new RandomKernels(random);
      KernelSource source = kernel.source(Precision.DOUBLE, depth(seed));
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
      KernelSource source = kernel.source(Precision.FLOAT, depth(seed));
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

  @ParameterizedTest
  @CsvSource({"DOUBLE, 3", "DOUBLE, 13", "DOUBLE, 19", "FLOAT, 3", "FLOAT, 13", "FLOAT, 19"})
  void theBitsStayTheSameWhenTheJvmHasCompiledTheCode(Precision precision, int seed) {
    Random random = new Random(seed);
    RandomKernels kernel = new RandomKernels(random);
    KernelSource source = kernel.source(precision, depth(seed));
    double[] start = random.doubles(1021).map(any -> kernel.value()).toArray();
    double[] scalars = {kernel.value(), kernel.value()};
    Object[] expected = arrays(precision, start);
    run(Kernels.interpreted(source), expected, scalars);
    Kernel compiled = kernels.compile(source);
    for (int repeat = 0; repeat < RUNS; repeat++) {
      Object[] actual = arrays(precision, start);
      run(compiled, actual, scalars);
      assertThat(Arrays.deepEquals(actual, expected)).as("run %d", repeat).isTrue();
    }
  }

  private static Object[] arrays(Precision precision, double[] start) {
    if (precision == Precision.DOUBLE) return Stream.generate(start::clone).limit(4).toArray(double[][]::new);
    float[][] arrays = new float[4][start.length];
    for (float[] array : arrays) for (int i = 0; i < array.length; i++) array[i] = (float) start[i];
    return arrays;
  }

  private static void run(Kernel kernel, Object[] arrays, double[] scalars) {
    if (arrays instanceof double[][] wide) kernel.run(wide, scalars, 0, wide[0].length);
    else kernel.run((float[][]) arrays, scalars, 0, ((float[][]) arrays)[0].length);
  }

  @Test
  void onlyTheElementsAskedForAreTouched() {
    Kernel kernel = kernels.compile(KernelSource.of(Precision.DOUBLE, List.of("x"), List.of(),
        "x = x + 1"));
    double[] x = new double[50];
    kernel.run(new double[][] {x}, new double[0], 5, 44);
    for (int i = 0; i < 50; i++) assertThat(x[i]).isEqualTo(i >= 5 && i < 44 ? 1 : 0);
  }

  /** Every tenth kernel is so long that it runs in stages. */
  private static int depth(int seed) {
    return seed % 10 == 9 ? 5 : 1 + seed % 4;
  }

  /** Few large runs in the short test: a cold JVM takes microseconds for each vector instruction. */
  private static int sizes(int seed) {
    return PROGRAMS > 500 || seed % 30 == 0 ? SIZES.length : SIZES.length - 1;
  }
}

package plast.bench.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;
import plast.math.RandomStream;
import plast.math.Seed;

/** A plasticity rule of five terms over all weights: compiled from its equation, and written by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH fills the parameters and calls @Setup
public class RuleKernelBenchmark {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  @Param({"1024", "4099"})
  public int weights;

  private Kernel kernel;
  private double[][] arrays;
  private final double[] scalars = {1e-6, 0.5};

  @Setup
  public void fill() {
    kernel = new Kernels().compile(KernelSource.of(Precision.DOUBLE, List.of("before", "after", "weight", "error"),
        List.of("rate", "threshold"), "weight = weight + rate*(before*after*(after - threshold) - after**2*weight"
            + " + 0.1*before - 0.01*weight + error*before)"));
    arrays = new double[4][weights];
    RandomStream random = new Seed(1).stream("weights");
    for (double[] array : arrays) for (int i = 0; i < weights; i++) array[i] = random.nextGaussian();
  }

  @Benchmark
  public double[][] compiled() {
    kernel.run(arrays, scalars, 0, weights);
    return arrays;
  }

  @Benchmark
  public double[][] byHand() {
    double[] x = arrays[0];
    double[] y = arrays[1];
    double[] w = arrays[2];
    double[] e = arrays[3];
    int bound = SPECIES.loopBound(weights);
    for (int i = 0; i < bound; i += SPECIES.length()) {
      DoubleVector pre = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector post = DoubleVector.fromArray(SPECIES, y, i);
      DoubleVector weight = DoubleVector.fromArray(SPECIES, w, i);
      DoubleVector error = DoubleVector.fromArray(SPECIES, e, i);
      pre.mul(post).mul(post.sub(scalars[1])).sub(post.mul(post).mul(weight)).add(pre.mul(0.1)).sub(weight.mul(0.01))
          .add(error.mul(pre)).mul(scalars[0]).add(weight).intoArray(w, i);
    }
    for (int i = bound; i < weights; i++) {
      w[i] += scalars[0] * (x[i] * y[i] * (y[i] - scalars[1]) - y[i] * y[i] * w[i] + 0.1 * x[i] - 0.01 * w[i]
          + e[i] * x[i]);
    }
    return arrays;
  }
}

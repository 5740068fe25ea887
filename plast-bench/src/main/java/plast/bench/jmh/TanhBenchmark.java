package plast.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import plast.math.RandomStream;
import plast.math.Seed;

/** The JDK's own tanh on 1024 values from N(0, 4). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class TanhBenchmark {
  private final double[] x = new double[1024];
  private final double[] y = new double[1024];

  @Setup
  public void fill() {
    RandomStream random = new Seed(1).stream("activation");
    for (int k = 0; k < x.length; k++) x[k] = 2 * random.nextGaussian();
  }

  @Benchmark
  public double[] jdk() {
    for (int k = 0; k < x.length; k++) y[k] = Math.tanh(x[k]);
    return y;
  }
}

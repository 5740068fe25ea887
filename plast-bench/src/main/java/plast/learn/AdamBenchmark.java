package plast.learn;

import java.util.concurrent.TimeUnit;
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
import plast.math.RandomStream;
import plast.math.Seed;

/** Adam's step over the recurrent weights. In this package because the optimiser is not public. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH fills the parameters and calls @Setup
public class AdamBenchmark {
  @Param({"64", "256"})
  public int neurons;

  private Optimiser optimiser;
  private double[] weights;
  private double[] gradient;
  private double[] follows;

  @Setup
  public void fill() {
    int size = neurons * neurons;
    optimiser = new Optimiser(OptimiserSettings.adam(1e-3), size);
    weights = new double[size];
    gradient = new double[size];
    follows = Optimiser.ones(size);
    RandomStream random = new Seed(1).stream("adam");
    for (int k = 0; k < size; k++) gradient[k] = random.nextGaussian();
  }

  @Benchmark
  public double[] step() {
    optimiser.advance();
    optimiser.step(0, weights, gradient, follows, 1);
    return weights;
  }
}

package plast.bench.jmh;

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
import plast.math.FloatPanels;
import plast.math.RandomStream;
import plast.math.Seed;

/** Training's matrix products, for N neurons and B trials: (B, N)·(N, N) of a step, (N, 67 B)·(67 B, N) of a batch. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH fills the parameters and calls @Setup
public class ProductBenchmark {
  private static final int STEPS = 67;

  @Param({"64x16", "128x64", "256x64"})
  public String neuronsByBatch;

  private int batch;
  private FloatPanels rates;
  private FloatPanels weights;
  private FloatPanels state;
  private FloatPanels gradient;

  @Setup
  public void fill() {
    String[] sizes = neuronsByBatch.split("x");
    int neurons = Integer.parseInt(sizes[0]);
    batch = Integer.parseInt(sizes[1]);
    RandomStream random = new Seed(1).stream("products");
    rates = gaussian(STEPS * batch, neurons, random);
    weights = gaussian(neurons, neurons, random);
    state = new FloatPanels(batch, neurons);
    gradient = new FloatPanels(neurons, neurons);
  }

  private static FloatPanels gaussian(int rows, int columns, RandomStream random) {
    FloatPanels panels = new FloatPanels(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) panels.set(i, j, random.nextGaussian());
    }
    return panels;
  }

  @Benchmark
  public FloatPanels product() {
    state.addProduct(0, rates, 0, batch, weights);
    return state;
  }

  @Benchmark
  public FloatPanels gram() {
    gradient.addGram(rates, 0, rates, 0, STEPS * batch);
    return gradient;
  }
}

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
import plast.math.Activation;
import plast.math.FloatPanels;
import plast.math.RandomStream;
import plast.math.Seed;

/** The activation functions on 1024 values from N(0, 4), as many as {@link TanhBenchmark} gives to the JDK. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH fills the parameters and calls @Setup
public class ActivationBenchmark {
  private static final int ROWS = 16, COLUMNS = 64;

  @Param
  public Activation activation;

  private final FloatPanels state = new FloatPanels(ROWS, COLUMNS);
  private final FloatPanels rates = new FloatPanels(ROWS, COLUMNS);

  @Setup
  public void fill() {
    RandomStream random = new Seed(1).stream("activation");
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) state.set(i, j, 2 * random.nextGaussian());
    }
  }

  @Benchmark
  public FloatPanels activate() {
    for (int panel = 0; panel < state.panels(); panel++) state.activate(panel, activation, 0, ROWS, rates, 0, 1);
    return rates;
  }
}

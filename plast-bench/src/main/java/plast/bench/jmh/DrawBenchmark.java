package plast.bench.jmh;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.task.Batch;
import plast.task.Task;
import plast.task.Tasks;

/** Random numbers, one by one, and sixteen trials of delayed match to sample. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class DrawBenchmark {
  private final RandomStream random = new Seed(1).stream("draws");
  private final Task task = Tasks.named("dms").with(Map.of(), 20, 100);

  @Benchmark
  public double uniform() {
    return random.nextDouble();
  }

  @Benchmark
  public double gaussian() {
    return random.nextGaussian();
  }

  @Benchmark
  public Batch delayedMatch() {
    return task.draw(16, random);
  }
}

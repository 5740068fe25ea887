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
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rule.Coactivity;
import plast.rule.WeakDirection;
import plast.rule.WeakRule;

/** The weak rules on the synapses among 64 neurons. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH fills the parameters and calls @Setup
public class WeakDirectionBenchmark {
  private static final int NEURONS = 64;

  @Param({"GROW_COV", "HEBB", "ANTICOV", "STDP", "PERM"})
  public WeakRule.Form form;

  private final Coactivity coactivity = new Coactivity(NEURONS, NEURONS);
  private final double[] weights = new double[NEURONS * NEURONS];
  private final double[] direction = new double[NEURONS * NEURONS];
  private WeakDirection rule;
  private long update;

  @Setup
  public void fill() {
    RandomStream random = new Seed(1).stream("rule");
    for (double[] values : new double[][] {
        coactivity.product().values(), coactivity.meanPre(), coactivity.meanPost(), weights}) {
      for (int k = 0; k < values.length; k++) values[k] = random.nextGaussian();
    }
    rule = new WeakDirection(new WeakRule(form, 0.2), weights.length, new Seed(2));
  }

  @Benchmark
  public double[] write() {
    rule.write(coactivity, weights, update++, direction);
    return direction;
  }
}

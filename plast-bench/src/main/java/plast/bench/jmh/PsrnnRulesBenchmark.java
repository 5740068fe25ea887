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
import plast.bench.PsrnnStep;
import plast.learn.Learner;
import plast.task.Batch;

/** One update of the psRNN: both rules built in, both as equations, and one that switches. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH fills the parameters and calls @Setup
public class PsrnnRulesBenchmark {
  @Param({"64", "256"})
  public int neurons;

  private Learner builtIn;
  private Learner equations;
  private Learner oneRule;
  private Batch batch;
  private long update;

  @Setup
  public void start() {
    PsrnnStep step = new PsrnnStep(neurons, 16, 67);
    builtIn = step.newLearner();
    equations = step.newLearnerOfEquations();
    oneRule = step.newLearnerOfOneRule();
    batch = step.newBatch();
  }

  @Benchmark
  public double builtIn() {
    return builtIn.update(batch, update++);
  }

  @Benchmark
  public double equations() {
    return equations.update(batch, update++);
  }

  @Benchmark
  public double oneRule() {
    return oneRule.update(batch, update++);
  }
}

package plast.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import plast.learn.Learner;
import plast.task.Batch;

/** Our own learners, one per thread. */
final class PlastLearners implements Contestant {
  private static final int LONGEST_BLOCK = 1 << 18;

  private final ExecutorService threads;
  private final List<Lane> lanes;
  private double bytesPerStep;

  PlastLearners(PsrnnStep step, int threads) {
    this.threads = Executors.newFixedThreadPool(threads);
    lanes = IntStream.range(0, threads).mapToObj(k -> new Lane(step)).toList();
  }

  @Override
  public double[] block(double seconds) {
    long deadline = System.nanoTime() + (long) (seconds * 1e9);
    List<Callable<Void>> work = new ArrayList<>();
    for (Lane lane : lanes) {
      work.add(() -> {
        lane.repeat(deadline);
        return null;
      });
    }
    try {
      for (Future<Void> done : threads.invokeAll(work)) done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a learner failed: " + e.getMessage(), e);
    }
    bytesPerStep = lanes.stream().mapToDouble(lane -> lane.bytesPerStep).max().orElse(0);
    return lanes.stream().flatMapToDouble(lane -> Arrays.stream(lane.times, 0, lane.count)).toArray();
  }

  /** Heap bytes allocated per step in the latest block. */
  double bytesPerStep() {
    return bytesPerStep;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static final class Lane {
    private final Learner learner;
    private final Batch batch;
    private final double[] times = new double[LONGEST_BLOCK];
    private final com.sun.management.ThreadMXBean memory =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long update;
    private int count;
    private double bytesPerStep;

    Lane(PsrnnStep step) {
      learner = step.newLearner();
      batch = step.newBatch();
    }

    void repeat(long deadline) {
      count = 0;
      long before = memory.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      do {
        learner.update(batch, update++);
        long end = System.nanoTime();
        times[count++] = (end - start) * 1e-6;
        start = end;
      } while (start - deadline < 0 && count < LONGEST_BLOCK);
      bytesPerStep = (memory.getCurrentThreadAllocatedBytes() - before) / (double) count;
    }
  }
}

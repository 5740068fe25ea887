package plast.bench.peer;

import static org.bytedeco.pytorch.global.torch.*;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Learners on libtorch, eager mode, that step when the process at the other end of standard input says so.
 *
 * <p>Arguments: neurons, batch, steps, inputs, outputs, learners. The first line read holds the weights and the batch
 * as little-endian floats in Base64, in the order of {@link LibtorchLearner}'s fields. The first line written is
 * {@code losses …}, those of the first steps. Then each line {@code run SECONDS} is answered by {@code times …}, the
 * milliseconds of every step of every learner. The end of input ends the process.
 */
public final class LibtorchPsrnn {
  private static final int CHECKED_STEPS = 5;

  private LibtorchPsrnn() {}

  public static void main(String[] arguments) throws Exception {
    set_num_threads(1); // of each learner; OMP_NUM_THREADS says the same to the threads below
    int[] sizes = new int[arguments.length];
    for (int k = 0; k < sizes.length; k++) sizes[k] = Integer.parseInt(arguments[k]);
    var in = new BufferedReader(new InputStreamReader(System.in));
    FloatBuffer numbers =
        ByteBuffer.wrap(Base64.getDecoder().decode(in.readLine())).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    List<LibtorchLearner> learners = new ArrayList<>();
    for (int k = 0; k < sizes[5]; k++) {
      learners.add(new LibtorchLearner(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], numbers.duplicate()));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(learners.size())) {
      serve(in, learners, threads);
    }
  }

  private static void serve(BufferedReader in, List<LibtorchLearner> learners, ExecutorService threads)
      throws Exception {
    StringJoiner losses = new StringJoiner(" ", "losses ", "");
    for (int k = 0; k < CHECKED_STEPS; k++) losses.add(Double.toString(learners.getFirst().step()));
    System.out.println(losses);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.startsWith("run ")) throw new IOException("expected 'run SECONDS', got '" + line + "'");
      System.out.println(block(Double.parseDouble(line.substring(4)), learners, threads));
    }
  }

  private static String block(double seconds, List<LibtorchLearner> learners, ExecutorService threads)
      throws Exception {
    long deadline = System.nanoTime() + (long) (seconds * 1e9);
    List<Callable<List<Double>>> work = new ArrayList<>();
    for (LibtorchLearner learner : learners) work.add(() -> stepsUntil(deadline, learner));
    StringJoiner times = new StringJoiner(" ", "times ", "");
    for (Future<List<Double>> result : threads.invokeAll(work)) {
      for (double time : result.get()) times.add(String.format(Locale.ROOT, "%.4f", time));
    }
    return times.toString();
  }

  private static List<Double> stepsUntil(long deadline, LibtorchLearner learner) {
    List<Double> times = new ArrayList<>();
    do {
      long start = System.nanoTime();
      learner.step();
      times.add((System.nanoTime() - start) * 1e-6);
    } while (System.nanoTime() - deadline < 0);
    return times;
  }
}

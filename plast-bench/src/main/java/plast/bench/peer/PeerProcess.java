package plast.bench.peer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import plast.bench.Contestant;
import plast.bench.PsrnnStep;
import plast.learn.Learner;
import plast.task.Batch;

/**
 * A peer in a JVM of its own that stays alive between blocks. It starts from our weights and our batch, and its first
 * losses must be ours: otherwise it does another step and is no peer.
 *
 * <p>Its environment lacks the variables by which OpenBLAS is told to take the machine for an older one; they would
 * slow the peer down.
 */
public final class PeerProcess implements Contestant {
  /** Single precision on both sides, other orders of summation: 2e-7 was seen. */
  static final double LOSS_TOLERANCE = 1e-5;

  private static final List<String> SLOWING = List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

  /** Whether the peer sees the variables that slow OpenBLAS down. */
  public enum Environment { CLEANED, INHERITED }

  private final Peer peer;
  private final Path log;
  private final Process process;
  private final BufferedWriter out;
  private final BufferedReader in;

  private PeerProcess(Peer peer, Path log, Process process) {
    this.peer = peer;
    this.log = log;
    this.process = process;
    out = process.outputWriter();
    in = process.inputReader();
  }

  /**
   * Builds the peer if need be, starts it, and compares its first losses with ours.
   *
   * @param learners at once, each on one thread
   * @throws PeerFailure when one of these fails
   */
  public static PeerProcess start(
      Peer peer, PsrnnStep step, int learners, Environment environment, PrintWriter progress) {
    PeerBuild build = new PeerBuild(peer, progress);
    String classPath = build.classPath();
    Path log = build.folder().resolve("run.log");
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
        "-Dorg.bytedeco.javacpp.cachedir=" + build.folder().resolve("natives"), "-cp", classPath, peer.mainClass(),
        "" + step.neurons(), "" + step.batch(), "" + step.steps(), "" + PsrnnStep.INPUTS, "" + PsrnnStep.OUTPUTS,
        "" + learners);
    prepare(builder.environment(), environment);
    PeerProcess started;
    try {
      started = new PeerProcess(peer, log, builder.redirectError(log.toFile()).start());
    } catch (IOException e) {
      throw new PeerFailure("cannot start " + peer.label() + ": " + e.getMessage(), e);
    }
    try {
      started.agree(step);
    } catch (PeerFailure e) {
      started.close();
      throw e;
    }
    return started;
  }

  static void prepare(Map<String, String> variables, Environment environment) {
    variables.put("OMP_NUM_THREADS", "1");
    if (environment == Environment.CLEANED) SLOWING.forEach(variables::remove);
  }

  private void agree(PsrnnStep step) {
    Learner learner = step.newLearner();
    Batch batch = step.newBatch();
    double[] theirs = ask(numbers(learner, batch), "losses");
    double[] ours = new double[theirs.length];
    for (int k = 0; k < ours.length; k++) ours[k] = learner.update(batch, k);
    for (int k = 0; k < ours.length; k++) {
      if (!(Math.abs(theirs[k] - ours[k]) <= LOSS_TOLERANCE * ours[k])) {
        throw new PeerFailure(
            peer.label() + " does another step: its losses are " + Arrays.toString(theirs) + ", ours "
                + Arrays.toString(ours));
      }
    }
  }

  /** Weights and batch as the peer reads them. */
  private static String numbers(Learner learner, Batch batch) {
    int size = batch.stimulus().length + batch.target().length
        + learner.network().arrays().stream().mapToInt(a -> a.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(4 * size).order(ByteOrder.LITTLE_ENDIAN);
    for (double[] array : learner.network().arrays()) {
      for (double value : array) bytes.putFloat((float) value);
    }
    for (float value : batch.stimulus()) bytes.putFloat(value);
    for (float value : batch.target()) bytes.putFloat(value);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  @Override
  public double[] block(double seconds) {
    return ask("run " + seconds, "times");
  }

  private double[] ask(String line, String answer) {
    String reply;
    try {
      out.write(line);
      out.newLine();
      out.flush();
      reply = in.readLine();
    } catch (IOException e) {
      throw new PeerFailure(peer.label() + " ended: " + lastError(), e);
    }
    if (reply == null) throw new PeerFailure(peer.label() + " ended: " + lastError());
    return numbers(reply, answer);
  }

  static double[] numbers(String reply, String answer) {
    String[] words = reply.split(" ");
    if (!words[0].equals(answer) || words.length == 1) {
      throw new PeerFailure("the peer was to answer '" + answer + " …' and answered '" + reply + "'");
    }
    return Arrays.stream(words, 1, words.length).mapToDouble(Double::parseDouble).toArray();
  }

  private String lastError() {
    try {
      return Files.readAllLines(log).stream().filter(text -> text.contains("Error") || text.contains("Exception"))
          .findFirst().orElse("it left no message") + ". The whole log: " + log;
    } catch (IOException e) {
      return "its log " + log + " cannot be read";
    }
  }

  /** Name and version, for results. */
  public String name() {
    return peer.label();
  }

  @Override
  public void close() {
    try (in) {
      out.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (IOException e) {
      process.destroyForcibly(); // it ended before us: nothing to close
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

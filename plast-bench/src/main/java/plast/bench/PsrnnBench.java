package plast.bench;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plast.bench.peer.Peer;
import plast.bench.peer.PeerProcess;
import plast.bench.peer.PeerProcess.Environment;
import plast.io.Json;

/** {@code bench psrnn}: one size of the psRNN's update, alone or beside a peer; or how training scales with threads. */
@Command(
    name = "psrnn", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Times the psRNN's update: forward, backpropagation through time, Adam, Hebbian product.",
    footer = {"", "Example: plast bench psrnn --neurons 64 --batch 16 --steps 67 --peer libtorch --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PsrnnBench implements Callable<Integer> {
  @Option(names = "--neurons", defaultValue = "64", description = "units of the network (${DEFAULT-VALUE})")
  private int neurons;

  @Option(names = "--batch", defaultValue = "16", description = "trials per update (${DEFAULT-VALUE})")
  private int batch;

  @Option(names = "--steps", defaultValue = "67", description = "time steps per trial (${DEFAULT-VALUE})")
  private int steps;

  @Option(names = "--threads", defaultValue = "1", description = "learners at once, one a thread (${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--peer", paramLabel = "NAME",
      description = "measure beside this program, in turns: libtorch (about 100 MB, fetched at the first use)")
  private @Nullable Peer peer;

  @Option(
      names = "--seconds", defaultValue = "8",
      description = "measured time, as much again for a peer (${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--peer-environment", paramLabel = "WHICH", defaultValue = "cleaned",
      description = "cleaned: without OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE, which may slow a peer; or inherited")
  private Environment environment;

  @Option(names = "--scaling", description = "instead: train 16 networks on one thread and on two, and compare")
  private boolean scaling;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (scaling) {
      ScalingResult result = Scaling.measure();
      print(json ? Json.compact(result.fields()) + "\n" : result.text());
      return 0;
    }
    PsrnnStep step = checked();
    PsrnnResult result;
    if (peer == null) {
      result = new PsrnnMeasurement(step, threads).run(seconds, Optional.empty());
    } else {
      try (PeerProcess process = PeerProcess.start(peer, step, threads, environment, spec.commandLine().getErr())) {
        result = new PsrnnMeasurement(step, threads).run(seconds, Optional.of(process));
      }
    }
    print(json ? Json.compact(result.fields()) + "\n" : result.text());
    return 0;
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private PsrnnStep checked() {
    positive("--neurons", neurons);
    positive("--batch", batch);
    positive("--steps", steps);
    positive("--threads", threads);
    if (!(seconds > 0 && seconds <= 3600)) {
      throw wrong("--seconds is " + seconds + ", and must be above 0 and at most 3600");
    }
    PsrnnStep step = new PsrnnStep(neurons, batch, steps);
    double needed = threads * step.bytes(), available = 0.8 * Runtime.getRuntime().maxMemory();
    if (needed > available) {
      throw wrong(String.format(
          "this size needs about %.0f MB of memory and %.0f MB are free for it: choose fewer neurons, trials, steps or"
              + " threads", needed * 1e-6, available * 1e-6));
    }
    return step;
  }

  private void positive(String option, int value) {
    if (value < 1) throw wrong(option + " is " + value + ", and must be at least 1");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

package plast.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plast.bench.peer.PeerFailure;

/** The verb {@code bench}: exit code 0, 1 when a measurement fails, 2 when the command line is wrong. */
@Command(
    name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Measures how fast Plast is on this machine.",
    footer = {"", "Example: plast bench psrnn --neurons 128 --peer libtorch"},
    subcommands = {PsrnnBench.class, TableBench.class, LatencyBench.class, MathBench.class, JmhBench.class})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class BenchMain implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to measure: psrnn, table, latency, math or jmh");
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new BenchMain())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          if (!(failure instanceof PeerFailure)) throw failure;
          command.getErr().println(failure.getMessage());
          command.getErr().flush();
          return 1;
        });
  }
}

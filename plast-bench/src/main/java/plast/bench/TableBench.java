package plast.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plast.bench.peer.Peer;
import plast.bench.peer.PeerProcess;

/** {@code bench table}: the sizes of docs/benchmarks.md as a Markdown table, with the machine it was made on. */
@Command(
    name = "table", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Prints the table of docs/benchmarks.md for this machine.",
    footer = {"", "Example: plast bench table --peer libtorch"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TableBench implements Runnable {
  private static final List<PsrnnStep> SIZES = List.of(
      new PsrnnStep(64, 16, 67), new PsrnnStep(128, 16, 67), new PsrnnStep(64, 64, 100), new PsrnnStep(128, 64, 100),
      new PsrnnStep(256, 64, 100));

  @Option(names = "--peer", paramLabel = "NAME", description = "measure beside this program, in turns: libtorch")
  private @Nullable Peer peer;

  @Option(names = "--seconds", defaultValue = "8", description = "measured time per size (${DEFAULT-VALUE})")
  private double seconds;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.describe());
    out.println();
    out.print(PsrnnResult.HEADING);
    for (PsrnnStep step : SIZES) {
      out.print(row(step));
      out.flush();
    }
  }

  private String row(PsrnnStep step) {
    PsrnnMeasurement measurement = new PsrnnMeasurement(step, 1);
    if (peer == null) return measurement.run(seconds, Optional.empty()).row();
    PrintWriter progress = spec.commandLine().getErr();
    try (PeerProcess process = PeerProcess.start(peer, step, 1, PeerProcess.Environment.CLEANED, progress)) {
      return measurement.run(seconds, Optional.of(process)).row();
    }
  }
}

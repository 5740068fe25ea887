package plast.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import plast.io.RunFolder;
import plast.io.Runs;

/** The option that says where runs lie. */
final class RunsOption {
  @Option(names = "--runs", paramLabel = "DIR", defaultValue = "runs",
      description = "Folder of all runs (${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Path runs;

  Path folder(Console console) {
    return console.folder().resolve(runs);
  }

  /** The run that a user means; a reference that fits none is wrong usage. */
  RunFolder find(Console console, String reference) {
    try {
      return Runs.resolve(folder(console), reference);
    } catch (IOException e) {
      throw new Wrong(String.valueOf(e.getMessage()));
    }
  }
}

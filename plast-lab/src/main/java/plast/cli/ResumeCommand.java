package plast.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plast.io.RunFolder;
import plast.io.RunRecord;
import plast.io.RunState;
import plast.paper.psrnn.Reproduction;

/** {@code plast resume}: continues a run from its checkpoints; it ends with the same bits as one never interrupted. */
@Command(
    name = "resume",
    description = "Continue an interrupted run from its checkpoints.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast resume latest"})
final class ResumeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "A run's folder, its name, NAME/TIME, or latest.")
  @SuppressWarnings("NullAway.Init")
  private String run;

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  ResumeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunFolder folder = runs.find(console, run);
    RunRecord record = folder.record();
    boolean done = record.stateAt(console.clock().instant()) == RunState.DONE;
    if (done) console.note(folder.reference() + " is done already");
    return switch (record.kind()) {
      case "run" -> RunCommand.train(console, folder, json.asked());
      case Reproduction.KIND -> ReproduceCommand.carryOut(console, folder, json.asked());
      case "tune" -> TuneCommand.search(console, folder, json.asked());
      default -> throw new Wrong(folder.reference() + " was made by 'plast " + record.kind()
          + "', which cannot be resumed; run it again: plast " + record.kind() + " "
          + String.join(" ", record.arguments()));
    };
  }
}

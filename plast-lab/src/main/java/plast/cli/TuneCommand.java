package plast.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plast.experiment.Experiment;
import plast.experiment.ExperimentRun;
import plast.experiment.Interruption;
import plast.experiment.Product;
import plast.experiment.RunStart;
import plast.experiment.TuneResult;
import plast.experiment.Tuner;
import plast.io.Json;
import plast.io.RunFolder;
import plast.io.RunState;

/** {@code plast tune}: searches the settings of every condition with the same budget. */
@Command(
    name = "tune",
    description = "Search the settings of every condition, with one budget for all.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast tune my.yaml tune.budget=24 tune.seeds=3"})
final class TuneCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE", description = "The experiment, in YAML.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "Changes to it.")
  private List<String> changes = new ArrayList<>();

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  TuneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Experiment> experiment = RunCommand.load(console, console.folder().resolve(file), changes, json.asked());
    if (experiment.isEmpty()) return Main.WRONG;
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(changes);
    RunFolder folder = ExperimentRun.prepare(Tuner.searchable(experiment.get()), new RunStart(
        runs.folder(console), "tune", arguments, changes, Product.versions(), console.clock()));
    return search(console, folder, json.asked());
  }

  /** Trains what a search still lacks and prints what it found. */
  static int search(Console console, RunFolder folder, boolean json) throws IOException {
    Interruption interruption = new Interruption();
    Signals.stop(interruption, console);
    TuneResult result;
    try (ProgressDisplay display = ProgressDisplay.of(console, folder.name(), json)) {
      result = Tuner.go(folder, console.clock(), interruption, display);
    }
    if (json) {
      console.say(Json.compact(result.json()));
    } else {
      print(console, result);
    }
    return RunCommand.code(console, folder, result.state());
  }

  private static void print(Console console, TuneResult result) {
    int seeds = result.tune().seeds().size();
    console.say("Budget: " + result.tune().budget() + " configurations × " + seeds + " seeds for every condition.");
    Table table = new Table("condition", "mean trials", "solved", "best settings");
    for (TuneResult.Winner winner : result.winners()) {
      List<String> settings = winner.changes().entrySet().stream()
          .map(e -> e.getKey() + "=" + rounded(e.getValue())).toList();
      table.row(winner.condition().name(), Words.number(winner.meanTrials()), winner.solved() + "/" + seeds,
          settings.isEmpty() ? "as it was" : String.join(" ", settings));
    }
    table.print(console);
    console.say("");
    if (result.state() == RunState.DONE) console.say("Fresh seeds: plast run " + result.tunedFile());
    console.say(result.folder().path().toString());
  }

  private static String rounded(String text) {
    try {
      return Words.number(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return text;
    }
  }
}

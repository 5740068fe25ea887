package plast.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plast.experiment.Experiment;
import plast.experiment.ExperimentFile;
import plast.experiment.ExperimentRun;
import plast.experiment.Interruption;
import plast.experiment.Product;
import plast.experiment.RunResult;
import plast.experiment.RunStart;
import plast.io.Json;
import plast.io.RunFolder;
import plast.io.RunState;

/** {@code plast run}: trains every condition of an experiment file with every seed. */
@Command(
    name = "run",
    description = "Train the networks that an experiment file describes.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: plast run my.yaml network.units=128 seeds=4 --name pilot",
      "The format: docs/experiment.md"
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE", description = "The experiment, in YAML.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "Changes to it, such as network.units=128.")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--name", description = "Name of the run's folder.")
  @Nullable
  private String name;

  @Option(names = "--threads", paramLabel = "K", description = "Networks trained at a time; all processors by default.")
  @Nullable
  private Integer threads;

  @Option(names = "--seeds", paramLabel = "N", description = "Networks per condition.")
  @Nullable
  private Integer seeds;

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<String> overrides = new ArrayList<>(changes);
    if (name != null) overrides.add("name=" + name);
    if (threads != null) overrides.add("threads=" + threads);
    if (seeds != null) overrides.add("seeds=" + seeds);
    Optional<Experiment> experiment = load(console, console.folder().resolve(file), overrides, json.asked());
    if (experiment.isEmpty()) return Main.WRONG;
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(overrides);
    RunFolder folder = ExperimentRun.prepare(experiment.get(), new RunStart(
        runs.folder(console), "run", arguments, overrides, Product.versions(), console.clock()));
    return train(console, folder, json.asked());
  }

  /** The experiment of a file; empty when its problems have been printed as JSON. */
  static Optional<Experiment> load(Console console, Path file, List<String> overrides, boolean json) {
    ExperimentFile.Checked checked = ExperimentFile.check(file, overrides);
    if (json && !checked.problems().isEmpty()) {
      Map<String, Object> wrong = new LinkedHashMap<>();
      wrong.put("ok", false);
      wrong.put("problems", checked.problems());
      console.say(Json.compact(wrong));
      return Optional.empty();
    }
    Experiment experiment = checked.orThrow();
    for (String notice : checked.notices()) console.note("note: " + notice);
    return Optional.of(experiment);
  }

  /** Trains what a folder still lacks and prints what came of it. */
  static int train(Console console, RunFolder folder, boolean json) throws IOException {
    Interruption interruption = new Interruption();
    Signals.stop(interruption, console);
    RunResult result;
    try (ProgressDisplay display = ProgressDisplay.of(console, folder.name(), json)) {
      result = ExperimentRun.go(folder, console.clock(), interruption, display);
    } catch (IOException e) {
      throw new IOException(e.getMessage() + "\nWhat was stored is whole; to continue: plast resume " + folder.reference(), e);
    }
    if (json) {
      console.say(Json.compact(result.json()));
    } else {
      new ResultPrinter(console).print(result.study(), ExperimentRun.experiment(folder).seed());
      console.say("");
      if (result.state() == RunState.DONE) console.say("Figures: plast plot " + folder.reference());
      console.say(folder.path().toString());
    }
    return code(console, folder, result.state());
  }

  static int code(Console console, RunFolder folder, RunState state) {
    if (state == RunState.STOPPED) console.note("Stopped. To continue: plast resume " + folder.reference());
    return switch (state) {
      case DONE -> Main.OK;
      case STOPPED -> Main.INTERRUPTED;
      case RUNNING, FAILED, LOST -> Main.FAILED;
    };
  }
}

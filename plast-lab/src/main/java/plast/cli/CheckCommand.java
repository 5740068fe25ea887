package plast.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plast.experiment.Comparison;
import plast.experiment.ConditionResult;
import plast.experiment.Experiment;
import plast.experiment.ExperimentFile;
import plast.experiment.ExperimentSchema;
import plast.experiment.ResolvedFile;
import plast.io.Json;
import plast.learn.Condition;

/** {@code plast check}: everything that is wrong with an experiment file, or what it describes when nothing is. */
@Command(
    name = "check",
    description = "Say everything that is wrong with an experiment file; train nothing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast check my.yaml network.units=128"})
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The experiment, in YAML.")
  @Nullable
  private Path file;

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "Changes to it.")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--resolved", description = "Print the experiment with every key spelt out.")
  private boolean resolved;

  @Option(names = "--schema", description = "Print the JSON Schema of experiment files, for editors.")
  private boolean schema;

  @Mixin
  private JsonOption json = new JsonOption();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (schema) {
      console.out().print(ExperimentSchema.json());
      return Main.OK;
    }
    if (file == null) throw new Wrong("check what? plast check FILE");
    ExperimentFile.Checked checked = ExperimentFile.check(console.folder().resolve(file), changes);
    boolean ok = checked.problems().isEmpty();
    if (json.asked()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("ok", ok);
      result.put("problems", checked.problems());
      result.put("notices", checked.notices());
      console.say(Json.compact(result));
    } else if (!ok) {
      new Errors(console, false).print(checked.source(), checked.problems());
      console.note(Words.count(checked.problems().size(), "problem"));
    } else {
      describe(checked.orThrow(), checked.notices());
    }
    return ok ? Main.OK : Main.WRONG;
  }

  private void describe(Experiment experiment, List<String> notices) {
    if (resolved) {
      console.out().print(ResolvedFile.text(experiment));
      return;
    }
    console.say(experiment.name() + ": " + Words.count(experiment.conditions().size(), "condition") + " × "
        + Words.count(experiment.seeds().size(), "seed") + " = " + experiment.networks() + " networks, " + experiment.threadsOn(
            Runtime.getRuntime().availableProcessors()) + " at a time");
    console.say("");
    List<Comparison.Arm> arms = new ArrayList<>();
    for (Condition condition : experiment.conditions()) {
      arms.add(new Comparison.Arm(condition.name(), experiment.seed(), new ConditionResult(condition, List.of())));
    }
    if (arms.size() == 1) {
      ResolvedFile.flat(experiment.conditions().getFirst())
          .forEach((path, value) -> console.say("  " + path + ": " + value.replace("\n", "\n    ")));
    } else {
      CompareCommand.differences(console, new Comparison(arms, List.of()));
    }
    for (String notice : notices) console.note("note: " + notice);
    console.say("ok");
  }
}

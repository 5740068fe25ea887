package plast.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import plast.rate.model.NetworkCode;
import plast.task.Task;
import plast.task.Tasks;

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

  @Option(names = "--show-code", description = "Print what is made of the units' equations: an operation a line.")
  private boolean code;

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
      if (code && ok) result.put("code", code(checked.orThrow()));
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
    if (code) for (Map<String, String> part : code(experiment)) print(part);
    for (String notice : notices) console.note("note: " + notice);
    console.say("ok");
  }

  private void print(Map<String, String> part) {
    console.say("");
    console.say("condition '" + part.get("condition") + "', population '" + part.get("population") + "', "
        + part.get("part") + ":");
    Objects.requireNonNull(part.get("listing")).lines().forEach(line -> console.say("  " + line));
  }

  /** The kernels of every condition's network. */
  private static List<Map<String, String>> code(Experiment experiment) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Condition condition : experiment.conditions()) {
      Task task = Tasks.named(condition.task())
          .with(condition.taskOptions(), condition.network().dt(), condition.network().tau());
      for (NetworkCode.Part part : NetworkCode.of(condition.network(), task.inputs(), task.outputs())) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("condition", condition.name());
        one.put("population", part.population());
        one.put("part", part.part());
        one.put("listing", part.listing());
        all.add(one);
      }
    }
    return all;
  }
}

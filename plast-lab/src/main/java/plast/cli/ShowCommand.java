package plast.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plast.experiment.ConditionResult;
import plast.experiment.Experiment;
import plast.experiment.ExperimentRun;
import plast.experiment.StudyResult;
import plast.io.Json;
import plast.io.RunFolder;
import plast.io.RunRecord;

/** {@code plast show}: one run, finished or not. */
@Command(
    name = "show",
    description = "Show one run: state, versions, results so far.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast show latest"})
final class ShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "A run's folder, its name, NAME/TIME, or latest.")
  @SuppressWarnings("NullAway.Init")
  private String run;

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunFolder folder = runs.find(console, run);
    RunRecord record = folder.record();
    Optional<StudyResult> study = record.kind().equals("run") ? Optional.of(ExperimentRun.stored(folder)) : Optional.empty();
    if (json.asked()) {
      console.say(Json.compact(json(folder, record, study)));
      return Main.OK;
    }
    Table table = new Table("run", folder.reference())
        .row("state", record.stateAt(console.clock().instant()) + (record.message().isEmpty() ? "" : ": " + record.message()))
        .row("command", "plast " + record.kind() + " " + String.join(" ", record.arguments()))
        .row("started", record.times().started().toString())
        .row("took", Words.time(record.duration().toMillis() / 1000.0))
        .row("seeds", record.origin().seeds().toString())
        .row("settings", folder.config().toString())
        .row("version", record.versions().product() + record.versions().commit().map(c -> " at " + c).orElse("")
            + (record.versions().dirty() ? " with changes" : ""))
        .row("machine", record.versions().cpu() + ", " + record.versions().vectorWidth() + " bit, JDK "
            + record.versions().jdk());
    table.print(console);
    if (study.isPresent()) {
      Experiment experiment = ExperimentRun.experiment(folder);
      console.say("");
      new ResultPrinter(console).print(study.get(), experiment.seed());
    }
    return Main.OK;
  }

  private Map<String, Object> json(RunFolder folder, RunRecord record, Optional<StudyResult> study) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", folder.reference());
    json.put("runFolder", folder.path().toString());
    json.put("kind", record.kind());
    json.put("arguments", record.arguments());
    json.put("state", record.stateAt(console.clock().instant()).toString());
    json.put("message", record.message());
    json.put("started", record.times().started().toString());
    json.put("seconds", record.duration().toMillis() / 1000.0);
    json.put("versions", record.versions());
    List<ConditionResult> conditions = study.map(StudyResult::conditions).orElse(List.of());
    json.put("conditions", conditions.stream().map(ConditionResult::json).toList());
    return json;
  }
}

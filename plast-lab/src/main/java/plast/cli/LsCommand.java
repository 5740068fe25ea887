package plast.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plast.io.Json;
import plast.io.RunIndex;
import plast.io.RunSummary;

/** {@code plast ls}: the runs, the latest first. */
@Command(
    name = "ls",
    description = "List runs, the latest first.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast ls dms done"})
final class LsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "WORD",
      description = "Words that must occur in name, kind, state, task or conditions.")
  private List<String> filter = new ArrayList<>();

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  LsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunIndex index = new RunIndex(runs.folder(console), console.clock());
    RunIndex.Listing listing = index.list(String.join(" ", filter));
    print(console, listing, json.asked());
    if (listing.runs().isEmpty()) console.note("no runs in " + runs.folder(console) + (filter.isEmpty() ? "" : " match"));
    return Main.OK;
  }

  static void print(Console console, RunIndex.Listing listing, boolean json) {
    if (json) {
      console.say(Json.compact(Map.of("runs", listing.runs().stream().map(LsCommand::json).toList())));
      return;
    }
    Table table = new Table("run", "kind", "state", "task", "conditions", "seeds", "best", "took");
    for (RunSummary run : listing.runs()) {
      table.row(run.reference(), run.kind(), run.state().toString(), run.task(), shortened(run.conditions()),
          "" + run.seeds(), run.best().isPresent() ? Words.number(run.best().getAsDouble()) : "–",
          Words.time(run.duration().toMillis() / 1000.0));
    }
    table.print(console);
    listing.damaged().forEach(console::note);
  }

  private static String shortened(List<String> conditions) {
    return conditions.size() <= 3 ? String.join(", ", conditions)
        : String.join(", ", conditions.subList(0, 2)) + " and " + (conditions.size() - 2) + " more";
  }

  private static Map<String, Object> json(RunSummary run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.reference());
    json.put("runFolder", run.folder().toString());
    json.put("kind", run.kind());
    json.put("state", run.state().toString());
    json.put("started", run.started().toString());
    json.put("seconds", run.duration().toMillis() / 1000.0);
    json.put("task", run.task());
    json.put("conditions", run.conditions());
    json.put("seeds", run.seeds());
    json.put("metric", run.metric());
    json.put("best", run.best());
    return json;
  }
}

package plast.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plast.experiment.TaskOptions;
import plast.io.Json;
import plast.io.Nearest;
import plast.math.Seed;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.TaskOption;
import plast.task.Tasks;

/** {@code plast tasks}: the tasks, or one with its options and a picture of a trial. */
@Command(
    name = "tasks",
    description = "List the tasks, or show one and draw a trial of it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast tasks dms --figure dms.svg"})
final class TasksCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A task.")
  @Nullable
  private String name;

  @Option(names = "--figure", paramLabel = "FILE",
      description = "Draw one trial: inputs, targets, mask (.svg or .png).")
  @Nullable
  private Path figure;

  @Option(names = "--seed", description = "Which trial to draw (${DEFAULT-VALUE}).", defaultValue = "1")
  private long seed;

  @Mixin
  private JsonOption json = new JsonOption();

  TasksCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (name == null) {
      list();
      return Main.OK;
    }
    TaskFamily family = find(name);
    Task task = family.with(Map.of(), family.defaultDt(), family.defaultTau());
    if (json.asked()) console.say(Json.compact(json(family, task))); else describe(family, task);
    if (figure != null) {
      Path file = console.folder().resolve(figure);
      List<Path> written = TrialDrawing.write(family, task.draw(1, new Seed(seed).stream("trial")), file);
      for (Path path : written) (json.asked() ? console.err() : console.out()).println(path);
    }
    return Main.OK;
  }

  private static TaskFamily find(String name) {
    return Tasks.all().stream().filter(family -> family.name().equals(name)).findFirst().orElseThrow(() -> {
      List<String> names = Tasks.all().stream().map(TaskFamily::name).toList();
      return new Wrong("unknown task '" + name + "' "
          + Nearest.of(name, names).map(near -> "(try: " + near + ")").orElse("(see: plast tasks)"));
    });
  }

  private void list() {
    if (json.asked()) {
      console.say(Json.compact(Map.of("tasks", Tasks.all().stream().map(TasksCommand::summary).toList())));
      return;
    }
    Table table = new Table("task", "battery", "what it is");
    for (TaskFamily family : Tasks.all()) table.row(family.name(), family.battery(), family.title());
    table.print(console);
    console.say("");
    console.say("Options, source and a drawing: plast tasks NAME --figure trial.svg");
  }

  private void describe(TaskFamily family, Task task) {
    console.say(family.name() + ": " + family.title());
    console.say(family.source());
    console.say("");
    new Table("inputs", "" + task.inputs())
        .row("outputs", "" + task.outputs())
        .row("loss", task.loss().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .row("criterion", Words.number(task.criterion()) + " (chance " + Words.number(task.chance()) + ")")
        .row("time", "dt " + Words.number(family.defaultDt()) + " ms, tau " + Words.number(family.defaultTau()) + " ms")
        .print(console);
    console.say("");
    Table table = new Table("option", "by default", "meaning");
    for (TaskOption option : family.options()) {
      table.row("task." + option.name(), TaskOptions.text(option, option.defaults()), option.description());
    }
    table.print(console);
  }

  private static Map<String, Object> summary(TaskFamily family) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", family.name());
    json.put("battery", family.battery());
    json.put("title", family.title());
    json.put("source", family.source());
    return json;
  }

  private static Map<String, Object> json(TaskFamily family, Task task) {
    Map<String, Object> json = summary(family);
    json.put("inputs", task.inputs());
    json.put("outputs", task.outputs());
    json.put("loss", task.loss().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("criterion", task.criterion());
    json.put("chance", task.chance());
    json.put("dt", family.defaultDt());
    json.put("tau", family.defaultTau());
    json.put("options", family.options());
    return json;
  }
}

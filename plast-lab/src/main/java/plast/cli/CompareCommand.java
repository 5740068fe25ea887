package plast.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plast.experiment.Comparison;
import plast.experiment.ConditionResult;
import plast.experiment.Experiment;
import plast.experiment.ExperimentRun;
import plast.io.Json;
import plast.io.RunFolder;
import plast.io.Nearest;

/** {@code plast compare}: finished conditions of one or several runs side by side. */
@Command(
    name = "compare",
    description = "Put the conditions of finished runs side by side.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast compare pilot psrnn --against bp-tuned"})
final class CompareCommand implements Callable<Integer> {
  /** Characters of a value in a table. */
  private static final int WIDEST = 48;

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Runs: folders, names, NAME/TIME, or latest.")
  private List<String> references = new ArrayList<>();

  @Option(names = "--against", paramLabel = "CONDITION",
      description = "The reference; the first backpropagation by default.")
  @Nullable
  private String against;

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Comparison.Arm> arms = new ArrayList<>();
    for (String reference : references) {
      RunFolder folder = runs.find(console, reference);
      Experiment experiment = ExperimentRun.experiment(folder);
      for (ConditionResult condition : ExperimentRun.stored(folder).conditions()) {
        String name = condition.condition().name();
        arms.add(new Comparison.Arm(references.size() == 1 ? name : folder.reference() + " " + name,
            experiment.seed(), condition));
      }
    }
    Comparison comparison = Comparison.of(arms, reference(arms));
    if (json.asked()) {
      console.say(Json.compact(comparison.json()));
    } else {
      ResultPrinter printer = new ResultPrinter(console);
      printer.conditions(comparison.arms());
      printer.ratios(comparison.pairs());
      console.say("");
      differences(console, comparison);
    }
    return Main.OK;
  }

  private Optional<String> reference(List<Comparison.Arm> arms) {
    String wanted = against;
    if (wanted == null) return Optional.empty();
    List<String> labels = arms.stream().map(Comparison.Arm::label).toList();
    return Optional.of(labels.stream().filter(label -> label.equals(wanted) || label.endsWith(" " + wanted)).findFirst()
        .orElseThrow(() -> new Wrong("no condition '" + wanted + "'; there are " + String.join(", ", labels)
            + Nearest.of(wanted, labels).map(near -> " (try: " + near + ")").orElse(""))));
  }

  /** The settings in which arms differ, one row per key. */
  static void differences(Console console, Comparison comparison) {
    List<String> head = new ArrayList<>(List.of("differing settings"));
    comparison.arms().forEach(arm -> head.add(arm.label()));
    Table table = new Table(head.toArray(String[]::new));
    comparison.differences().forEach((path, values) -> {
      List<String> row = new ArrayList<>(List.of(path));
      for (String value : values) row.add(cell(value));
      table.row(row);
    });
    table.print(console);
  }

  /** Equations on one line, and no longer than a column bears; the run's config.yaml has all of them. */
  private static String cell(String value) {
    String line = value.strip().replaceAll("\\s*\n\\s*", "; ");
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
  }
}

package plast.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plast.experiment.ExperimentRun;
import plast.experiment.RunFigures;
import plast.experiment.StudyResult;
import plast.figure.Figure;
import plast.figure.FigureWriter;
import plast.figure.Written;
import plast.io.Json;
import plast.io.Nearest;
import plast.io.RunFolder;

/** {@code plast plot}: the figures of a run, from what it has stored. */
@Command(
    name = "plot",
    description = "Draw the figures of a run: SVG, PNG and CSV.",
    mixinStandardHelpOptions = true,
    footer = {"", "Figures: learning, trials, strong, weights, activity", "Example: plast plot latest learning"})
final class PlotCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RUN", description = "A run's folder, its name, NAME/TIME, or latest.")
  @SuppressWarnings("NullAway.Init")
  private String run;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FIGURE", description = "One figure; all by default.")
  @Nullable
  private String figure;

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  PlotCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunFolder folder = runs.find(console, run);
    if (!folder.record().kind().equals("run")) {
      throw new Wrong(folder.reference() + " was made by 'plast " + folder.record().kind() + "'; its figures are in "
          + folder.figures());
    }
    String wanted = figure;
    if (wanted != null && !RunFigures.NAMES.contains(wanted)) {
      throw new Wrong("unknown figure '" + wanted + "' (try: "
          + Nearest.of(wanted, RunFigures.NAMES).orElse(String.join(", ", RunFigures.NAMES)) + ")");
    }
    StudyResult study = ExperimentRun.stored(folder);
    List<String> names = wanted == null ? RunFigures.NAMES : List.of(wanted);
    List<Map<String, Object>> all = new ArrayList<>();
    for (Figure one : RunFigures.of(study, names)) {
      Written written = FigureWriter.write(one, folder.figures());
      Map<String, Object> files = new LinkedHashMap<>();
      files.put("name", one.name());
      files.put("svg", written.svgFile().toString());
      files.put("png", written.hasPng() ? written.pngFile().toString() : null);
      files.put("csv", written.csvFile().toString());
      all.add(files);
      if (!written.hasPng()) console.note("no PNG: " + written.pngProblem());
      if (!json.asked()) console.say(written.svgFile().toString());
    }
    if (all.isEmpty()) console.note("no network of this run has finished yet");
    if (json.asked()) console.say(Json.compact(Map.of("figures", all)));
    return Main.OK;
  }
}

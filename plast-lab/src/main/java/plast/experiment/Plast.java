package plast.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import plast.figure.Figure;
import plast.figure.FigureWriter;
import plast.io.RunFolder;
import plast.io.Runs;

/** The shortest way to an experiment, for JShell and notebooks. */
public final class Plast {
  private static final Path RUNS = Path.of("runs");

  private Plast() {}

  /**
   * Trains what a file, or text in the format of one, describes; returns when it is done.
   *
   * @param overrides {@code key=value}
   */
  public static RunResult run(String fileOrText, String... overrides) throws IOException {
    boolean text = fileOrText.contains("\n") || fileOrText.contains(": ");
    Experiment experiment = text || !Files.exists(Path.of(fileOrText))
        ? ExperimentFile.checkText("experiment", fileOrText, Path.of(""), List.of(overrides)).orThrow()
        : ExperimentFile.read(Path.of(fileOrText), List.of(overrides));
    RunFolder folder = ExperimentRun.prepare(experiment, RunStart.java(RUNS));
    return ExperimentRun.go(folder, Clock.systemDefaultZone(), new Interruption(), Progress.NOBODY);
  }

  /** The results of an earlier run: a folder, a name, {@code NAME/TIME} or {@code latest}. */
  public static RunResult load(String reference) throws IOException {
    RunFolder folder = Runs.resolve(RUNS, reference);
    return new RunResult(folder, folder.record().state(), ExperimentRun.stored(folder),
        folder.record().duration().toMillis() / 1000.0);
  }

  /** Draws figures of a run, by name, or all of them; returns the SVG files. */
  public static List<Path> plot(RunResult run, String... names) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Figure figure : RunFigures.of(run.study(), names.length == 0 ? RunFigures.NAMES : List.of(names))) {
      files.add(FigureWriter.write(figure, run.folder().figures()).svgFile());
    }
    return files;
  }
}

package plast.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import plast.figure.Figure;
import plast.figure.Layout;
import plast.figure.TrialView;
import plast.task.Batch;
import plast.task.TaskFamily;

/** Draws one trial of a task: inputs, targets and where the loss counts. */
final class TrialDrawing {
  private static final int MOST_TRACES = 6;
  private static final double HEIGHT_MM = 85;

  private TrialDrawing() {}

  /** Writes the picture, as SVG, PNG or CSV as the file's name says. */
  static List<Path> write(TaskFamily family, Batch batch, Path file) throws IOException {
    FigureFile.write(figure(family, batch), file);
    return List.of(file);
  }

  private static Figure figure(TaskFamily family, Batch batch) {
    TrialView view = TrialView.of(family.title(), family.defaultDt())
        .with(lane("inputs", channels(batch, batch.stimulus(), batch.inputs())))
        .with(lane("targets", channels(batch, batch.target(), batch.outputs())))
        .with(TrialView.Strip.of("loss counts", mask(batch)));
    for (Batch.Period period : batch.periods()) {
      if (period.to() > period.from()) view = view.with(new TrialView.Period(period.name(), period.from(), period.to()));
    }
    return Figure.of(family.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-"),
        "One trial of " + family.name() + ".", Layout.doubleColumn(HEIGHT_MM, 1), view);
  }

  private static TrialView.Lane lane(String label, double[][] values) {
    if (values.length > MOST_TRACES) return new TrialView.Heat(label, values);
    List<String> names = IntStream.range(0, values.length).mapToObj(k -> "channel " + k).toList();
    return new TrialView.Traces(label, names, values);
  }

  private static double[][] channels(Batch batch, float[] values, int count) {
    double[][] rows = new double[count][batch.steps()];
    for (int t = 0; t < batch.steps(); t++) {
      for (int c = 0; c < count; c++) rows[c][t] = values[t * batch.trials() * count + c];
    }
    return rows;
  }

  private static double[] mask(Batch batch) {
    double[] mask = new double[batch.steps()];
    for (int t = 0; t < mask.length; t++) mask[t] = batch.mask()[batch.maskIndex(t, 0)];
    return mask;
  }
}

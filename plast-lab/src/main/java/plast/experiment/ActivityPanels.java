package plast.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import plast.analyse.Decoding;
import plast.analyse.Interval;
import plast.analyse.Statistics;
import plast.figure.Axis;
import plast.figure.Curve;
import plast.figure.Curves;
import plast.figure.HeatMap;
import plast.figure.Panel;
import plast.figure.Reference;
import plast.math.Seed;
import plast.rate.model.RateNetwork.Observable;
import plast.task.Batch;

/**
 * What a trained network does: the rates of its units in one trial, and how well the trials' classes can be decoded from
 * each of its variables, step by step.
 */
final class ActivityPanels {
  private static final int TRIALS = 200;
  private static final double CHANCE = 0.5, LEVEL = 0.95;

  private ActivityPanels() {}

  /** Two panels for each condition that has a finished network: rates of its first one, decoding from all of them. */
  static List<Panel> of(long seed, List<ConditionResult> conditions) {
    List<Panel> panels = new ArrayList<>();
    for (ConditionResult result : conditions) {
      if (result.seeds().isEmpty()) continue;
      List<Recording> recordings = result.seeds().stream().map(one -> Recording.of(result.condition(),
          new Seed(seed).child("network", one.seed()), one.outcome().get(), TRIALS)).toList();
      panels.add(rates(recordings.getFirst()));
      panels.add(decoding(recordings));
    }
    return panels;
  }

  /** The first trial, units of all populations in the order of their peaks. */
  private static Panel rates(Recording recording) {
    Batch batch = recording.batch();
    List<double[]> units = new ArrayList<>();
    for (Observable observable : recording.network().observables()) {
      if (!observable.variable().equals(Observable.RATE)) continue;
      double[][] courses = new double[observable.units()][batch.steps()];
      for (int t = 0; t < batch.steps(); t++) {
        double[] values = recording.values(observable, t + 1);
        for (int i = 0; i < courses.length; i++) courses[i][t] = values[i];
      }
      units.addAll(IntStream.range(0, courses.length).mapToObj(i -> courses[i])
          .sorted(Comparator.comparingInt(ActivityPanels::peak)).toList());
    }
    double[] x = IntStream.range(0, batch.steps()).mapToDouble(t -> recording.time(t + 1)).toArray();
    double[] y = IntStream.rangeClosed(1, units.size()).asDoubleStream().toArray();
    return HeatMap.of(recording.condition().name() + ": rates in one trial",
        new HeatMap.Grid("Time (ms)", x, "Unit, by time of its peak", y, units.toArray(double[][]::new)),
        Axis.linear("rate"));
  }

  private static int peak(double[] course) {
    int peak = 0;
    for (int t = 1; t < course.length; t++) peak = Math.abs(course[t]) > Math.abs(course[peak]) ? t : peak;
    return peak;
  }

  private static Panel decoding(List<Recording> recordings) {
    Recording first = recordings.getFirst();
    List<Batch.Period> periods = first.batch().periods();
    String what = TrialClasses.of(first.batch()).period();
    Curves curves = Curves.of(first.condition().name() + ": decoding " + (what.isEmpty() ? "trials' classes" : "the " + what),
        Axis.linear("Time (ms)"), Axis.linear("Accuracy").between(0.4, 1));
    List<Observable> observables = first.network().observables();
    boolean several = observables.stream().map(Observable::population).distinct().count() > 1;
    for (Observable observable : observables) {
      String label = several ? observable.population() + " " + observable.variable() : observable.variable();
      curves = curves.with(curve(label, recordings, observable));
    }
    for (Batch.Period period : periods) {
      if (period.from() > 0) curves = curves.with(Reference.start(period.name(), first.time(period.from())));
    }
    return curves.with(Reference.horizontal("chance", CHANCE));
  }

  /** The mean over networks with its interval, over the steps that all trials have. */
  private static Curve curve(String label, List<Recording> recordings, Observable observable) {
    int steps = recordings.stream().mapToInt(r -> r.batch().steps()).min().orElse(0);
    double[][] accuracy = recordings.stream().map(r -> accuracy(r, observable, steps)).toArray(double[][]::new);
    double[] x = new double[steps], mean = new double[steps], low = new double[steps], high = new double[steps];
    for (int t = 0; t < steps; t++) {
      int at = t;
      Interval interval = Statistics.tMean(Arrays.stream(accuracy).mapToDouble(a -> a[at]).toArray(), LEVEL);
      x[t] = recordings.getFirst().time(t + 1);
      mean[t] = interval.estimate();
      low[t] = interval.isKnown() ? interval.low() : mean[t];
      high[t] = interval.isKnown() ? interval.high() : mean[t];
    }
    return Curve.of(label, x, mean).band(low, high);
  }

  private static double[] accuracy(Recording recording, Observable observable, int steps) {
    boolean[] classes = TrialClasses.of(recording.batch()).second();
    return IntStream.range(0, steps)
        .mapToDouble(t -> Decoding.accuracy(recording.values(observable, t + 1), classes)).toArray();
  }
}

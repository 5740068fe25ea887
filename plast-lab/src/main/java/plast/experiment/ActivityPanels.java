package plast.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import plast.analyse.Decoding;
import plast.figure.Axis;
import plast.figure.Curve;
import plast.figure.Curves;
import plast.figure.HeatMap;
import plast.figure.Panel;
import plast.figure.Reference;
import plast.math.Seed;
import plast.rate.RateNetwork.Observable;
import plast.task.Batch;

/**
 * What a trained network does: the rates of its units in one trial, and how well the trials' classes can be decoded from
 * each of its variables, step by step.
 */
final class ActivityPanels {
  private static final int TRIALS = 200;
  private static final double CHANCE = 0.5;

  private ActivityPanels() {}

  /** Two panels for each condition that has a finished network: of its first one. */
  static List<Panel> of(long seed, List<ConditionResult> conditions) {
    List<Panel> panels = new ArrayList<>();
    for (ConditionResult result : conditions) {
      if (result.seeds().isEmpty()) continue;
      SeedResult first = result.seeds().getFirst();
      Recording recording = Recording.of(result.condition(), new Seed(seed).child("network", first.seed()),
          first.outcome().get(), TRIALS);
      panels.add(rates(recording));
      panels.add(decoding(recording));
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

  private static Panel decoding(Recording recording) {
    Batch batch = recording.batch();
    TrialClasses classes = TrialClasses.of(batch);
    String what = classes.period().isEmpty() ? "trials' classes" : "the " + classes.period();
    Curves curves = Curves.of(recording.condition().name() + ": decoding " + what, Axis.linear("Time (ms)"),
        Axis.linear("Accuracy").between(0.4, 1));
    double[] x = IntStream.range(0, batch.steps()).mapToDouble(t -> recording.time(t + 1)).toArray();
    boolean several = recording.network().observables().stream().map(Observable::population).distinct().count() > 1;
    for (Observable observable : recording.network().observables()) {
      double[] accuracy = IntStream.range(0, batch.steps())
          .mapToDouble(t -> Decoding.accuracy(recording.values(observable, t + 1), classes.second())).toArray();
      String label = several ? observable.population() + " " + observable.variable() : observable.variable();
      curves = curves.with(Curve.of(label, x, accuracy));
    }
    for (Batch.Period period : batch.periods()) {
      if (period.from() > 0) curves = curves.with(Reference.start(period.name(), recording.time(period.from())));
    }
    return curves.with(Reference.horizontal("chance", CHANCE));
  }
}

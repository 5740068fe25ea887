package plast.rate.model;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Expr;
import plast.math.Panels;
import plast.math.Products;

/** What others read of a population: its values at all steps, and ∂L/∂value of one step. */
final class SignalRun {
  private final Expr expression;
  private final int units;
  private final Numbers numbers;
  private Panels trajectory; // ((steps + 1)·trials, units)
  private Panels gathering; // (trials, units)
  private int readouts;
  private Products all = new Products(new Panels[0], new Panels[0]); // readouts, then projections
  private Products first = all; // of step 0, which no readout reads
  private Products last = all; // of the last step, which no projection reads

  SignalRun(Expr expression, int units, Numbers numbers) {
    this.expression = expression;
    this.units = units;
    this.numbers = numbers;
    trajectory = numbers.panels(0, units);
    gathering = trajectory;
  }

  Expr expression() {
    return expression;
  }

  /** @param values where the values stand */
  void allocate(Panels values, int trials) {
    trajectory = values;
    gathering = numbers.panels(trials, units);
  }

  /** Step t from row t·trials on. */
  Panels trajectory() {
    return trajectory;
  }

  Panels gathering() {
    return gathering;
  }

  /** Takes those that read the signal, when they have made room. */
  void connect(List<ReadoutRun> readouts, List<ProjectionRun> projections) {
    this.readouts = readouts.size();
    List<Panels> errors = new ArrayList<>(readouts.stream().map(ReadoutRun::errors).toList());
    List<Panels> weights = new ArrayList<>(readouts.stream().map(ReadoutRun::weights).toList());
    last = products(errors, weights);
    for (ProjectionRun q : projections) {
      errors.add(q.target().deltas());
      weights.add(q.backward());
    }
    all = products(errors, weights);
    int read = readouts.size();
    first = products(errors.subList(read, errors.size()), weights.subList(read, weights.size()));
  }

  private static Products products(List<Panels> errors, List<Panels> weights) {
    return new Products(errors.toArray(Panels[]::new), weights.toArray(Panels[]::new));
  }

  /**
   * Gathers γ of a panel at step t: what the readouts of the step and the projections of the next one say.
   *
   * @param row where δ of the next step stands; negative if t is the last one
   */
  void gather(int panel, int t, int row, int trials) {
    Products sum = t == 0 ? first : row < 0 ? last : all;
    int reading = t == 0 ? 0 : readouts;
    for (int n = 0; n < reading; n++) sum.move(n, (t - 1) * trials);
    for (int n = reading; n < sum.size(); n++) sum.move(n, row);
    gathering.setSum(panel, 0, trials, sum);
  }
}

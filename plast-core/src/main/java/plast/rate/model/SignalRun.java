package plast.rate.model;

import plast.equation.Expr;
import plast.math.Panels;

/** What others read of a population: its values at all steps, and ∂L/∂value of one step. */
final class SignalRun {
  private final Expr expression;
  private final int units;
  private final Numbers numbers;
  private Panels trajectory; // ((steps + 1)·trials, units)
  private Panels gathering; // (trials, units)
  private Object values;
  private Object cotangents;

  SignalRun(Expr expression, int units, Numbers numbers) {
    this.expression = expression;
    this.units = units;
    this.numbers = numbers;
    trajectory = numbers.panels(0, units);
    gathering = numbers.panels(0, units);
    values = numbers.array(0);
    cotangents = numbers.array(0);
  }

  Expr expression() {
    return expression;
  }

  void allocate(int steps, int trials) {
    trajectory = numbers.panels((steps + 1) * trials, units);
    gathering = numbers.panels(trials, units);
    values = numbers.array(trials * units);
    cotangents = numbers.array(trials * units);
  }

  Object values() {
    return values;
  }

  Object cotangents() {
    return cotangents;
  }

  Panels trajectory() {
    return trajectory;
  }

  /** Where readers add their gradient. */
  Panels gathering() {
    return gathering;
  }

  void leave(int t, int trials) {
    numbers.write(trajectory, t * trials, trials, values);
  }

  void gathered(int trials) {
    numbers.read(gathering, 0, trials, cotangents);
  }
}

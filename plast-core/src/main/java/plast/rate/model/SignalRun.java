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

  /** Where readers add their gradient. */
  Panels gathering() {
    return gathering;
  }
}

package plast.equation;

import static plast.equation.Trees.ONE;
import static plast.equation.Trees.call;
import static plast.equation.Trees.divide;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.number;
import static plast.equation.Trees.power;
import static plast.equation.Trees.subtract;

/**
 * What stands for the derivative of a step at 0, so that gradients pass through spikes and thresholds.
 *
 * @see "Neftci, Mostafa & Zenke (2019), IEEE Signal Process. Mag. 36:51"
 */
public enum Surrogate {
  /** 1/(1 + |x|)² */
  FAST_SIGMOID("fast-sigmoid"),
  /** σ(x)(1 − σ(x)) */
  SIGMOID("sigmoid"),
  /** max(0, 1 − |x|) */
  TRIANGLE("triangle"),
  /** 1/(1 + (πx)²) */
  ARCTAN("arctan"),
  /** 1 */
  STRAIGHT_THROUGH("straight-through");

  private final String text;

  Surrogate(String text) {
    this.text = text;
  }

  /** The name in experiment files. */
  public String text() {
    return text;
  }

  /** The expression that stands for the derivative of heaviside at {@code x}. */
  Expr slope(Expr x) {
    Expr two = number(2);
    return switch (this) {
      case FAST_SIGMOID -> divide(ONE, power(Trees.add(ONE, call("abs", x)), two));
      case SIGMOID -> multiply(call("sigmoid", x), subtract(ONE, call("sigmoid", x)));
      case TRIANGLE -> call("max", number(0), subtract(ONE, call("abs", x)));
      case ARCTAN -> divide(ONE, Trees.add(ONE, power(multiply(Trees.name("pi"), x), two)));
      case STRAIGHT_THROUGH -> ONE;
    };
  }
}

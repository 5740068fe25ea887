package plast.rule;

/**
 * When a synapse is strong: it becomes so at |w| ≥ θ↑ and weak again at |w| &lt; θ↓.
 *
 * @param unit what {@code up} and {@code down} are multiples of
 * @param up   θ↑
 * @param down θ↓ ≤ θ↑; equal means no memory
 */
public record Threshold(Unit unit, double up, double down) {

  /** The unit of a threshold. */
  public enum Unit {
    /** absolute weight */
    ABSOLUTE,
    /** standard deviations of the initial recurrent weights */
    INITIAL_SD,
    /** quantile of |W| before training, in [0, 1]; never recomputed */
    QUANTILE
  }

  public static Threshold absolute(double theta) {
    return new Threshold(Unit.ABSOLUTE, theta, theta);
  }

  public static Threshold initialSd(double multiple) {
    return new Threshold(Unit.INITIAL_SD, multiple, multiple);
  }
}

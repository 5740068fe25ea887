package plast.rule;

/**
 * Where a {@link WrittenRule} is at work.
 *
 * @param post       postsynaptic neurons
 * @param pre        presynaptic neurons
 * @param dt         time from step to step, s
 * @param modulators written before each batch
 * @param sides      what the rule may know of the neurons
 */
public record RuleFrame(int post, int pre, double dt, Modulators modulators, Sides sides) {

  /** Nothing is known of the neurons. */
  public RuleFrame(int post, int pre, double dt, Modulators modulators) {
    this(post, pre, dt, modulators, Sides.NONE);
  }
}

package plast.rule;

/**
 * Where a {@link WrittenRule} is at work.
 *
 * @param post       postsynaptic neurons
 * @param pre        presynaptic neurons
 * @param dt         time from step to step, s
 * @param modulators written before each batch
 */
public record RuleFrame(int post, int pre, double dt, Modulators modulators) {}

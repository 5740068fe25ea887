package plast.rule;

import plast.math.Seed;

/** What the weak synapses of a projection follow: a rule by its name, or one that is written as equations. */
public sealed interface SynapticRule permits WeakRule, WrittenRule {

  /**
   * The rule at work on a projection.
   *
   * @param seed of the numbers that controls draw
   */
  BatchRule start(RuleFrame frame, Seed seed);
}

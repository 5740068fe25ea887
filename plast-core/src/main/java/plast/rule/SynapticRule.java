package plast.rule;

/** What the weak synapses of a projection follow: a rule by its name, or one that is written as equations. */
public sealed interface SynapticRule permits WeakRule, WrittenRule {}

package plast.equation;

/**
 * A rule whose names, units and averages are right.
 *
 * @param scope what its statements may name, its own variables among them
 */
public record CheckedRule(Rule rule, Scope scope) {}

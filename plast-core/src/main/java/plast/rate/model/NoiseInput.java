package plast.rate.model;

/**
 * White noise that arrives at units as an input does: sd · N(0, 1), drawn anew for every unit, trial and step. It may
 * stand inside a function, where {@code xi} may not.
 *
 * @param name  unique among projections
 * @param to    a population
 * @param input the name in {@code input(...)} of its equations, which no projection brings
 * @param sd    one for all units or one for each
 */
public record NoiseInput(String name, String to, String input, double[] sd) {}

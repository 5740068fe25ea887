package plast.rate;

/** Arithmetic of activity and gradients. Weights, optimiser and rules are always double. */
public enum Precision { FLOAT, DOUBLE }

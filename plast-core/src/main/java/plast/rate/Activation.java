package plast.rate;

/** The transfer function φ from membrane state x to rate r. */
public enum Activation { TANH, RELU, SOFTPLUS, SIGMOID }

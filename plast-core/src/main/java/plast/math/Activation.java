package plast.math;

/** The transfer function φ from membrane state x to rate r. Its derivative is a function of its value. */
public enum Activation {
  /** φ' = 1 − φ² */
  TANH,
  /** φ' = 1 where φ &gt; 0, else 0 */
  RELU,
  /** ln(1 + eˣ); φ' = 1 − exp(−φ) */
  SOFTPLUS,
  /** 1 / (1 + e⁻ˣ); φ' = φ·(1 − φ) */
  SIGMOID
}

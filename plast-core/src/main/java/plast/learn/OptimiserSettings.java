package plast.learn;

/**
 * The optimiser of strong synapses and of everything that does not switch.
 *
 * @param name         the method
 * @param learningRate step size
 * @param momentum     v ← momentum·v + g (SGD only)
 * @param beta1        decay of Adam's first moment
 * @param beta2        decay of Adam's second moment
 * @param epsilon      Adam's ε
 * @param moments      what happens to the optimiser's state of a weak synapse
 */
public record OptimiserSettings(
    Name name, double learningRate, double momentum, double beta1, double beta2, double epsilon, Moments moments) {

  /** The methods. */
  public enum Name {
    ADAM,
    SGD,
    /** w ← w·exp(−η·sign(w)·∂L/∂w): keeps signs (Cornford et al. 2024); zero weights and biases follow plain SGD */
    EXPONENTIATED_GRADIENT
  }

  /** What the optimiser's state of a weak synapse does. */
  public enum Moments {
    /** it sees the true gradient; only the update is masked */
    ALL,
    /** it is fed zeros */
    ZERO,
    /** it and its bias correction advance only while the synapse is strong */
    PER_SYNAPSE
  }

  public static OptimiserSettings adam(double learningRate) {
    return new OptimiserSettings(Name.ADAM, learningRate, 0.9, 0.9, 0.999, 1e-8, Moments.ALL);
  }

  public static OptimiserSettings sgd(double learningRate) {
    return new OptimiserSettings(Name.SGD, learningRate, 0.9, 0.9, 0.999, 1e-8, Moments.ALL);
  }
}

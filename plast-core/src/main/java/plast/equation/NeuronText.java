package plast.equation;

import java.util.Optional;

/**
 * What a user writes for a group of neurons.
 *
 * @param name       what messages call it, as in {@code exc}
 * @param model      its equations
 * @param threshold  the condition of a spike
 * @param reset      statements at a spike
 * @param refractory a time, or a condition that keeps the neuron refractory
 */
public record NeuronText(String name, String model, Optional<String> threshold, Optional<String> reset,
    Optional<String> refractory) {

  /** A group with equations alone. */
  public static NeuronText of(String name, String model) {
    return new NeuronText(name, model, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public NeuronText withThreshold(String condition) {
    return new NeuronText(name, model, Optional.of(condition), reset, refractory);
  }

  public NeuronText withReset(String statements) {
    return new NeuronText(name, model, threshold, Optional.of(statements), refractory);
  }

  public NeuronText withRefractory(String text) {
    return new NeuronText(name, model, threshold, reset, Optional.of(text));
  }

  String object() {
    return "NeuronGroup '" + name + "'";
  }
}

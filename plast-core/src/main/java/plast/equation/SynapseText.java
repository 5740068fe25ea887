package plast.equation;

import java.util.Optional;

/**
 * What a user writes for synapses.
 *
 * @param name   what messages call them, as in {@code S}
 * @param onPre  statements at a spike of the source
 * @param onPost statements at a spike of the target
 * @param delay  an expression in seconds
 */
public record SynapseText(String name, String model, Optional<String> onPre, Optional<String> onPost,
    Optional<String> delay) {

  /** Synapses with equations alone. */
  public static SynapseText of(String name, String model) {
    return new SynapseText(name, model, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public SynapseText withOnPre(String statements) {
    return new SynapseText(name, model, Optional.of(statements), onPost, delay);
  }

  public SynapseText withOnPost(String statements) {
    return new SynapseText(name, model, onPre, Optional.of(statements), delay);
  }

  public SynapseText withDelay(String expression) {
    return new SynapseText(name, model, onPre, onPost, Optional.of(expression));
  }

  String object() {
    return "Synapses '" + name + "'";
  }
}

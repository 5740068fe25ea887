package plast.rate.model;

import java.util.List;
import java.util.Optional;

/**
 * A network of texts, put together.
 *
 * @param network what can be compiled; none where a flaw was found
 * @param flaws   all that is wrong
 * @param notices what was decided, such as the integrator of a population
 */
public record Assembly(Optional<NetworkDescription> network, List<Flaw> flaws, List<String> notices) {

  public Assembly {
    flaws = List.copyOf(flaws);
    notices = List.copyOf(notices);
  }

  /** @throws IllegalArgumentException naming all flaws, when there is one */
  public NetworkDescription orThrow() {
    return network.orElseThrow(() -> new IllegalArgumentException(
        String.join("\n", flaws.stream().map(flaw -> flaw.key() + " " + flaw.message()).toList())));
  }

  /**
   * One thing that is wrong.
   *
   * @param key     where: {@code populations.NAME.equations}
   * @param message what, to be read after the key
   * @param found   a name that was not known; empty where no name is at fault
   * @param known   the names that would be; or the one thing to write
   */
  public record Flaw(String key, String message, String found, List<String> known) {
    public Flaw {
      known = List.copyOf(known);
    }
  }

  /**
   * What a network is made for.
   *
   * @param inputs  channels of the stimulus
   * @param outputs channels of the readout
   * @param dt      time step, ms
   */
  public record Frame(int inputs, int outputs, double dt) {}
}

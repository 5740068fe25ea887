package plast.learn;

import java.util.Map;
import java.util.Optional;
import plast.math.Seed;
import plast.task.Task;

/**
 * Trains one network: a {@link Condition} and a {@link Seed} determine every number. Used by one thread at a time.
 */
public final class Trainer {

  /** A network before its first update. */
  public static Trainer start(Condition condition, Task task, Seed seed) {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * The network as it was when {@link #checkpoint} was called; continues to the same last bit.
   *
   * @throws IllegalArgumentException when the checkpoint does not fit the condition
   */
  public static Trainer resume(Condition condition, Task task, Seed seed, Map<String, double[]> checkpoint) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** One update, and an evaluation when one is due. Must not be called once {@link #finished}. */
  public Optional<Evaluation> step() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Whether training is over: criterion reached (and nothing to do after), cap reached, or diverged. */
  public boolean finished() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Trials used so far. */
  public long trials() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Everything needed to continue, as named arrays (copies). */
  public Map<String, double[]> checkpoint() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** What came of it; valid at any time, final once {@link #finished}. */
  public Outcome outcome() {
    throw new UnsupportedOperationException("skeleton");
  }
}

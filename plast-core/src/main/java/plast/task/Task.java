package plast.task;

import plast.math.RandomStream;

/**
 * A cognitive task with its options fixed: it draws batches of trials and scores a network's output on them. Immutable
 * and safe to share between threads.
 */
public interface Task {

  /** The family's name, as in experiment files. */
  String name();

  /** Number of input channels. */
  int inputs();

  /** Number of output channels. */
  int outputs();

  /** The loss the task is trained with. */
  Loss loss();

  /** The performance in [0, 1] at which the task counts as learned. */
  double criterion();

  /** The performance of a network that guesses. */
  double chance();

  /**
   * A batch of {@code trials} fresh trials, input noise included.
   *
   * @param random the only source of randomness: equal streams give equal batches
   */
  Batch draw(int trials, RandomStream random);

  /**
   * How well the network did.
   *
   * @param output raw outputs (logits for cross-entropy), steps x trials x outputs, row-major; not modified
   */
  Score score(Batch batch, float[] output);
}

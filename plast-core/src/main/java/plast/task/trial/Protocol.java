package plast.task.trial;

import plast.math.RandomStream;

/** What happens in a trial of one task: its periods, and what is shown and wanted in them. Immutable. */
public interface Protocol {

  /** The periods. */
  Timeline timeline();

  /** Draws the length of every period in steps into {@code lengths}, modified. */
  default void time(RandomStream random, int[] lengths) {
    timeline().draw(random, lengths);
  }

  /** Draws one trial, whose periods are already laid out, and writes its stimulus, targets, weights and answer. */
  void write(TrialWriter trial, RandomStream random);
}

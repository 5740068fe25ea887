package plast.task.trial;

import plast.task.Batch;
import plast.task.Score;

/** How the output on a batch becomes a score. */
@FunctionalInterface
public interface Scoring {

  /**
   * The score.
   *
   * @param output steps x trials x outputs, row-major; not modified
   */
  Score score(Batch batch, float[] output);
}

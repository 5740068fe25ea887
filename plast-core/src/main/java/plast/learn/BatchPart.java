package plast.learn;

import java.util.Arrays;
import plast.task.Batch;

/** Some consecutive trials of a batch. */
final class BatchPart {
  private BatchPart() {}

  /** Trials {@code from} (included) to {@code to} (excluded). */
  static Batch of(Batch batch, int from, int to) {
    if (from == 0 && to == batch.trials()) return batch;
    return new Batch(
        batch.steps(), to - from, batch.inputs(), batch.outputs(),
        slice(batch.stimulus(), batch.inputs(), batch, from, to),
        slice(batch.target(), batch.outputs(), batch, from, to),
        slice(batch.mask(), 1, batch, from, to), batch.periods(), Arrays.copyOfRange(batch.trial(), from, to));
  }

  private static float[] slice(float[] values, int channels, Batch batch, int from, int to) {
    int width = (to - from) * channels;
    float[] result = new float[batch.steps() * width];
    for (int t = 0; t < batch.steps(); t++) {
      System.arraycopy(values, (t * batch.trials() + from) * channels, result, t * width, width);
    }
    return result;
  }
}

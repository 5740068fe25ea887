package plast.kernel;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs the loops of a program's stages one after the other on blocks of elements that stay in the cache. */
final class StagedLoop implements Loop {
  private static final int BLOCK = 256;

  private final Program program;
  private final List<Program> stages;
  private final List<Loop> loops;
  private final int lanes;
  private final int[] starts;
  /** The arrays of a block between two runs: who finds them gone makes new ones. */
  private final AtomicReference<Object @Nullable []> spare = new AtomicReference<>();

  /**
   * @param stages those of {@code program}, {@code loops} their loops
   * @param lanes  how many elements the loops compute at once: what is computed behind the last one is not copied back
   */
  StagedLoop(Program program, List<Program> stages, List<Loop> loops, int lanes) {
    this.program = program;
    this.stages = stages;
    this.loops = loops;
    this.lanes = lanes;
    starts = new int[stages.getFirst().arrays().size()];
  }

  @Override
  public void run(Object[] arrays, int[] offsets, double[] scalars, int from, int to) {
    Object[] found = spare.getAndSet(null);
    Object[] block = found == null ? block() : found;
    for (int start = from; start < to; start += BLOCK) {
      int size = Math.min(BLOCK, to - start);
      for (int k = 0; k < arrays.length; k++) {
        System.arraycopy(arrays[k], offsets[k] + start, block[k], 0, size);
      }
      int whole = (size + lanes - 1) & -lanes;
      for (int n = 0; n < loops.size(); n++) loops.get(n).run(block, starts, scalars, 0, whole);
      for (int n = 0; n < program.stores().size(); n++) {
        int array = program.stores().get(n).array();
        System.arraycopy(block[array], 0, arrays[array], offsets[array] + start, size);
      }
    }
    spare.set(block);
  }

  private Object[] block() {
    int arrays = stages.getFirst().arrays().size();
    return program.precision() == Precision.DOUBLE ? new double[arrays][BLOCK] : new float[arrays][BLOCK];
  }
}

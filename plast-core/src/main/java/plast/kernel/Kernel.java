package plast.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compiled kernel. Runs allocate nothing once warm, and may go on in several threads on different elements.
 *
 * <p>Arrays and scalars come in the order of {@link KernelSource}; element i of every array belongs together.
 */
public final class Kernel {
  private final Program program;
  private final Loops loops;
  // Two threads may make the same loop: it has no fields that change, and either does.
  private @Nullable Loop plain;
  private @Nullable Loop placed;
  private final int[] starts;
  private final Precision precision;
  private final int scalars;

  /** Makes the loops of a kernel, each when it is first asked for. */
  interface Loops {
    /** @param placed whether the loop heeds the offsets of arrays */
    Loop make(boolean placed);
  }

  Kernel(Program program, Loops loops) {
    this.program = program;
    this.loops = loops;
    starts = new int[program.arrays().size()];
    precision = program.precision();
    scalars = program.scalars().size();
  }

  /**
   * Computes the elements {@code from} to {@code to}, without the last.
   *
   * @throws IllegalArgumentException  if the kernel computes in single precision, or arrays or scalars are missing
   * @throws IndexOutOfBoundsException if an array ends before {@code to}
   */
  public void run(double[][] arrays, double[] scalars, int from, int to) {
    check(Precision.DOUBLE, arrays, scalars);
    for (double[] array : arrays) Objects.checkFromToIndex(from, to, array.length);
    plain().run(arrays, starts, scalars, from, to);
  }

  /** As {@link #run(double[][], double[], int, int)} in single precision, to which scalars are rounded. */
  public void run(float[][] arrays, double[] scalars, int from, int to) {
    check(Precision.FLOAT, arrays, scalars);
    for (float[] array : arrays) Objects.checkFromToIndex(from, to, array.length);
    plain().run(arrays, starts, scalars, from, to);
  }

  /**
   * Computes {@code count} elements; element i of array n stands at {@code offsets[n] + i}.
   *
   * @throws IllegalArgumentException  if the kernel computes in single precision, or arrays or scalars are missing
   * @throws IndexOutOfBoundsException if an array ends before the elements do
   */
  public void run(double[][] arrays, int[] offsets, double[] scalars, int count) {
    check(Precision.DOUBLE, arrays, scalars);
    for (int n = 0; n < arrays.length; n++) Objects.checkFromIndexSize(offsets[n], count, arrays[n].length);
    placed().run(arrays, offsets, scalars, 0, count);
  }

  /** As {@link #run(double[][], int[], double[], int)} in single precision. */
  public void run(float[][] arrays, int[] offsets, double[] scalars, int count) {
    check(Precision.FLOAT, arrays, scalars);
    for (int n = 0; n < arrays.length; n++) Objects.checkFromIndexSize(offsets[n], count, arrays[n].length);
    placed().run(arrays, offsets, scalars, 0, count);
  }

  private Loop plain() {
    Loop made = plain;
    if (made == null) plain = made = loops.make(false);
    return made;
  }

  private Loop placed() {
    Loop made = placed;
    if (made == null) placed = made = loops.make(true);
    return made;
  }

  /** What the kernel does to one element, an operation a line. */
  public String listing() {
    return Listing.of(program);
  }

  private void check(Precision given, Object[] arrays, double[] scalars) {
    if (given != precision) {
      throw new IllegalArgumentException("the kernel computes in " + precision + ", the arrays are " + given);
    }
    if (arrays.length != starts.length || scalars.length != this.scalars) {
      throw new IllegalArgumentException("the kernel takes the arrays " + program.arrays() + " and the scalars "
          + program.scalars() + ", given are " + arrays.length + " arrays and " + scalars.length + " scalars");
    }
  }
}

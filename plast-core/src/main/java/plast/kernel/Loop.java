package plast.kernel;

/**
 * A kernel that can run: {@code arrays} are double[][] or float[][], as the kernel's precision is; element i of array n
 * stands at {@code offsets[n] + i}.
 */
interface Loop {
  void run(Object[] arrays, int[] offsets, double[] scalars, int from, int to);
}

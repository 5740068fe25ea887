package plast.kernel;

/** A kernel that can run: {@code arrays} are double[][] or float[][], as the kernel's precision is. */
interface Loop {
  void run(Object[] arrays, double[] scalars, int from, int to);
}

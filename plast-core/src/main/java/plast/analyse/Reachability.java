package plast.analyse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plast.math.Matrix;

/** Which units of a network reach which along non-zero weights. */
final class Reachability {

  private Reachability() {}

  /**
   * The groups of units that reach each other (strongly connected components), each with its units in ascending order.
   * A matrix is block triangular over them, so its eigenvalues are those of the diagonal blocks.
   */
  static List<int[]> blocks(Matrix weights) {
    int n = weights.rows(), wordCount = (n + 63) / 64;
    long[][] reached = closure(weights, wordCount);
    boolean[] assigned = new boolean[n];
    List<int[]> blocks = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (assigned[i]) continue;
      int[] block = new int[n];
      int size = 0;
      for (int j = i; j < n; j++) {
        if (j == i || contains(reached[i], j) && contains(reached[j], i)) {
          block[size++] = j;
          assigned[j] = true;
        }
      }
      blocks.add(Arrays.copyOf(block, size));
    }
    return blocks;
  }

  /** Warshall's transitive closure on bit rows, 64 units a word: n³/64 operations at most. */
  private static long[][] closure(Matrix weights, int wordCount) {
    int n = weights.rows();
    long[][] reached = new long[n][wordCount];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (weights.get(i, j) != 0) reached[i][j >> 6] |= 1L << j;
      }
    }
    for (int through = 0; through < n; through++) {
      for (int i = 0; i < n; i++) {
        if (!contains(reached[i], through)) continue;
        for (int word = 0; word < wordCount; word++) reached[i][word] |= reached[through][word];
      }
    }
    return reached;
  }

  private static boolean contains(long[] row, int j) {
    return (row[j >> 6] & 1L << j) != 0;
  }
}

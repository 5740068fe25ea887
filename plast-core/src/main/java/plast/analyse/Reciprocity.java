package plast.analyse;

/** How often connections come in pairs. */
public final class Reciprocity {

  private Reciprocity() {}

  /**
   * The share of strong arcs whose reverse is strong too, over the share expected by chance, which is the density of
   * strong arcs among the n(n − 1) possible ones. 1 = chance. Autapses are left out. NaN without a strong arc.
   *
   * @param strong n·n entries, row-major, row = postsynaptic; not modified
   * @throws IllegalArgumentException if the mask does not have n·n entries
   */
  public static double ofMask(boolean[] strong, int n) {
    if (strong.length != n * n) {
      throw new IllegalArgumentException(
          "the mask of " + n + " units needs " + n * n + " entries, got " + strong.length);
    }
    int arcs = 0, reciprocated = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i == j || !strong[i * n + j]) continue;
        arcs++;
        if (strong[j * n + i]) reciprocated++;
      }
    }
    double density = arcs / ((double) n * (n - 1));
    return (double) reciprocated / arcs / density;
  }
}

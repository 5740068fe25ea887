package plast.io;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one was probably meant to be. */
public final class Nearest {

  private Nearest() {}

  /**
   * The name with the fewest insertions, deletions, replacements and swaps of neighbours, if these are at most a
   * third of the letters (at least one); failing that, the first name that begins with the given one. Case, {@code -}
   * and {@code _} do not count.
   */
  public static Optional<String> of(String given, Collection<String> known) {
    String wanted = plain(given);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      String name = plain(candidate);
      int limit = Math.max(1, Math.min(wanted.length(), name.length()) / 3);
      if (Math.abs(name.length() - wanted.length()) > limit || name.length() < 2) continue;
      int distance = distance(wanted, name);
      if (distance <= limit && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    if (best != null || wanted.length() < 3) return Optional.ofNullable(best);
    return known.stream().filter(name -> plain(name).startsWith(wanted)).findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Optimal string alignment distance. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, i, j, a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, int i, int j, int replacement) {
    return Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + replacement);
  }
}

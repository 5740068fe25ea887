package plast.equation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.equation.Scope.Level;

/** Known names that look like a misspelt one: few letters changed, added, dropped or swapped. */
public final class NearestNames {
  private static final int MOST = 3;

  private NearestNames() {}

  /** Names of {@code scope} near {@code name}, each with its role. */
  static List<String> in(Scope scope, String name) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Level level : List.of(Level.OWN, Level.NAMESPACE, Level.RUN)) {
      scope.at(level).values().forEach(s -> words.putIfAbsent(s.name(), s.role().words()));
    }
    scope.at(Level.SOURCE).values()
        .forEach(s -> words.putIfAbsent(s.name() + "_pre", "presynaptic " + s.role().words()));
    scope.at(Level.TARGET).values()
        .forEach(s -> words.putIfAbsent(s.name() + "_post", "postsynaptic " + s.role().words()));
    SpecialNames.all(scope.owner()).values().forEach(s -> words.putIfAbsent(s.name(), s.role().words()));
    Units.usual().forEach(unit -> words.putIfAbsent(unit, "unit"));
    Builtin.known().forEach(function -> words.putIfAbsent(function, "function"));
    return of(name, words.keySet()).stream().map(near -> near + " (" + words.get(near) + ")").toList();
  }

  /** Those of {@code known} that are near {@code name}, best first. */
  public static List<String> of(String name, Collection<String> known) {
    int most = name.length() <= 3 ? 1 : name.length() <= 8 ? 2 : 3;
    record Near(String name, int distance) {}
    List<Near> near = new ArrayList<>();
    for (String candidate : known) {
      if (Math.abs(candidate.length() - name.length()) > most || candidate.length() <= 1) continue;
      int distance = distance(simple(name), simple(candidate));
      if (distance <= most
          && distance < Math.max(name.length(), candidate.length()) - 1) near.add(new Near(candidate, distance));
    }
    near.sort(Comparator.comparingInt(Near::distance));
    int best = near.isEmpty() ? 0 : near.getFirst().distance;
    return near.stream().filter(n -> n.distance <= (best == 0 ? 1 : best)).limit(MOST).map(Near::name).toList();
  }

  /** Case and underscores are the commonest slips, and count for little. */
  private static String simple(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace("_", "");
  }

  /** Optimal string alignment distance. */
  static int distance(String a, String b) {
    if (a.length() > 60 || b.length() > 60) return a.equals(b) ? 0 : 60;
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }
}

package plast.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns: the first left, the others right where they hold numbers. */
final class Table {
  private static final String GAP = "  ";
  private static final String NUMBER = "[-+≤≥~]?[0-9][-+0-9.,e ±%…\\[\\]/]*|";

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(List.of(head));
  }

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  Table row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  void print(Console console) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] width = new int[columns];
    boolean[] numeric = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      width[c] = rows.stream().filter(r -> r.size() > column).mapToInt(r -> length(r.get(column))).max().orElse(0);
      numeric[c] = c > 0 && rows.size() > 1
          && rows.stream().skip(1).filter(r -> r.size() > column).allMatch(r -> r.get(column).matches(NUMBER));
    }
    for (List<String> row : rows) console.say(line(row, width, numeric));
  }

  private static String line(List<String> row, int[] width, boolean[] numeric) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      String padding = " ".repeat(width[c] - length(row.get(c)));
      line.append(c == 0 ? "" : GAP);
      line.append(numeric[c] ? padding + row.get(c) : row.get(c) + padding);
    }
    return line.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

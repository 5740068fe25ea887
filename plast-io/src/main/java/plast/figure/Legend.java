package plast.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Legend entries set in lines that fit a width. */
record Legend(List<Entry> entries, double height) {
  private static final double SIGN = 16;
  private static final double SIGN_GAP = 4;
  private static final double ENTRY_GAP = 12;
  private static final double LINE = 12.5;

  /** One line of a label with the place of its left edge and its baseline's middle; the first has the key's sign. */
  record Entry(@Nullable Key key, double x, double y, String text) { }

  static Legend of(List<Key> keys, double width) {
    List<Entry> entries = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (Key key : keys) {
      List<String> lines = TextMeasure.wrap(key.label(), Theme.LEGEND_TEXT, width - SIGN - SIGN_GAP);
      double length = SIGN + SIGN_GAP
          + lines.stream().mapToDouble(line -> TextMeasure.width(line, Theme.LEGEND_TEXT)).max().orElse(0);
      if (x > 0 && x + length > width) {
        x = 0;
        y += LINE;
      }
      for (int i = 0; i < lines.size(); i++) {
        y += i > 0 ? LINE : 0;
        entries.add(new Entry(i == 0 ? key : null, x, y + LINE / 2, lines.get(i)));
      }
      x += length + ENTRY_GAP;
    }
    return new Legend(entries, keys.isEmpty() ? 0 : y + LINE + 3);
  }

  String svg() {
    StringBuilder out = new StringBuilder();
    for (Entry entry : entries) {
      if (entry.key != null) {
        out.append(sign(entry.key, entry.x, entry.y));
      }
      out.append(Marks.text(entry.text, entry.x + SIGN + SIGN_GAP, entry.y + Theme.LEGEND_TEXT * 0.35,
          "font-size=\"" + Theme.LEGEND_TEXT + "\" fill=\"" + Theme.INK + "\""));
    }
    return out.toString();
  }

  private static String sign(Key key, double x, double y) {
    double middle = x + SIGN / 2;
    return switch (key.sign()) {
      case LINE -> Marks.line(x, y, x + SIGN, y, stroke(key, 1.8, ""));
      case DASHED -> Marks.line(x, y, x + SIGN, y, stroke(key, 1.4, "4 2"));
      case DOTTED -> Marks.line(x, y, x + SIGN, y, stroke(key, 1.6, "1.5 2"));
      case DOT -> Marks.circle(middle, y, 2.4, "fill=\"" + key.colour() + "\"");
      case OPEN_DOT -> Marks.circle(middle, y, 2.2, "fill=\"#FFFFFF\" " + stroke(key, 1, ""));
      case MEAN -> Marks.line(middle, y - 5, middle, y + 5, stroke(key, 1.2, ""))
          + Marks.diamond(middle, y, 3.2, key.colour());
      case BOX -> Marks.box(x + 3, y - 4, 10, 8, "fill=\"" + key.colour() + "\" fill-opacity=\"0.75\"");
      case STAR -> Marks.text("★", middle, y + 3.2, "text-anchor=\"middle\" font-size=\"9\" fill=\"" + key.colour()
          + "\"");
    };
  }

  private static String stroke(Key key, double width, String dashes) {
    String dashed = dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
    return "stroke=\"" + key.colour() + "\" stroke-width=\"" + width + "\"" + dashed;
  }
}

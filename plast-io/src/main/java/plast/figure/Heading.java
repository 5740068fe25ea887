package plast.figure;

import java.util.List;

/** What stands above a panel: its letter, title, note and, unless the figure has one for all, its legend. */
record Heading(String letter, List<String> title, List<String> note, Legend legend) {
  private static final double TITLE_LINE = 12.5;
  private static final double NOTE_LINE = 11.5;
  private static final double LETTER_ROOM = 14;

  static Heading of(String letter, Panel panel, List<Key> keys, double width) {
    double room = width - (letter.isEmpty() ? 0 : LETTER_ROOM);
    return new Heading(letter, TextMeasure.wrap(panel.title(), Theme.TITLE_TEXT, room),
        TextMeasure.wrap(panel.note(), Theme.LEGEND_TEXT, room), Legend.of(keys, width));
  }

  double height() {
    double lines = Math.max(letter.isEmpty() ? 0 : 1, title.size()) * TITLE_LINE;
    double text = lines + note.size() * NOTE_LINE;
    return (text > 0 ? text + 3 : 0) + legend.height();
  }

  String svg() {
    StringBuilder out = new StringBuilder();
    double x = letter.isEmpty() ? 0 : LETTER_ROOM;
    if (!letter.isEmpty()) {
      out.append(Marks.text(letter, 0, 10.5, "font-weight=\"bold\" font-size=\"" + Theme.LETTER_TEXT + "\" fill=\""
          + Theme.INK + "\""));
    }
    double y = 10;
    for (String line : title) {
      out.append(Marks.text(line, x, y, "font-size=\"" + Theme.TITLE_TEXT + "\" fill=\"" + Theme.INK + "\""));
      y += TITLE_LINE;
    }
    y = title.isEmpty() && !letter.isEmpty() ? y + TITLE_LINE : y;
    for (String line : note) {
      out.append(Marks.text(line, x, y - 0.5, "font-size=\"" + Theme.LEGEND_TEXT + "\" fill=\"" + Theme.SOFT_INK
          + "\""));
      y += NOTE_LINE;
    }
    out.append(Marks.group(0, height() - legend.height(), legend.svg()));
    return out.toString();
  }
}

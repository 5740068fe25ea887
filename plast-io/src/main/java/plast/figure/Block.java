package plast.figure;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One piece of a report's section. */
public sealed interface Block {

  /** A paragraph of plain text. */
  record Paragraph(String text) implements Block {
    public Paragraph {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Preformatted text: settings, a command line, a file. */
  record Settings(String title, String text) implements Block {
    public Settings {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(text, "text");
    }

    /** One {@code key: value} line per entry, in the map's order. */
    public static Settings of(String title, Map<String, ?> entries) {
      StringBuilder text = new StringBuilder();
      int width = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
      entries.forEach((key, value) -> text.append(key).append(": ").repeat(' ', width - key.length()).append(value)
          .append('\n'));
      return new Settings(title, text.toString());
    }
  }

  /**
   * A table.
   *
   * @param rows each with one cell per column of the header
   */
  record Table(String caption, List<String> header, List<List<Cell>> rows) implements Block {
    public Table {
      Objects.requireNonNull(caption, "caption");
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).size() != header.size()) {
          throw new IllegalArgumentException("row " + i + " of table '" + caption + "' has " + rows.get(i).size()
              + " cells, its header has " + header.size());
        }
      }
    }

    public static Table of(String caption, String... header) {
      return new Table(caption, List.of(header), List.of());
    }

    public Table row(Cell... cells) {
      return new Table(caption, header, Panel.append(rows, List.of(cells)));
    }

    /** A row of plain cells. */
    public Table row(String... cells) {
      return new Table(caption, header, Panel.append(rows, List.of(cells).stream().map(Cell::of).toList()));
    }
  }

  /** A table's cell; its tone adds a colour and a sign to the text, never replaces it. */
  record Cell(String text, Tone tone) {
    public Cell {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(tone, "tone");
    }

    public static Cell of(String text) {
      return new Cell(text, Tone.PLAIN);
    }

    /** The cell of a verdict: reproduced, not reproduced, opposite, inconclusive; other words stay plain. */
    public static Cell verdict(String verdict) {
      return new Cell(verdict, switch (verdict) {
        case "reproduced" -> Tone.YES;
        case "not reproduced" -> Tone.NO;
        case "opposite" -> Tone.OPPOSITE;
        case "inconclusive" -> Tone.OPEN;
        default -> Tone.PLAIN;
      });
    }
  }

  /** How a cell is marked. */
  enum Tone {
    PLAIN(""), YES("✓"), NO("✗"), OPPOSITE("⇄"), OPEN("?");

    final String sign;

    Tone(String sign) {
      this.sign = sign;
    }
  }

  /**
   * A written figure with its caption and links to its files.
   *
   * @param folder where the files lie, relative to the report and with {@code /}; empty when beside it
   */
  record FigureBlock(Written written, String folder) implements Block {
    public FigureBlock {
      Objects.requireNonNull(written, "written");
      folder = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }
  }
}

package plast.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import plast.figure.Block.Cell;
import plast.figure.Block.FigureBlock;
import plast.figure.Block.Paragraph;
import plast.figure.Block.Settings;
import plast.figure.Block.Table;
import plast.figure.Block.Tone;

/** Sets a {@link Report} as HTML; every text is escaped. */
final class ReportHtml {
  /** A list of contents pays from this many sections on. */
  private static final int SECTIONS_FOR_CONTENTS = 3;
  private static final String INTERVAL = "\\[[^\\]]*\\]";
  private static final String NUMBER = INTERVAL
      + "|[<>≥≤≈]?\\s*[−+-]?[0-9][0-9.,\\s]*(%|·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|[eE][-−+]?[0-9]+)?"
      + "(\\s*(±\\s*[0-9.]+|" + INTERVAL + "))?";

  private final StringBuilder out = new StringBuilder();
  private int figures;
  private int tables;

  private ReportHtml() { }

  static String of(Report report) {
    ReportHtml html = new ReportHtml();
    html.head(report.title());
    html.out.append("<h1>").append(Xml.text(report.title())).append("</h1>\n");
    if (!report.lead().isEmpty()) {
      html.out.append("<p class=\"lead\">").append(Xml.text(report.lead())).append("</p>\n");
    }
    html.contents(report.sections());
    for (int i = 0; i < report.sections().size(); i++) {
      html.section(report.sections().get(i), i + 1);
    }
    html.out.append("</main>\n</body>\n</html>\n");
    return html.out.toString();
  }

  /** The policy makes browsers enforce what the report promises: nothing is fetched, nothing runs. */
  private void head(String title) {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'; img-src data:\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(Xml.text(title)).append("</title>\n<style>\n").append(styles())
        .append("</style>\n</head>\n<body>\n<main>\n");
  }

  private static String styles() {
    try (InputStream styles = ReportHtml.class.getResourceAsStream("report.css")) {
      return new String(styles.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void contents(List<Report.Section> sections) {
    if (sections.size() < SECTIONS_FOR_CONTENTS) {
      return;
    }
    out.append("<nav aria-label=\"Contents\">\n<ol>\n");
    for (int i = 0; i < sections.size(); i++) {
      out.append("<li><a href=\"#section-").append(i + 1).append("\">").append(Xml.text(sections.get(i).title()))
          .append("</a></li>\n");
    }
    out.append("</ol>\n</nav>\n");
  }

  private void section(Report.Section section, int number) {
    out.append("<section id=\"section-").append(number).append("\">\n<h2>").append(Xml.text(section.title()))
        .append("</h2>\n");
    section.blocks().forEach(this::block);
    out.append("</section>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Paragraph paragraph -> out.append("<p>").append(Xml.text(paragraph.text())).append("</p>\n");
      case Settings settings -> out.append("<details open>\n<summary>").append(Xml.text(settings.title()))
          .append("</summary>\n<pre>").append(Xml.text(settings.text())).append("</pre>\n</details>\n");
      case Table table -> table(table);
      case FigureBlock figure -> figure(figure);
    }
  }

  private void table(Table table) {
    tables++;
    out.append("<div class=\"scroll\">\n<table id=\"table-").append(tables).append("\">\n");
    if (!table.caption().isEmpty()) {
      out.append("<caption>Table ").append(tables).append(". ").append(Xml.text(table.caption()))
          .append("</caption>\n");
    }
    out.append("<thead>\n<tr>");
    for (int column = 0; column < table.header().size(); column++) {
      out.append("<th scope=\"col\"").append(numeric(table, column) ? " class=\"number\"" : "").append('>')
          .append(Xml.text(table.header().get(column))).append("</th>");
    }
    out.append("</tr>\n</thead>\n<tbody>\n");
    for (List<Cell> row : table.rows()) {
      out.append("<tr>");
      for (int column = 0; column < row.size(); column++) {
        cell(row.get(column), numeric(table, column));
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n</div>\n");
  }

  private static boolean numeric(Table table, int column) {
    return !table.rows().isEmpty() && table.rows().stream().map(row -> row.get(column).text())
        .allMatch(text -> text.isEmpty() || text.equals("–") || text.matches(NUMBER));
  }

  private void cell(Cell cell, boolean number) {
    boolean plain = cell.tone() == Tone.PLAIN;
    String style = plain ? number ? "number" : "" : cell.tone().name().toLowerCase(Locale.ROOT);
    out.append(style.isEmpty() ? "<td>" : "<td class=\"" + style + "\">");
    if (!plain) {
      out.append("<span aria-hidden=\"true\">").append(cell.tone().sign).append("</span> ");
    }
    out.append(Xml.text(cell.text())).append("</td>");
  }

  private void figure(FigureBlock block) {
    figures++;
    Written written = block.written();
    String name = Xml.attribute(block.folder() + written.figure().name());
    out.append("<figure id=\"figure-").append(figures).append("\">\n<div class=\"plate\">\n").append(written.svg())
        .append("</div>\n<figcaption><strong>Figure ").append(figures).append(".</strong> ")
        .append(Xml.text(written.figure().caption())).append("\n<div class=\"files\"><a href=\"").append(name)
        .append(".csv\">data (CSV)</a> · <a href=\"").append(name).append(".svg\">SVG</a> · ");
    if (written.hasPng()) {
      out.append("<a href=\"").append(name).append(".png\">PNG</a>");
    } else {
      out.append(Xml.text(written.pngProblem()));
    }
    out.append("</div></figcaption>\n</figure>\n");
  }
}

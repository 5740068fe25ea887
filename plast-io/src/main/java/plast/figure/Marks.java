package plast.figure;

import static plast.figure.SvgTidy.number;

/** SVG elements as text; {@code style} holds further attributes. */
final class Marks {

  private Marks() { }

  static String text(String content, double x, double y, String style) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + style + ">" + Xml.text(content) + "</text>\n";
  }

  static String line(double x, double y, double toX, double toY, String style) {
    return "<line x1=\"" + number(x) + "\" y1=\"" + number(y) + "\" x2=\"" + number(toX) + "\" y2=\"" + number(toY)
        + "\" " + style + "/>\n";
  }

  static String circle(double x, double y, double radius, String style) {
    return "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\" " + style + "/>\n";
  }

  static String box(double x, double y, double width, double height, String style) {
    return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
        + number(height) + "\" " + style + "/>\n";
  }

  static String diamond(double x, double y, double reach, String colour) {
    return "<path d=\"M" + number(x - reach) + " " + number(y) + " L" + number(x) + " " + number(y - reach) + " L"
        + number(x + reach) + " " + number(y) + " L" + number(x) + " " + number(y + reach) + " Z\" fill=\"" + colour
        + "\"/>\n";
  }

  static String group(double x, double y, String content) {
    return "<g transform=\"translate(" + number(x) + " " + number(y) + ")\">\n" + content + "</g>\n";
  }
}

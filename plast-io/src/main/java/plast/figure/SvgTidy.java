package plast.figure;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Takes the layers out of a plot's SVG so that many plots can stand in one page: style sheets, tooltips and invisible
 * outlines go, and so do clip paths with their random ids, because what drawers hand over ends at the axes. Numbers
 * keep two decimals. No ids are left, and equal figures give equal bytes.
 */
final class SvgTidy {
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:[eE]-?\\d+)?");
  private static final Set<String> NEEDLESS = Set.of("id", "class", "clip-path", "clip-bounds-jfx");

  private final StringBuilder out = new StringBuilder();

  private SvgTidy() { }

  /** The layers inside {@code svg}, their origin the upper left corner of the plot's area. */
  static String layers(String svg) {
    SvgTidy tidy = new SvgTidy();
    NodeList groups = parse(svg).getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      if (groups.item(i) instanceof Element group && group.hasAttribute("clip-path")) {
        tidy.writeChildren(group);
      }
    }
    return tidy.out.toString();
  }

  private static Document parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException("lets-plot wrote SVG that is not well-formed: " + e.getMessage(), e);
    }
  }

  private void writeChildren(Element element) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      switch (child) {
        case Element inner -> write(inner);
        case Text text when !text.getData().isBlank() -> out.append(Xml.text(text.getData().strip()));
        default -> { }
      }
    }
  }

  private void write(Element element) {
    String name = element.getTagName();
    if (name.equals("defs") || invisible(element)) {
      return;
    }
    out.append('<').append(name);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      writeAttribute((Attr) element.getAttributes().item(i));
    }
    int start = out.append('>').length();
    writeChildren(element);
    if (out.length() == start) {
      out.setLength(start - 1);
      out.append("/>\n");
    } else {
      out.append("</").append(name).append(">\n");
    }
  }

  private static boolean invisible(Element element) {
    String name = element.getTagName();
    boolean noStroke = element.getAttribute("stroke-width").matches("0(\\.0)?");
    return noStroke && (name.equals("line") || element.getAttribute("fill").equals("none"));
  }

  private void writeAttribute(Attr attribute) {
    String name = attribute.getName();
    String value = attribute.getValue();
    if (NEEDLESS.contains(name) || name.endsWith("-opacity") && value.equals("1.0") || value.isBlank()) {
      return;
    }
    String kept = name.endsWith("href") ? value
        : LONG_NUMBER.matcher(value).replaceAll(match -> number(Double.parseDouble(match.group())));
    out.append(' ').append(name).append("=\"").append(Xml.attribute(kept.strip())).append('"');
  }

  /** {@code value} with at most two decimals. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    return text.equals("-0") ? "0" : text;
  }
}

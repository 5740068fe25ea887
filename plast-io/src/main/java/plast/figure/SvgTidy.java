package plast.figure;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Rewrites the SVG of one plot so that many can stand in one page: style sheet replaced by attributes, random ids by
 * counted ones with a prefix (equal figures give equal bytes), tooltip layer and needless digits removed.
 */
final class SvgTidy {
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:[eE]-?\\d+)?");
  private static final Pattern ID_REFERENCE = Pattern.compile("#([A-Za-z][\\w-]*)");

  private final String prefix;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> ids = new HashMap<>();

  private SvgTidy(String prefix) {
    this.prefix = prefix;
  }

  /** The drawing inside {@code svg} as one group; its ids start with {@code prefix}. */
  static String group(String svg, String prefix) {
    Element root = parse(svg).getDocumentElement();
    SvgTidy tidy = new SvgTidy(prefix);
    tidy.write(firstGroup(root));
    return tidy.out.toString();
  }

  private static Document parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException("lets-plot wrote SVG that is not well-formed: " + e.getMessage(), e);
    }
  }

  /** The first group holds the plot; the second, its tooltips, is for browsers. */
  private static Element firstGroup(Element root) {
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && element.getTagName().equals("g")) {
        return element;
      }
    }
    throw new IllegalStateException("lets-plot wrote an SVG without a drawing");
  }

  private void write(Node node) {
    switch (node) {
      case Element element -> writeElement(element);
      case Text text when !text.getData().isBlank() -> out.append(Xml.text(text.getData().strip()));
      default -> { }
    }
  }

  private void writeElement(Element element) {
    String name = element.getTagName();
    if (name.equals("g") && !hasElement(element)) {
      return;
    }
    out.append('<').append(name);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      writeAttribute((Attr) element.getAttributes().item(i));
    }
    if (!element.hasChildNodes()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      write(child);
    }
    out.append("</").append(name).append('>');
    if (name.equals("path") || name.equals("text")) {
      out.append('\n');
    }
  }

  private static boolean hasElement(Element element) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element) {
        return true;
      }
    }
    return false;
  }

  private void writeAttribute(Attr attribute) {
    String name = attribute.getName();
    String value = attribute.getValue();
    if (name.equals("class")) {
      double size = value.startsWith("axis-title") ? Theme.AXIS_TEXT : Theme.TICK_TEXT;
      append("font-size", number(size));
      append("fill", Theme.INK);
    } else if (name.equals("id")) {
      append("id", id(value));
    } else if (name.endsWith("href") && !value.startsWith("#") || name.equals("font-family")) {
      append(name, value);
    } else if (!(name.endsWith("-opacity") && value.equals("1.0"))) {
      append(name, ID_REFERENCE.matcher(shortened(value)).replaceAll(this::reference));
    }
  }

  private void append(String name, String value) {
    out.append(' ').append(name).append("=\"").append(Xml.attribute(value.strip())).append('"');
  }

  private String id(String original) {
    return ids.computeIfAbsent(original, _ -> prefix + "-" + (ids.size() + 1));
  }

  /** Colours also start with a hash: only names seen or referred to by url are ids. */
  private String reference(MatchResult match) {
    return match.group(1).matches("[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}") ? match.group()
        : Matcher.quoteReplacement("#" + id(match.group(1)));
  }

  private static String shortened(String value) {
    return LONG_NUMBER.matcher(value).replaceAll(match -> number(Double.parseDouble(match.group())));
  }

  /** {@code value} with at most two decimals. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    return text.equals("-0") ? "0" : text;
  }
}

package plast.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Where the texts of an SVG lie, with every transform applied; widths are those of a typical sans-serif font. */
record TextBoxes(List<Box> boxes) {
  private static final Pattern STEP =
      Pattern.compile("(translate|rotate)\\(\\s*(-?[\\d.]+)(?:[ ,]+(-?[\\d.]+))?\\s*\\)");
  /** The layout's estimate is on the wide side; Helvetica and Arial need less. */
  private static final double TYPICAL = 0.88;

  record Box(String text, Area area) { }

  static TextBoxes of(Element svg) {
    TextBoxes found = new TextBoxes(new ArrayList<>());
    found.collect(svg, new AffineTransform());
    return found;
  }

  private void collect(Element element, AffineTransform outer) {
    AffineTransform transform = new AffineTransform(outer);
    Matcher steps = STEP.matcher(element.getAttribute("transform"));
    while (steps.find()) {
      double first = Double.parseDouble(steps.group(2));
      if (steps.group(1).equals("rotate")) {
        transform.rotate(Math.toRadians(first));
      } else {
        transform.translate(first, steps.group(3) == null ? 0 : Double.parseDouble(steps.group(3)));
      }
    }
    if (element.getTagName().equals("text") && !element.hasAttribute("aria-hidden")) {
      boxes.add(box(element, transform));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        collect(inner, transform);
      }
    }
  }

  private static Box box(Element text, AffineTransform transform) {
    double size = Double.parseDouble(text.getAttribute("font-size"));
    double width = TYPICAL * TextMeasure.width(text.getTextContent(), size);
    double x = Double.parseDouble(text.getAttribute("x"));
    double shift = switch (text.getAttribute("text-anchor")) {
      case "middle" -> width / 2;
      case "end" -> width;
      default -> 0;
    };
    double y = Double.parseDouble(text.getAttribute("y"));
    Area area = new Area(new Rectangle2D.Double(x - shift, y - 0.7 * size, width, 0.75 * size));
    return new Box(text.getTextContent(), area.createTransformedArea(transform));
  }
}

package plast.figure;

/** Escapes text for XML and HTML. */
final class Xml {

  private Xml() { }

  /** Text between tags; characters that XML forbids become a replacement mark. */
  static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }

  /** Text inside a double-quoted attribute. */
  static String attribute(String raw) {
    return text(raw).replace("\"", "&quot;").replace("'", "&#39;");
  }
}

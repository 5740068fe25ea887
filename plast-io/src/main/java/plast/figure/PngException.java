package plast.figure;

/** A PNG could not be drawn on this machine. */
final class PngException extends Exception {

  PngException(Throwable cause) {
    super("no PNG: this machine cannot draw text without a screen (" + firstLine(root(cause)) + "). Install fontconfig "
        + "and a sans-serif font such as DejaVu Sans; SVG and CSV are complete without it", cause);
  }

  private static Throwable root(Throwable cause) {
    return cause.getCause() == null ? cause : root(cause.getCause());
  }

  private static String firstLine(Throwable cause) {
    String message = cause.toString().lines().findFirst().orElse("");
    return message.length() > 200 ? message.substring(0, 200) + "…" : message;
  }
}

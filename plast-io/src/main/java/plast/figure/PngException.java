package plast.figure;

/** A PNG could not be drawn on this machine. */
final class PngException extends Exception {

  PngException(Throwable cause) {
    super("no PNG: this machine cannot draw text without a screen (" + cause.getClass().getSimpleName() + ": "
        + firstLine(cause) + "). Install fontconfig and a sans-serif font such as DejaVu Sans; SVG and CSV are "
        + "complete without it", cause);
  }

  private static String firstLine(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return message.length() > 200 ? message.substring(0, 200) + "…" : message;
  }
}

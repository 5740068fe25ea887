package plast.figure;

/** A PNG could not be drawn on this machine. */
final class PngException extends Exception {

  PngException(Throwable cause) {
    super("no PNG: this machine cannot draw text without a screen (" + cause.getClass().getSimpleName() + ": "
        + cause.getMessage() + "). Install fontconfig and a sans-serif font such as DejaVu Sans; SVG and CSV are "
        + "complete without it", cause);
  }
}

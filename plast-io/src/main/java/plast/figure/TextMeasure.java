package plast.figure;

import java.util.ArrayList;
import java.util.List;

/** Estimated lengths of text, on the wide side, so that layouts hold for every sans-serif font in the list. */
final class TextMeasure {

  private TextMeasure() { }

  /** Width in pixels of {@code text} at {@code size} pixels. */
  static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(TextMeasure::em).sum();
  }

  private static double em(int c) {
    if ("iljI.,:;'|!()[] ".indexOf(c) >= 0) {
      return 0.36;
    }
    if ("mwMW@%—→".indexOf(c) >= 0) {
      return 0.95;
    }
    return Character.isUpperCase(c) ? 0.71 : 0.61;
  }

  /** Lines of at most {@code width} pixels, broken at spaces and after hyphens; a longer word stays whole. */
  static List<String> wrap(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("(?<= )|(?<=-)|(?<=/)")) {
      if (!line.isEmpty() && width((line + word).strip(), size) > width) {
        lines.add(line.strip());
        line = "";
      }
      line += word;
    }
    if (!line.isBlank()) {
      lines.add(line.strip());
    }
    return lines;
  }
}

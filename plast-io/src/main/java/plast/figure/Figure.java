package plast.figure;

import java.util.List;
import java.util.Objects;

/**
 * A figure: panels A, B, C, ... in a layout, with the caption a reader needs to follow them without the code.
 *
 * @param name stem of the files' names: lower-case letters, digits and hyphens
 * @param palette the colours of labels; give every figure of a report the same one
 */
public record Figure(String name, String caption, Layout layout, List<Panel> panels, Palette palette) {

  public Figure {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(palette, "palette");
    panels = List.copyOf(panels);
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException("figure name '" + name
          + "' must be lower-case letters, digits and hyphens, such as 'trials-to-criterion'");
    }
    if (panels.isEmpty() || panels.size() != layout.panels()) {
      throw new IllegalArgumentException("figure '" + name + "' has " + panels.size() + " panels, its layout has "
          + layout.panels() + " places");
    }
  }

  public static Figure of(String name, String caption, Layout layout, Panel... panels) {
    return new Figure(name, caption, layout, List.of(panels), Palette.empty());
  }

  public Figure with(Palette newPalette) {
    return new Figure(name, caption, layout, panels, newPalette);
  }

  /** The letter of panel {@code index}: A, B, ... Z, AA, ... */
  static String letter(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : letter(index / 26 - 1) + last;
  }
}

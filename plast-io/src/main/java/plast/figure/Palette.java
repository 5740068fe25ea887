package plast.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Colours of labels, after Okabe and Ito: told apart with every common kind of colour blindness.
 *
 * <p>Labels get colours in the order in which they are listed; a label that is not listed gets the next one when a
 * figure first shows it. Past seven labels colours repeat, with another stroke. Yellow, too pale for lines on white
 * paper, is left out; grey takes its place, and black is kept for means and references.
 */
public record Palette(List<String> labels) {
  private static final List<String> COLOURS = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00",
      "#56B4E9", "#7F7F7F");

  public Palette {
    labels = List.copyOf(labels);
  }

  public static Palette empty() {
    return new Palette(List.of());
  }

  public static Palette of(String... labels) {
    return new Palette(List.of(labels));
  }

  /** This palette with the labels it lacks. */
  Palette including(List<String> more) {
    List<String> all = new ArrayList<>(labels);
    for (String label : more) {
      if (!all.contains(label)) {
        all.add(label);
      }
    }
    return new Palette(all);
  }

  /** The colour of {@code label} as {@code #RRGGBB}; black where the palette does not know it. */
  String colour(String label) {
    int place = labels.indexOf(label);
    return place < 0 ? "#000000" : COLOURS.get(place % COLOURS.size());
  }

  /** How often the colours had been used up before {@code label}: 0 for the first seven. */
  int round(String label) {
    return Math.max(0, labels.indexOf(label)) / COLOURS.size();
  }
}

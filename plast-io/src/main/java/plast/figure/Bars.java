package plast.figure;

import java.util.List;
import java.util.Objects;

/** Horizontal bars with intervals, first on top, and vertical reference lines. */
public record Bars(String title, String note, Axis value, List<Bar> bars, List<Reference> references)
    implements Panel {

  /**
   * One bar.
   *
   * @param group what its colour means, named in the legend
   * @param low lower end of the interval, NaN for none
   * @param high upper end of the interval, NaN for none
   */
  public record Bar(String label, String group, double value, double low, double high) {
    public Bar {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(group, "group");
    }
  }

  public Bars {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(value, "value");
    bars = List.copyOf(bars);
    references = List.copyOf(references);
  }

  public static Bars of(String title, Axis value) {
    return new Bars(title, "", value, List.of(), List.of());
  }

  public Bars with(Bar bar) {
    return new Bars(title, note, value, Panel.append(bars, bar), references);
  }

  public Bars with(Reference reference) {
    return new Bars(title, note, value, bars, Panel.append(references, reference));
  }

  public Bars note(String newNote) {
    return new Bars(title, newNote, value, bars, references);
  }
}

package plast.figure;

import java.util.List;
import java.util.Objects;

/** Lines with confidence bands and reference lines: learning curves, spectra, time courses. */
public record Curves(String title, String note, Axis x, Axis y, List<Curve> curves, List<Reference> references)
    implements Panel {

  public Curves {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    curves = List.copyOf(curves);
    references = List.copyOf(references);
  }

  public static Curves of(String title, Axis x, Axis y) {
    return new Curves(title, "", x, y, List.of(), List.of());
  }

  public Curves with(Curve curve) {
    return new Curves(title, note, x, y, Panel.append(curves, curve), references);
  }

  public Curves with(Reference reference) {
    return new Curves(title, note, x, y, curves, Panel.append(references, reference));
  }

  public Curves note(String newNote) {
    return new Curves(title, newNote, x, y, curves, references);
  }
}

package plast.figure;

import java.util.List;
import java.util.Objects;

/** Points in the complex plane with the unit circle; both axes have the same scale. */
public record ComplexPlane(String title, String note, List<Cloud> clouds) implements Panel {

  /**
   * Points of one colour.
   *
   * @param real real parts, n
   * @param imaginary imaginary parts, n
   */
  public record Cloud(String label, double[] real, double[] imaginary) {
    public Cloud {
      Objects.requireNonNull(label, "label");
      real = real.clone();
      imaginary = imaginary.clone();
      if (real.length != imaginary.length) {
        throw new IllegalArgumentException("cloud '" + label + "' has " + real.length + " real and "
            + imaginary.length + " imaginary parts");
      }
    }
  }

  public ComplexPlane {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(note, "note");
    clouds = List.copyOf(clouds);
  }

  public static ComplexPlane of(String title) {
    return new ComplexPlane(title, "", List.of());
  }

  public ComplexPlane with(Cloud cloud) {
    return new ComplexPlane(title, note, Panel.append(clouds, cloud));
  }

  public ComplexPlane note(String newNote) {
    return new ComplexPlane(title, newNote, clouds);
  }
}

package plast.figure;

import java.util.List;
import java.util.Objects;

/** Histograms as densities, overlaid, with fitted density curves and vertical reference lines. */
public record Distributions(String title, String note, Axis x, List<Histogram> histograms, List<Curve> fits,
    List<Reference> references) implements Panel {

  /**
   * A histogram whose area is 1.
   *
   * @param edges bin edges, ascending, n + 1
   * @param density values, n, per unit of x
   */
  public record Histogram(String label, double[] edges, double[] density) {
    public Histogram {
      Objects.requireNonNull(label, "label");
      edges = edges.clone();
      density = density.clone();
      if (edges.length != density.length + 1) {
        throw new IllegalArgumentException("histogram '" + label + "' has " + density.length + " bins and "
            + edges.length + " edges, must have one edge more than bins");
      }
    }

    /** Counts {@code values} in {@code bins} equal bins between {@code low} and {@code high}; others are left out. */
    public static Histogram count(String label, double[] values, Bins bins) {
      double width = (bins.high() - bins.low()) / bins.count();
      double[] edges = new double[bins.count() + 1];
      for (int i = 0; i < edges.length; i++) {
        edges[i] = bins.low() + i * width;
      }
      double[] density = new double[bins.count()];
      int inside = 0;
      for (double value : values) {
        int bin = (int) Math.floor((value - bins.low()) / width);
        bin = value == bins.high() ? bins.count() - 1 : bin;
        if (bin >= 0 && bin < density.length && Double.isFinite(value)) {
          density[bin]++;
          inside++;
        }
      }
      for (int i = 0; i < density.length; i++) {
        density[i] = inside == 0 ? 0 : density[i] / (inside * width);
      }
      return new Histogram(label, edges, density);
    }
  }

  /** Equal bins between two ends. */
  public record Bins(double low, double high, int count) {
    public Bins {
      if (!(high > low) || count < 1) {
        throw new IllegalArgumentException("bins need high > low and at least one bin, got low " + low + ", high "
            + high + ", count " + count);
      }
    }
  }

  public Distributions {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(x, "x");
    histograms = List.copyOf(histograms);
    fits = List.copyOf(fits);
    references = List.copyOf(references);
  }

  public static Distributions of(String title, Axis x) {
    return new Distributions(title, "", x, List.of(), List.of(), List.of());
  }

  public Distributions with(Histogram histogram) {
    return new Distributions(title, note, x, Panel.append(histograms, histogram), fits, references);
  }

  public Distributions with(Curve fit) {
    return new Distributions(title, note, x, histograms, Panel.append(fits, fit), references);
  }

  public Distributions with(Reference reference) {
    return new Distributions(title, note, x, histograms, fits, Panel.append(references, reference));
  }

  public Distributions note(String newNote) {
    return new Distributions(title, newNote, x, histograms, fits, references);
  }
}

package plast.analyse;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** One value of a {@link Structure}, with the names that tables and figures give it. */
public enum Metric {
  ANTISYMMETRY_RATIO("antisymmetry_ratio", "antisymmetry ratio", "‖A‖/‖S‖", Support.HIGHER,
      Structure::antisymmetryRatio),
  ANTISYMMETRY_INDEX("antisymmetry_index", "antisymmetry index", "a", Support.HIGHER, Structure::antisymmetryIndex),
  PARTICIPATION_RATIO("participation_ratio", "participation ratio", "PR", Support.LOWER,
      Structure::participationRatio),
  EFFECTIVE_RANK("effective_rank", "effective rank", "er", Support.LOWER, Structure::effectiveRank),
  DEPARTURE_FROM_NORMALITY("departure_from_normality", "departure from normality", "dn", Support.HIGHER,
      Structure::departureFromNormality),
  TROPHIC_INCOHERENCE("trophic_incoherence", "trophic incoherence", "F₀", Support.LOWER,
      Structure::trophicIncoherence),
  UPWARD_FRACTION("upward_fraction", "upward fraction", "u", Support.HIGHER, Structure::upwardFraction),
  FROBENIUS_NORM("frobenius_norm", "Frobenius norm", "‖W‖", Support.NEITHER, Structure::frobeniusNorm),
  SPECTRAL_RADIUS("spectral_radius", "spectral radius", "ρ", Support.NEITHER, Structure::spectralRadius);

  /** Which change supports the claim of more antisymmetric, lower-rank, more feedforward recurrence. */
  public enum Support { HIGHER, LOWER, NEITHER }

  private final String key;
  private final String label;
  private final String symbol;
  private final Support support;
  private final ToDoubleFunction<Structure> value;

  Metric(String key, String label, String symbol, Support support, ToDoubleFunction<Structure> value) {
    this.key = key;
    this.label = label;
    this.symbol = symbol;
    this.support = support;
    this.value = value;
  }

  /** The name in files and on the command line. */
  public String key() {
    return key;
  }

  /** The name on axes. */
  public String label() {
    return label;
  }

  public String symbol() {
    return symbol;
  }

  public Support support() {
    return support;
  }

  public double of(Structure structure) {
    return value.applyAsDouble(structure);
  }

  /**
   * The metric with this key.
   *
   * @throws IllegalArgumentException if there is none; the message lists the keys
   */
  public static Metric named(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no metric '" + key + "'; the metrics are "
            + String.join(", ", Arrays.stream(values()).map(Metric::key).toList())));
  }
}

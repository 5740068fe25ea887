package plast.figure;

/** How an axis maps values to positions. */
public enum Scale {
  /** Equal steps are equal lengths. */
  LINEAR,
  /** Equal ratios are equal lengths; values at or below zero cannot be shown and are left out. */
  LOG10;

  double position(double value) {
    return this == LINEAR ? value : Math.log10(value);
  }

  double value(double position) {
    return this == LINEAR ? position : Math.pow(10, position);
  }

  boolean shows(double value) {
    return Double.isFinite(value) && (this == LINEAR || value > 0);
  }
}

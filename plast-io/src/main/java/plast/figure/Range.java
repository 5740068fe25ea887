package plast.figure;

/** The ends of an axis in data units; empty while {@code low > high}. */
record Range(double low, double high) {
  static final Range EMPTY = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** This range stretched over those of {@code values} that {@code scale} can show. */
  Range over(Scale scale, double... values) {
    double newLow = low;
    double newHigh = high;
    for (double value : values) {
      if (scale.shows(value)) {
        newLow = Math.min(newLow, value);
        newHigh = Math.max(newHigh, value);
      }
    }
    return new Range(newLow, newHigh);
  }

  /** The ends for {@code axis}: its own where given, else these with a margin of {@code share} of the length. */
  Range fitted(Axis axis, double share) {
    Scale scale = axis.scale();
    double from = low <= high ? scale.position(low) : scale == Scale.LOG10 ? 0 : -1;
    double to = low <= high ? scale.position(high) : 1;
    double margin = to > from ? (to - from) * share : Math.max(Math.abs(from) * 0.1, 0.1);
    double first = Double.isNaN(axis.min()) ? scale.value(from - margin) : axis.min();
    double last = Double.isNaN(axis.max()) ? scale.value(to + margin) : axis.max();
    // Data wholly beyond a given end would turn the axis round.
    return first < last ? new Range(first, last) : new Range(first, first + Math.max(1, Math.abs(first)));
  }

  double clamp(double value) {
    return Double.isNaN(value) ? value : Math.clamp(value, low, high);
  }

  boolean contains(double value) {
    return value >= low && value <= high;
  }
}

package plast.task.trial;

/**
 * Pairs of vibration frequencies, Hz, scaled to v = (f - least) / (greatest - least) over all pairs.
 *
 * @param faster the scaled faster frequency of each pair
 * @param slower the scaled slower one
 */
public record FrequencyPairs(double[] faster, double[] slower) {

  /** Appends the option that {@link #of} reads, with the five pairs of the original experiment. */
  public static OptionList options(OptionList options) {
    return options.numbers(
        "pairs", "frequencies to compare, Hz, pair after pair", 18, 10, 22, 14, 26, 18, 30, 22, 34, 26);
  }

  public static FrequencyPairs of(Settings settings) {
    double[] values = settings.list("pairs");
    if (values.length % 2 != 0) throw settings.wrong("pairs", "an even number of frequencies");
    double least = values[0], greatest = values[0];
    for (double f : values) {
      least = Math.min(least, f);
      greatest = Math.max(greatest, f);
    }
    FrequencyPairs pairs = new FrequencyPairs(new double[values.length / 2], new double[values.length / 2]);
    for (int k = 0; k < pairs.count(); k++) {
      double a = values[2 * k], b = values[2 * k + 1];
      if (a == b) throw settings.wrong("pairs", "pairs of two different frequencies");
      pairs.faster[k] = (Math.max(a, b) - least) / (greatest - least);
      pairs.slower[k] = (Math.min(a, b) - least) / (greatest - least);
    }
    return pairs;
  }

  public int count() {
    return faster.length;
  }

  /** The scaled faster or slower frequency of a pair, in [0, 1]. */
  public double scaled(int pair, boolean fast) {
    return fast ? faster[pair] : slower[pair];
  }
}

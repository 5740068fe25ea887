package plast.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A random search for the settings of each condition.
 *
 * @param budget configurations tried per condition, the same for all
 * @param seeds  numbers of the networks trained per configuration; none of them is a seed of the experiment
 * @param space  what is searched, by key; empty for the product's own choice
 */
public record TuneSettings(int budget, List<Integer> seeds, Map<String, Range> space) {

  /** Configurations per condition when the file does not say. */
  public static final int STANDARD_BUDGET = 16;

  /** Networks per configuration when the file does not say. */
  public static final int STANDARD_SEEDS = 3;

  /** Where numbering of tuning seeds starts when the file does not say, far from any count of test seeds. */
  public static final int FIRST_SEED = 1_000_001;

  public TuneSettings {
    seeds = List.copyOf(seeds);
    space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
  }

  /** Values of one key. */
  public sealed interface Range {
    /** Uniform in the logarithm, both ends above 0. */
    record Logarithmic(double low, double high) implements Range {}

    /** Uniform. */
    record Linear(double low, double high) implements Range {}

    /** One of these, as text. */
    record Choice(List<String> values) implements Range {
      public Choice {
        values = List.copyOf(values);
      }
    }
  }
}

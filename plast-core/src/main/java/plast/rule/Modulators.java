package plast.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a network that is trained by batches tells its rules about each trial of the latest batch, whoever writes it.
 *
 * <pre>
 * reward   1 if the trial was answered right, else 0; the share that was right where a trial asks for several things
 * loss     the trial's own loss
 * </pre>
 */
public final class Modulators {
  public static final String REWARD = "reward", LOSS = "loss";

  /** All there are. */
  public static final List<String> NAMES = List.of(REWARD, LOSS);

  private final Map<String, double[]> values = new LinkedHashMap<>();
  private int room;

  /** Without trials. */
  public Modulators() {
    NAMES.forEach(name -> values.put(name, new double[0]));
  }

  /** Makes room for a batch. */
  public void fit(int trials) {
    if (trials <= room) return;
    room = trials;
    values.replaceAll((name, old) -> new double[trials]);
  }

  /** The values of {@code name}, one for each trial; shared, and longer than the batch if one before was larger. */
  public double[] of(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}

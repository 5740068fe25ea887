package plast.paper.psrnn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import plast.io.SynapseTable;
import plast.math.RandomStream;
import plast.math.Seed;

/**
 * Synapse sizes to set beside a network's weights: a user's table, or the synthetic mixture
 * {@code ln size ~ ½ N(0, 0.55²) + ½ N(1.25, 0.55²)}, which stands for no measurement.
 *
 * @param sizes all positive
 * @param label for the figure
 * @param words for its caption
 */
public record Synapses(double[] sizes, String label, String words) {
  private static final int SYNTHETIC = 2000;
  private static final double MEAN = 1.25, DEVIATION = 0.55;

  /** The user's table, or the synthetic mixture when there is none. */
  public static Synapses of(Optional<Path> table) throws IOException {
    return table.isPresent() ? measured(SynapseTable.read(table.get())) : synthetic();
  }

  private static Synapses measured(SynapseTable table) {
    String unit = table.column().equals("spine_vol_um3") ? "spine volume in µm³" : "size in the table's unit";
    String absent = table.absent() == 0 ? "" : ", " + table.absent() + " rows without a size left out";
    return new Synapses(table.sizes(), "measured synapses",
        table.sizes().length + " synapses of " + table.source().getFileName() + " (" + unit + absent + ")");
  }

  private static Synapses synthetic() {
    RandomStream random = new Seed(Stage.SEED).stream("synthetic synapses");
    double[] sizes = new double[SYNTHETIC];
    for (int k = 0; k < sizes.length; k++) {
      double mean = random.nextBoolean() ? MEAN : 0;
      sizes[k] = Math.exp(mean + DEVIATION * random.nextGaussian());
    }
    return new Synapses(sizes, "synthetic mixture",
        "a synthetic mixture of two log-normal modes, not data (pass --synapse-table FILE to show a measured table)");
  }
}

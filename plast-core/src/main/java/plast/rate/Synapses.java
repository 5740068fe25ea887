package plast.rate;

import plast.math.Matrix;

/**
 * The synapses of one projection of a network in training.
 *
 * @param name      as in experiment files
 * @param group     where their weights stand in {@link plast.rate.model.RateNetwork#arrays}
 * @param weights   w, row = postsynaptic; shared
 * @param absent    entries of w that are no synapse and stay 0
 * @param initialSd sd of the distribution that w(0) was drawn from
 * @param block     where they stand in {@link plast.rate.model.RateNetwork#recurrent}; {@link Block#NONE} if they are
 *                  not between units
 */
public record Synapses(String name, int group, Matrix weights, int[] absent, double initialSd, Block block) {

  /** The first row and column of a block in a larger matrix. */
  public record Block(int row, int column) {
    public static final Block NONE = new Block(-1, -1);
  }

  /** Whether they lead from units to units. */
  public boolean recurrent() {
    return !block.equals(Block.NONE);
  }

  /** Root mean square of the weights. */
  public static double rootMeanSquare(double[] weights) {
    double sum = 0;
    for (double w : weights) sum += w * w;
    return Math.sqrt(sum / Math.max(1, weights.length));
  }
}

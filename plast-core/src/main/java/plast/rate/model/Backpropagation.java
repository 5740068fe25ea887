package plast.rate.model;

import java.util.Set;

/**
 * Backpropagation through time over the parts of a network, in stretches of a few steps: what the gradient's products
 * of a stretch read is still in the cache.
 */
final class Backpropagation {
  /** Rows of activity and gradient that the second-level cache holds beside the weights. */
  private static final int STRETCH_ROWS = 128;

  private final PopulationAdjoint[] populations;
  private final ReadoutRun[] readouts;
  private ProjectionRun[] projections = {};

  Backpropagation(PopulationAdjoint[] populations, ReadoutRun[] readouts) {
    this.populations = populations;
    this.readouts = readouts;
  }

  /** Takes the projections, when they have made room. */
  void connect(ProjectionRun[] projections) {
    this.projections = projections;
  }

  /** How many rows of δ there must be: two stretches, in turns. */
  static int rows(int trials) {
    return 2 * Math.max(STRETCH_ROWS, trials);
  }

  /**
   * Goes back over the latest forward pass.
   *
   * @param outputErrors ∂L/∂y of each readout
   * @param gradient     overwritten
   * @param products     projections whose product of both sides is made on the way
   */
  void run(ModelNetwork.Extent extent, ModelParameters parameters, double[][] outputErrors, ModelParameters gradient,
      Set<String> products) {
    int steps = extent.steps(), trials = extent.trials();
    for (int k = 0; k < readouts.length; k++) readouts[k].startBack(outputErrors[k], steps, trials);
    for (ProjectionRun q : projections) q.gradient().start(products.contains(q.name()));
    for (PopulationAdjoint p : populations) p.start(trials);
    int stretch = Math.max(1, STRETCH_ROWS / trials);
    for (int from = (steps - 1) / stretch * stretch; from >= 0; from -= stretch) {
      int to = Math.min(steps, from + stretch);
      for (int t = to; t > from; t--) {
        int later = t < steps ? block(t + 1, stretch) * trials : -1;
        for (PopulationAdjoint p : populations) p.back(t, block(t, stretch), later);
      }
      for (ProjectionRun q : projections) {
        q.gradient().add(block(from + 1, stretch) * trials, from * trials, (to - from) * trials, trials);
      }
      for (ReadoutRun r : readouts) r.addGradient(from, to, trials);
    }
    for (PopulationAdjoint p : populations) p.back(0, 0, block(1, stretch) * trials);
    for (ProjectionRun q : projections) q.collect(parameters, gradient);
    for (int k = 0; k < readouts.length; k++) readouts[k].collect(outputErrors[k], gradient);
    for (PopulationAdjoint p : populations) p.collect(gradient);
  }

  /** Where δ of step t stands: in one half those of a stretch, in the other those of the stretch after it. */
  private static int block(int t, int stretch) {
    return (t - 1) % (2 * stretch);
  }
}

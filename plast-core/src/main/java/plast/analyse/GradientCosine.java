package plast.analyse;

/** How well a gradient estimate points along a reference gradient. */
public final class GradientCosine {

  private GradientCosine() {}

  /**
   * ĝ·g* / (‖ĝ‖ ‖g*‖) over the strong synapses; NaN when no synapse is strong or a norm is zero.
   *
   * @param estimate  ĝ, row-major; not modified
   * @param reference g*, the same shape, for example from at least 1024 trials at the same weights; not modified
   * @param strong    the same shape; not modified
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double of(double[] estimate, double[] reference, boolean[] strong) {
    if (estimate.length != reference.length || estimate.length != strong.length) {
      throw new IllegalArgumentException("estimate, reference and mask must have one length, got "
          + estimate.length + ", " + reference.length + " and " + strong.length);
    }
    double product = 0, estimateSquared = 0, referenceSquared = 0;
    for (int k = 0; k < strong.length; k++) {
      if (!strong[k]) continue;
      product += estimate[k] * reference[k];
      estimateSquared += estimate[k] * estimate[k];
      referenceSquared += reference[k] * reference[k];
    }
    return product / (Math.sqrt(estimateSquared) * Math.sqrt(referenceSquared));
  }
}

package plast.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The optimiser of a network's parameter arrays, with its moments. Every array comes with a factor per entry, 1 where
 * the entry follows the gradient and 0 where not; {@link OptimiserSettings.Moments} says what a 0 does to the moments.
 *
 * <pre>
 * Adam   m ← β1 m + (1−β1) g,  v ← β2 v + (1−β2) g²,  w ← w − lr · m̂ / (√v̂ + ε)      m̂, v̂: bias-corrected
 * SGD    v ← momentum·v + g,   w ← w − lr·v
 * EG     w ← w·exp(−lr·sign(w)·g)
 * </pre>
 *
 * @see "Kingma & Ba (2015), Adam; Cornford et al. (2024), bioRxiv 2024.10.25.620272, for EG"
 */
final class Optimiser {
  private final OptimiserSettings settings;
  private final double[][] first;
  private final double[][] second;
  /** β1ᵗ and β2ᵗ: one pair for all, or one per entry when the counters run only while a synapse is strong. */
  private final double[][] power1;
  private final double[][] power2;
  private double globalPower1 = 1;
  private double globalPower2 = 1;

  /** @param sizes of the parameter arrays */
  Optimiser(OptimiserSettings settings, int... sizes) {
    this.settings = settings;
    boolean adam = settings.name() == OptimiserSettings.Name.ADAM;
    boolean moments = settings.name() != OptimiserSettings.Name.EXPONENTIATED_GRADIENT;
    boolean counters = adam && perSynapse();
    first = new double[sizes.length][];
    second = new double[sizes.length][];
    power1 = new double[sizes.length][];
    power2 = new double[sizes.length][];
    for (int g = 0; g < sizes.length; g++) {
      first[g] = new double[moments ? sizes[g] : 0];
      second[g] = new double[adam ? sizes[g] : 0];
      power1[g] = ones(counters ? sizes[g] : 0);
      power2[g] = ones(counters ? sizes[g] : 0);
    }
  }

  private boolean perSynapse() {
    return settings.moments() == OptimiserSettings.Moments.PER_SYNAPSE;
  }

  static double[] ones(int size) {
    double[] values = new double[size];
    Arrays.fill(values, 1);
    return values;
  }

  /** Announces a new update; then call {@link #step} once for each array. */
  void advance() {
    globalPower1 *= settings.beta1();
    globalPower2 *= settings.beta2();
  }

  /**
   * Moves one array.
   *
   * @param group    which array
   * @param w        weights, modified
   * @param gradient modified: masked where the moments are
   * @param follows  1 or 0 per entry
   * @param clip     factor on the gradient
   */
  void step(int group, double[] w, double[] gradient, double[] follows, double clip) {
    if (settings.moments() == OptimiserSettings.Moments.ZERO) {
      for (int k = 0; k < w.length; k++) gradient[k] *= follows[k];
    }
    switch (settings.name()) {
      case ADAM -> {
        if (perSynapse()) adamPerSynapse(group, w, gradient, follows, clip);
        else adam(w, gradient, follows, group, clip);
      }
      case SGD -> momentum(w, gradient, follows, first[group], clip);
      case EXPONENTIATED_GRADIENT -> exponentiated(w, gradient, follows, clip);
    }
  }

  private void adam(double[] w, double[] gradient, double[] follows, int group, double clip) {
    double[] m = first[group], v = second[group];
    double b1 = settings.beta1(), b2 = settings.beta2(), epsilon = settings.epsilon();
    double rate = settings.learningRate() / (1 - globalPower1), root = 1 / Math.sqrt(1 - globalPower2);
    for (int k = 0; k < w.length; k++) {
      double g = clip * gradient[k];
      double mk = b1 * m[k] + (1 - b1) * g;
      double vk = b2 * v[k] + (1 - b2) * g * g;
      m[k] = mk;
      v[k] = vk;
      w[k] -= follows[k] * (rate * mk / (Math.sqrt(vk) * root + epsilon));
    }
  }

  private void adamPerSynapse(int group, double[] w, double[] gradient, double[] follows, double clip) {
    double[] m = first[group], v = second[group], p1 = power1[group], p2 = power2[group];
    double b1 = settings.beta1(), b2 = settings.beta2();
    for (int k = 0; k < w.length; k++) {
      if (follows[k] == 0) continue;
      double g = clip * gradient[k];
      p1[k] *= b1;
      p2[k] *= b2;
      m[k] = b1 * m[k] + (1 - b1) * g;
      v[k] = b2 * v[k] + (1 - b2) * g * g;
      double rate = settings.learningRate() / (1 - p1[k]);
      w[k] -= rate * m[k] / (Math.sqrt(v[k]) / Math.sqrt(1 - p2[k]) + settings.epsilon());
    }
  }

  private void momentum(double[] w, double[] gradient, double[] follows, double[] v, double clip) {
    boolean frozenMoments = perSynapse();
    for (int k = 0; k < w.length; k++) {
      if (frozenMoments && follows[k] == 0) continue;
      v[k] = settings.momentum() * v[k] + clip * gradient[k];
      w[k] -= follows[k] * (settings.learningRate() * v[k]);
    }
  }

  /** Zero weights, biases at their start among them, take a plain gradient step: a product would keep them at zero. */
  private void exponentiated(double[] w, double[] gradient, double[] follows, double clip) {
    for (int k = 0; k < w.length; k++) {
      if (follows[k] == 0) continue;
      double step = settings.learningRate() * (clip * gradient[k]);
      w[k] = w[k] == 0 ? -step : w[k] * StrictMath.exp(-Math.signum(w[k]) * step);
    }
  }

  /** The arrays that a checkpoint holds, shared: write into them to restore. */
  List<double[]> state() {
    List<double[]> all = new ArrayList<>();
    for (double[][] arrays : new double[][][] {first, second, power1, power2}) all.addAll(List.of(arrays));
    return all;
  }

  double[] powers() {
    return new double[] {globalPower1, globalPower2};
  }

  void restorePowers(double[] powers) {
    globalPower1 = powers[0];
    globalPower2 = powers[1];
  }
}

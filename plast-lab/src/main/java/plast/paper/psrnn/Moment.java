package plast.paper.psrnn;

import plast.analyse.Reciprocity;
import plast.analyse.Structure;
import plast.analyse.Surrogate;
import plast.analyse.WeightDistribution;
import plast.learn.WeightSnapshot;
import plast.math.Matrix;
import plast.math.RandomStream;

/**
 * The recurrent weights at one moment, measured.
 *
 * @param all         structure of W
 * @param change      structure of ΔW = W − W(0)
 * @param strong      structure of the strong synapses of W alone
 * @param changeOfStrong structure of the strong synapses' ΔW alone
 * @param excess      structure of W minus that of entry-shuffled copies
 * @param reciprocity share of strong synapses whose reverse is strong, over chance
 * @param modes       how bimodal ln|w| is
 */
public record Moment(
    long update,
    long trials,
    Structure all,
    Structure change,
    Structure strong,
    Structure changeOfStrong,
    Structure excess,
    double reciprocity,
    Modes modes) {

  /** Whether ln|w| has two modes: ΔBIC, Ashman's D and the valley's depth. */
  public record Modes(double deltaBic, double ashmanD, double valley) {
    static Modes of(Matrix weights) {
      WeightDistribution distribution = WeightDistribution.ofWeights(weights, true);
      return new Modes(distribution.deltaBic(), distribution.ashmanD(), distribution.valleyDepth());
    }
  }

  /** How surrogates are drawn: how many, and from which numbers. */
  record Shuffling(int surrogates, RandomStream random) {}

  static Moment of(WeightSnapshot now, Matrix initial, Shuffling shuffling) {
    Matrix change = now.weights().minus(initial);
    Structure all = Structure.of(now.weights(), true);
    return new Moment(
        now.update(), now.trials(), all, Structure.of(change, true),
        Structure.strong(now.weights(), now.strong()), Structure.strong(change, now.strong()),
        all.minus(Surrogate.mean(now.weights(), true, shuffling.surrogates(), shuffling.random())),
        Reciprocity.ofMask(now.strong(), now.weights().rows()), Modes.of(now.weights()));
  }
}

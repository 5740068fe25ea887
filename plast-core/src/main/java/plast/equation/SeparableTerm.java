package plast.equation;

import static plast.equation.Trees.ONE;

import java.util.List;
import java.util.Optional;

/**
 * One term of a rule that factorises: coefficient · weight(w) · post · pre · ⟨gain · f(post) · g(pre)⟩. Computed as a
 * matrix product instead of one update for each synapse, step and trial.
 *
 * @param coefficient the same for all synapses
 * @param weight      depends on the synapse: w and state variables of it
 * @param post        depends on the postsynaptic neuron
 * @param pre         depends on the presynaptic neuron
 * @param average     what is averaged over steps and trials, if anything
 */
public record SeparableTerm(Expr coefficient, Expr weight, Expr post, Expr pre, Optional<Average> average) {

  /**
   * A product of both sides, averaged.
   *
   * @param gain what the product of one step and trial is weighted with, such as a modulator
   * @param axis what is averaged over: time or batch; none means both
   */
  public record Average(Expr post, Expr pre, Expr gain, Optional<String> axis) {
    /** Whether it is an average over both sides, a matrix product, and not over one. */
    public boolean isProduct() {
      return !post.equals(ONE) && !pre.equals(ONE);
    }

    /** The average as it would be written. */
    public Expr expression() {
      Expr inside = product(List.of(gain, post, pre));
      return axis.map(a -> Trees.call("mean", inside, Trees.name(a))).orElseGet(() -> Trees.call("mean", inside));
    }
  }

  /** The term as it would be written. */
  public Expr expression() {
    Expr outside = product(List.of(coefficient, weight, post, pre));
    return average.map(a -> outside.equals(ONE) ? a.expression() : Trees.multiply(outside, a.expression()))
        .orElse(outside);
  }

  /** Whether it needs a product over both sides at all. */
  public boolean isProduct() {
    return average.isPresent() || !post.equals(ONE) && !pre.equals(ONE);
  }

  static Expr product(List<Expr> factors) {
    Expr product = ONE;
    for (Expr factor : factors) {
      if (factor.equals(ONE)) continue;
      product = product.equals(ONE) ? factor : Trees.multiply(product, factor);
    }
    return product;
  }
}

package plast.paper.psrnn;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plast.learn.Evaluation;
import plast.learn.Outcome;
import plast.learn.WeightSnapshot;
import plast.math.Matrix;

/**
 * What is kept of one trained network.
 *
 * @param seed           number of the network
 * @param criterionAt    trials to criterion; empty when the cap came first
 * @param evaluations    in order
 * @param strongFraction share of strong synapses at the criterion, or at the end
 * @param growth         ‖W‖ at the end over ‖W‖ before training
 * @param wiring         present in arms that keep it
 */
public record Network(
    int seed,
    Outcome.State state,
    OptionalLong criterionAt,
    List<Evaluation> evaluations,
    double strongFraction,
    double growth,
    List<String> notices,
    Optional<Wiring> wiring) {

  static Network of(int seed, Outcome outcome, Optional<Wiring> wiring) {
    return new Network(
        seed, outcome.state(), outcome.trialsToCriterion(), outcome.evaluations(),
        strongFraction(outcome.atCriterion()), norm(outcome.last().weights()) / norm(outcome.initial().weights()),
        outcome.notices(), wiring);
  }

  boolean solved() {
    return criterionAt.isPresent();
  }

  /** Trials to criterion, the cap when it was not reached. */
  double trials(long cap) {
    return criterionAt.isPresent() ? criterionAt.getAsLong() : cap;
  }

  private static double strongFraction(WeightSnapshot snapshot) {
    int strong = 0;
    for (boolean s : snapshot.strong()) strong += s ? 1 : 0;
    return (double) strong / snapshot.strong().length;
  }

  private static double norm(Matrix weights) {
    double squares = 0;
    for (double w : weights.values()) squares += w * w;
    return Math.sqrt(squares);
  }
}

package plast.experiment;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import plast.learn.Evaluation;
import plast.learn.Outcome;

/**
 * One trained network in brief; the rest is read when asked for.
 *
 * @param seed             its number
 * @param state            how training ended
 * @param trialsToCriterion empty when the criterion was not reached
 * @param trials           used in all
 * @param strongFraction   at the evaluation that reached the criterion, or at the last one
 * @param outcome          everything, weights included; reads a file
 */
public record SeedResult(
    int seed,
    Outcome.State state,
    OptionalLong trialsToCriterion,
    long trials,
    double strongFraction,
    Supplier<Outcome> outcome) {

  static SeedResult of(int seed, Outcome outcome, Supplier<Outcome> loader) {
    return new SeedResult(
        seed, outcome.state(), outcome.trialsToCriterion(), outcome.last().trials(), strongFraction(outcome), loader);
  }

  /** The trials to criterion, or the cap when the criterion was not reached. */
  public double censored(long cap) {
    return trialsToCriterion.orElse(cap);
  }

  private static double strongFraction(Outcome outcome) {
    List<Evaluation> evaluations = outcome.evaluations();
    if (evaluations.isEmpty()) return Double.NaN;
    return evaluations.stream()
        .filter(e -> e.trials() == outcome.trialsToCriterion().orElse(-1))
        .findFirst()
        .orElse(evaluations.getLast())
        .strongFraction();
  }
}

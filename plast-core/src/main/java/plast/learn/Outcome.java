package plast.learn;

import java.util.List;
import java.util.OptionalLong;

/**
 * One network's training, from its first weights to its last.
 *
 * @param trialsToCriterion trials at the first evaluation at or above the criterion; empty when the cap came first
 * @param evaluations       in order
 * @param initial           before training
 * @param atCriterion       at the criterion, or the last weights when it was never reached
 * @param last              at the end; the last finite ones of a diverged network
 * @param during            snapshots during training, in order; empty unless asked for
 * @param trained           all trained numbers at the end, as in {@link plast.rate.model.RateNetwork#arrays}
 * @param notices           what a person should know
 */
public record Outcome(
    State state,
    OptionalLong trialsToCriterion,
    List<Evaluation> evaluations,
    WeightSnapshot initial,
    WeightSnapshot atCriterion,
    WeightSnapshot last,
    List<WeightSnapshot> during,
    List<double[]> trained,
    List<String> notices) {

  /** How training ended. */
  public enum State { SOLVED, CAPPED, DIVERGED }
}

package plast.paper.psrnn;

import java.util.List;
import plast.analyse.Structure;
import plast.learn.Outcome;
import plast.learn.WeightSnapshot;
import plast.paper.psrnn.Moment.Modes;
import plast.paper.psrnn.Moment.Shuffling;

/**
 * The wiring of one network over training.
 *
 * @param initial      weights before training
 * @param criterion    weights at the criterion, or the last when it was never reached
 * @param last         weights at the end
 * @param startModes   bimodality before training
 * @param atCriterion  measured at the criterion
 * @param late         measured at the end
 * @param course       measured in between
 */
public record Wiring(
    WeightSnapshot initial,
    WeightSnapshot criterion,
    WeightSnapshot last,
    Modes startModes,
    Moment atCriterion,
    Moment late,
    List<Course> course) {

  /** Structure of W and of ΔW during training. */
  public record Course(long trials, Structure all, Structure change) {}

  static Wiring of(Outcome outcome, Shuffling shuffling) {
    var start = outcome.initial().weights();
    Moment atCriterion = Moment.of(outcome.atCriterion(), start, shuffling);
    Moment late = outcome.last().update() == outcome.atCriterion().update()
        ? atCriterion : Moment.of(outcome.last(), start, shuffling);
    List<Course> course = outcome.during().stream()
        .map(now -> new Course(now.trials(), Structure.of(now.weights(), true),
            Structure.of(now.weights().minus(start), true)))
        .toList();
    return new Wiring(
        outcome.initial(), outcome.atCriterion(), outcome.last(), Modes.of(start), atCriterion, late, course);
  }
}

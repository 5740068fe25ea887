package plast.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a {@link Trainer} remembers besides the network: counters, evaluations, snapshots. */
final class TrainingLog {
  final WeightSnapshot initial;
  final List<Evaluation> evaluations = new ArrayList<>();
  final List<WeightSnapshot> during = new ArrayList<>();
  final List<String> notices = new ArrayList<>();
  WeightSnapshot last;
  @Nullable WeightSnapshot atCriterion;
  OptionalLong trialsToCriterion = OptionalLong.empty();
  boolean diverged;
  long update;
  long trials;
  /** Updates in a row with all synapses on one side. */
  long oneSided;
  // Since the previous evaluation:
  double lossSum;
  double switchedUp;
  double switchedDown;

  TrainingLog(WeightSnapshot initial) {
    this.initial = initial;
    last = initial;
  }

  void add(Evaluation evaluation) {
    evaluations.add(evaluation);
    lossSum = 0;
    switchedUp = 0;
    switchedDown = 0;
  }
}

package plast.paper.psrnn;

import java.util.List;
import java.util.Optional;

/** The measurements behind C7a to C7c that are not trials to criterion of single arms. */
final class Mechanisms {
  /** Updates for which the rule acts, in preh(n) and hstop(n). */
  static final List<Integer> WINDOWS = List.of(5, 10, 20, 40);
  static final int GRADIENT_SEEDS = 6;
  /** The Hebbian rates of the opening table: a third of the preset's, and its own. */
  static final List<Double> HEADLINE_RATES = List.of(0.1, 0.3);
  private static final double[] FULL_RATES = {0.03, 0.1, 0.3, 1}, QUICK_RATES = {0.1, 0.3};

  private Mechanisms() {}

  /** The gradient measurement of a study; empty when its conditions are not among the stages. */
  static Optional<GradientSampling.Plan> gradients(Request request, List<Stage> stages) {
    return stages.stream().filter(stage -> stage.name().equals("dms")).findFirst().flatMap(stage -> stage.arms().stream()
        .filter(arm -> arm.name().equals(ReferenceConditions.SPARSE)).findFirst()
        .map(arm -> new GradientSampling.Plan(
            stage.condition(arm), Math.min(GRADIENT_SEEDS, stage.experiment().seeds().size()),
            request.quick() ? QUICK_RATES : FULL_RATES)));
  }
}

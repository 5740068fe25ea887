package plast.paper.psrnn;

import java.util.List;
import java.util.Optional;

/**
 * What a study found.
 *
 * @param gradients empty when the study has no psRNN on delayed match to sample
 */
public record Findings(
    Request request,
    Results results,
    Optional<GradientSampling> gradients,
    List<Comparison> comparisons,
    List<Claim> claims,
    List<Target> targets,
    List<Target> atlasTargets) {

  static Findings of(Request request, Results results, Optional<GradientSampling> gradients) {
    return new Findings(request, results, gradients, Comparisons.of(results), Claims.of(results, gradients),
        Targets.of(results), AtlasTargets.of(results));
  }
}

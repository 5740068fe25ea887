package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plast.learn.Condition;
import plast.learn.Outcome;

class ComparisonTest {
  private static final Experiment EXPERIMENT = Experiment.named("a").task("dms")
      .condition("ps-sparse").condition("bp-tuned").build();

  /** Trials of seeds 1, 2, …; 0 for a seed that did not get there. */
  private static Comparison.Arm arm(int condition, long... trials) {
    Condition c = EXPERIMENT.conditions().get(condition);
    List<SeedResult> seeds = new ArrayList<>();
    for (int k = 0; k < trials.length; k++) {
      OptionalLong found = trials[k] == 0 ? OptionalLong.empty() : OptionalLong.of(trials[k]);
      seeds.add(new SeedResult(k + 1, trials[k] == 0 ? Outcome.State.CAPPED : Outcome.State.SOLVED, found, 3200, 0.5,
          () -> { throw new IllegalStateException(); }));
    }
    return new Comparison.Arm(c.name(), 1, new ConditionResult(c, seeds));
  }

  @Test
  void ratioIsTheGeometricMeanOverSharedSeeds() {
    Comparison comparison = Comparison.of(List.of(arm(0, 200, 400, 800), arm(1, 400, 1600, 3200, 64)), Optional.empty());
    assertThat(comparison.pairs()).singleElement().satisfies(pair -> {
      assertThat(pair.a()).isEqualTo("ps-sparse");
      assertThat(pair.b()).isEqualTo("bp-tuned");
      assertThat(pair.pairs()).isEqualTo(3);
      assertThat(pair.bound()).isEmpty();
      assertThat(pair.ratio().orElseThrow().ratio()).isCloseTo(Math.cbrt(1.0 / 32), within(1e-12));
    });
  }

  @Test
  void networksAtTheCapMakeTheRatioABound() {
    assertThat(Comparison.pair(arm(0, 200, 400), arm(1, 400, 0)).orElseThrow().bound()).isEqualTo("≤");
    assertThat(Comparison.pair(arm(0, 200, 0), arm(1, 400, 500)).orElseThrow().bound()).isEqualTo("≥");
  }

  @Test
  void twoCapsHaveNoRatio() {
    assertThat(Comparison.pair(arm(0, 0, 0), arm(1, 0, 0)).orElseThrow().ratio()).isEmpty();
  }

  @Test
  void onlyDifferingSettingsAreListed() {
    Comparison comparison = Comparison.of(List.of(arm(0, 200), arm(1, 400)), Optional.empty());
    assertThat(comparison.differences()).containsEntry("plasticity.mode", List.of("ps", "bp"))
        .containsEntry("network.initialisation.gain", List.of("0.8", "1.6"))
        .doesNotContainKey("network.units");
  }

  @Test
  void summaryCensorsAtTheCap() {
    ConditionResult result = arm(0, 200, 400, 0).result();
    assertThat(result.solved()).isEqualTo(2);
    assertThat(result.trialsToCriterion()).containsExactly(200, 400, 3200);
    assertThat(result.meanTrials().estimate()).isCloseTo(3800 / 3.0, within(1e-9));
    assertThat(result.medianTrials()).isEqualTo(400);
    assertThat(result.json().keySet())
        .containsExactly("name", "task", "seeds", "solved", "trialsToCriterion", "strongFraction");
  }
}

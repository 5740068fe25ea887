package plast.paper.psrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plast.analyse.Verdict;
import plast.learn.Outcome;

class ComparisonTest {
  private static final long CAP = 3200;

  /** Networks with these trials to criterion; the cap stands for one that did not learn. */
  static ArmResult arm(String name, long... trials) {
    Stage stage = Stages.stages(Request.of(EnumSet.of(Part.REFERENCE), true)).getFirst();
    Arm arm = stage.arms().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    List<Network> networks = new ArrayList<>();
    for (long t : trials) {
      OptionalLong at = t < CAP ? OptionalLong.of(t) : OptionalLong.empty();
      networks.add(new Network(networks.size() + 1, t < CAP ? Outcome.State.SOLVED : Outcome.State.CAPPED, at, List.of(),
          0.4, 2, List.of(), Optional.empty()));
    }
    return new ArmResult(Part.REFERENCE, arm, stage.condition(arm), 0.9, networks);
  }

  @Test
  void ratioIsTheGeometricMeanOverPairs() {
    Comparison c = Comparison.of(arm("ps-sparse", 100, 400), arm("bp-tuned", 200, 200));
    assertThat(c.ratio().ratio()).isCloseTo(1, within(1e-12));
    assertThat(c.bound()).isEqualTo(Comparison.Bound.EXACT);
  }

  @Test
  void cappedNetworksMakeABound() {
    ArmResult whole = arm("ps-sparse", 100, 400), capped = arm("bp-tuned", 200, CAP);
    assertThat(Comparison.of(whole, capped).text()).startsWith("≤ ");
    assertThat(Comparison.of(capped, whole).text()).startsWith("≥ ");
    assertThat(Comparison.of(capped, capped).bound()).isEqualTo(Comparison.Bound.UNCLEAR);
  }

  @Test
  void thereIsNoRatioOfCaps() {
    ArmResult none = arm("ps-sparse", CAP, CAP), either = arm("bp-tuned", CAP, CAP);
    Comparison c = Comparison.of(none, either);
    assertThat(c.ratio().ratio()).isNaN();
    assertThat(c.text()).isEqualTo("not learned within the cap");
    assertThat(Claims.verdict(c)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void summaryCountsUnlearnedNetworksWithTheCap() {
    ArmResult arm = arm("bp-tuned", 100, 300, CAP);
    assertThat(arm.solved()).isEqualTo(2);
    assertThat(arm.meanTrials().estimate()).isEqualTo(1200);
    assertThat(arm.medianTrials()).isEqualTo(300);
  }

  @Test
  void targetsFollowFromTheNumbers() {
    Results results = new Results(List.of(
        arm("ps-sparse", 500, 600, 700), arm("ps-unbounded", 400, 500, 3100), arm("bp-tuned", 1000, 1400, 1500)));
    List<Target> targets = Targets.of(results);
    assertThat(targets).anySatisfy(t -> {
      assertThat(t.what()).isEqualTo("dms, ps-sparse: mean trials to criterion");
      assertThat(t.outcome()).isEqualTo(Target.Outcome.MET);
    });
    assertThat(targets).anySatisfy(t -> {
      assertThat(t.what()).isEqualTo("dms, ps-unbounded: mean trials to criterion");
      assertThat(t.outcome()).isEqualTo(Target.Outcome.NOT_MET);
    });
  }
}

package plast.paper.psrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static plast.analyse.Verdict.INCONCLUSIVE;
import static plast.analyse.Verdict.NOT_REPRODUCED;
import static plast.analyse.Verdict.OPPOSITE;
import static plast.analyse.Verdict.REPRODUCED;

import java.util.List;
import org.junit.jupiter.api.Test;
import plast.analyse.Interval;
import plast.analyse.Verdict;
import plast.paper.psrnn.Verdicts.Unlearned;

class VerdictsTest {
  private static final Unlearned NONE = new Unlearned(0, 0, true);

  private static Interval interval(double low, double high) {
    return new Interval((low + high) / 2, low, high);
  }

  @Test
  void aRatioWhollyBelowOneIsReproduced() {
    assertThat(Verdicts.fewerTrials(interval(0.5, 0.99), NONE)).isEqualTo(REPRODUCED);
  }

  @Test
  void anIntervalThatIncludesNoEffectIsNeverReproduced() {
    for (double high = 1; high < 3; high += 0.1) {
      assertThat(Verdicts.fewerTrials(interval(0.01, high), NONE)).isNotEqualTo(REPRODUCED);
      assertThat(Verdicts.moreAntisymmetric(interval(-high, 0.5))).isNotEqualTo(REPRODUCED);
      assertThat(Verdicts.lowerRank(interval(-5, high))).isNotEqualTo(REPRODUCED);
    }
  }

  @Test
  void aRatioWhollyAboveOneIsOpposite() {
    assertThat(Verdicts.fewerTrials(interval(1.01, 3), NONE)).isEqualTo(OPPOSITE);
  }

  @Test
  void aNarrowIntervalAroundOneIsNotReproducedAndAWideOneInconclusive() {
    assertThat(Verdicts.fewerTrials(interval(0.95, 1.2), NONE)).isEqualTo(NOT_REPRODUCED);
    assertThat(Verdicts.fewerTrials(interval(0.6, 1.2), NONE)).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void withoutAnyLearningThereIsNoVerdict() {
    assertThat(Verdicts.fewerTrials(interval(0.5, 0.6), new Unlearned(16, 16, false))).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void anArmWithMoreUnlearnedNetworksIsNotFavoured() {
    assertThat(Verdicts.fewerTrials(interval(0.5, 0.9), new Unlearned(2, 1, true))).isEqualTo(INCONCLUSIVE);
    assertThat(Verdicts.fewerTrials(interval(0.5, 0.9), new Unlearned(1, 2, true))).isEqualTo(REPRODUCED);
    assertThat(Verdicts.fewerTrials(interval(1.5, 1.9), new Unlearned(0, 1, true))).isEqualTo(INCONCLUSIVE);
    assertThat(Verdicts.fewerTrials(interval(0.95, 1.1), new Unlearned(0, 3, true))).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void fewerStrongSynapsesCountOnlyWhereTrialsWereFewer() {
    assertThat(Verdicts.fewerStrong(REPRODUCED, interval(0.3, 0.5))).isEqualTo(REPRODUCED);
    assertThat(Verdicts.fewerStrong(REPRODUCED, interval(0.99, 0.999))).isEqualTo(NOT_REPRODUCED);
    assertThat(Verdicts.fewerStrong(REPRODUCED, interval(0.9, 0.99))).isEqualTo(INCONCLUSIVE);
    for (Verdict verdict : List.of(OPPOSITE, NOT_REPRODUCED)) {
      assertThat(Verdicts.fewerStrong(verdict, interval(0.3, 0.5))).isEqualTo(NOT_REPRODUCED);
    }
    assertThat(Verdicts.fewerStrong(INCONCLUSIVE, interval(0.3, 0.5))).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void bimodalNeedsBothMeasures() {
    assertThat(Verdicts.bimodal(interval(2.1, 3), interval(0.2, 0.4))).isEqualTo(REPRODUCED);
    assertThat(Verdicts.bimodal(interval(2.1, 3), interval(0.02, 0.09))).isEqualTo(NOT_REPRODUCED);
    assertThat(Verdicts.bimodal(interval(1.5, 1.9), interval(0.2, 0.4))).isEqualTo(NOT_REPRODUCED);
    assertThat(Verdicts.bimodal(interval(1.9, 3), interval(0.2, 0.4))).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void structureClaimsHaveTheSignsOfTheAbstracts() {
    assertThat(Verdicts.moreAntisymmetric(interval(0.02, 0.1))).isEqualTo(REPRODUCED);
    assertThat(Verdicts.moreAntisymmetric(interval(-0.05, -0.01))).isEqualTo(OPPOSITE);
    assertThat(Verdicts.lowerRank(interval(-2, -1))).isEqualTo(REPRODUCED);
    assertThat(Verdicts.lowerRank(interval(0.2, 1))).isEqualTo(OPPOSITE);
    assertThat(Verdicts.betterGradient(interval(-0.2, -0.1))).isEqualTo(OPPOSITE);
  }

  @Test
  void feedforwardMeasuresThatDisagreeLeaveTheClaimOpen() {
    Interval up = interval(0.01, 0.02), down = interval(-0.02, -0.01), around = interval(-0.001, 0.001);
    assertThat(Verdicts.moreFeedforward(up, down)).isEqualTo(REPRODUCED);
    assertThat(Verdicts.moreFeedforward(up, up)).isEqualTo(INCONCLUSIVE);
    assertThat(Verdicts.moreFeedforward(down, up)).isEqualTo(OPPOSITE);
    assertThat(Verdicts.moreFeedforward(up, around)).isEqualTo(NOT_REPRODUCED);
  }

  @Test
  void runawayNeedsGrowthAndSlowerLearning() {
    assertThat(Verdicts.preventsRunaway(interval(10, 30), REPRODUCED)).isEqualTo(REPRODUCED);
    assertThat(Verdicts.preventsRunaway(interval(10, 30), INCONCLUSIVE)).isEqualTo(INCONCLUSIVE);
    assertThat(Verdicts.preventsRunaway(interval(0.99, 1.01), REPRODUCED)).isEqualTo(NOT_REPRODUCED);
  }
}

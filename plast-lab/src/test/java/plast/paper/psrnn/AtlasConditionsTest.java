package plast.paper.psrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import plast.learn.Condition;
import plast.learn.OptimiserSettings.Moments;
import plast.learn.TrainingSettings.After;
import plast.math.Activation;
import plast.rate.Initialisation.Kind;
import plast.rule.Threshold.Unit;
import plast.rule.WeakRule.Form;

class AtlasConditionsTest {
  private static final List<Stage> FULL = Stages.stages(Request.of(EnumSet.of(Part.ATLAS), false));

  private static Condition condition(String stage, String name) {
    Stage found = FULL.stream().filter(s -> s.name().equals(stage)).findFirst().orElseThrow();
    return found.condition(found.arms().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow());
  }

  @Test
  void theAtlasPresetIsAntiHebbianAndDecaysByAHundredthPerUpdate() {
    Condition c = condition("cdm-short-n100", "ps-atlas-n100");
    assertThat(c.network().units()).isEqualTo(100);
    assertThat(c.network().activation()).isEqualTo(Activation.RELU);
    assertThat(c.network().initialisation().kind()).isEqualTo(Kind.UNIFORM);
    assertThat(c.network().alpha()).isEqualTo(1);
    assertThat(c.plasticity().namedRule().form()).isEqualTo(Form.ANTICOV);
    assertThat(c.plasticity().hebbianRate()).isEqualTo(0.1);
    assertThat(c.plasticity().hebbianRate() * c.plasticity().namedRule().decay()).isCloseTo(0.01, within(1e-12));
    assertThat(c.plasticity().threshold().unit()).isEqualTo(Unit.INITIAL_SD);
    assertThat(c.plasticity().threshold().up()).isEqualTo(1.35);
    assertThat(c.training().optimiser().learningRate()).isEqualTo(1e-3);
    assertThat(c.training().optimiser().moments()).isEqualTo(Moments.ZERO);
    assertThat(c.training().trials()).isEqualTo(32_000);
    assertThat(c.training().evaluateEvery()).isEqualTo(8);
    assertThat(c.training().evaluationTrials()).isEqualTo(192);
    assertThat(c.training().after()).isEqualTo(After.CONTINUE_FACTOR);
    assertThat(c.training().continueFor()).isEqualTo(10);
  }

  @Test
  void smallerNetworksTrainTwiceAsLong() {
    assertThat(condition("dms-short-n50", "ps-atlas-n50").training().trials()).isEqualTo(64_000);
    assertThat(condition("dms-short-growth", "ps-default-fast").training().trials()).isEqualTo(64_000);
  }

  @Test
  void growthStartsWithAllSynapsesWeak() {
    Condition c = condition("pwm-short-growth", "ps-default-fast");
    assertThat(c.network().units()).isEqualTo(64);
    assertThat(c.network().activation()).isEqualTo(Activation.TANH);
    assertThat(c.plasticity().threshold().up()).isEqualTo(2);
    assertThat(c.plasticity().threshold().up()).isGreaterThan(Math.sqrt(3));
    assertThat(c.plasticity().hebbianRate()).isEqualTo(0.3);
  }

  @Test
  void baselinesAreTypicalAndWellInitialised() {
    Condition typical = condition("cdm-short-growth", "bp-default");
    assertThat(typical.network().initialisation().kind()).isEqualTo(Kind.UNIFORM);
    assertThat(typical.training().optimiser().learningRate()).isEqualTo(1e-3);
    Condition first = condition("cdm-short-growth", "bp-g1.3"), second = condition("cdm-short-n50", "bp-g1.6-n50");
    assertThat(first.network().initialisation().gain()).isEqualTo(1.3);
    assertThat(first.training().optimiser().learningRate()).isEqualTo(5e-3);
    assertThat(second.network().initialisation().gain()).isEqualTo(1.6);
    assertThat(second.training().optimiser().learningRate()).isEqualTo(2e-3);
    assertThat(second.network().activation()).isEqualTo(Activation.RELU);
  }

  @Test
  void everyTaskHasThreeStagesOfEqualSize() {
    assertThat(FULL).hasSize(9);
    for (Stage stage : FULL) assertThat(stage.experiment().seeds()).hasSize(24);
  }
}

package plast.paper.psrnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plast.learn.Condition;
import plast.learn.OptimiserSettings;
import plast.learn.PlasticitySettings.Mode;
import plast.learn.TrainingSettings.After;
import plast.math.Activation;
import plast.rule.WeakRule.Form;

class ReferenceConditionsTest {
  private static final List<Stage> FULL = Stages.stages(
      new Request(EnumSet.of(Part.REFERENCE), false, Optional.empty(), OptionalInt.empty(), OptionalInt.empty()));

  private static Condition condition(String task, String name) {
    Stage stage = FULL.stream().filter(s -> s.name().equals(task)).findFirst().orElseThrow();
    return stage.condition(stage.arms().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "dms, ps-sparse,      0.8, 0.01,  0.2,   0.3,  0.2, GROW_COV, PS",
    "dms, ps-unbounded,   0.8, 0.01,  0.2,   0.3,  0,   GROW_COV, PS",
    "dms, ps-g1.3,        1.3, 0.005, 0.125, 0.3,  0,   GROW_COV, PS",
    "dms, frozen,         1.3, 0.01,  0.2,   0,    0,   NONE,     PS",
    "dms, frozen-g0.8,    0.8, 0.01,  0.2,   0,    0,   NONE,     PS",
    "dms, unbounded-g0.5, 0.5, 0.01,  0.2,   0.3,  0,   GROW_COV, PS",
    "dms, sparse-lambda0.1, 0.8, 0.01, 0.2,  0.3,  0.1, GROW_COV, PS",
    "dms, noise,          0.8, 0.01,  0.2,   0.01, 0,   NOISE,    PS",
    "dms, sparse-perm-fixed, 0.8, 0.01, 0.2, 0.3,  0.2, PERM_FIXED, PS",
    "dms, unbounded-uniform, 0.8, 0.01, 0.2, 0.3,  0,   UNIFORM,  PS",
    "dms, unbounded-theta0.4, 0.8, 0.01, 0.4, 0.3, 0,   GROW_COV, PS",
    "dms, fixed-sparse,   0.8, 0.01,  0.2,   0.3,  0.2, GROW_COV, FIXED",
    "dms, hebb-all-unbounded, 0.8, 0.01, 0.2, 0.3, 0,   GROW_COV, HEBB_ALL",
    "dms, both,           0.8, 0.01,  0.2,   0.3,  0,   GROW_COV, BOTH",
    "dms, preh20,         0.8, 0.005, 0.2,   0.3,  0,   GROW_COV, PREH",
    "dms, hstop10-sparse, 0.8, 0.01,  0.2,   0.3,  0.2, GROW_COV, HSTOP",
    "dms, hebb-3e-3,      1.3, 0.005, 0.125, 0.003, 0,  HEBB,     PS",
    "dms, hebb-1e-4,      1.3, 0.005, 0.125, 0.0001, 0, HEBB,     PS",
    "dms, frozen-hebb,    1.3, 0.005, 0.125, 0,    0,   NONE,     PS",
    "ff3, unbounded-theta0.125, 0.8, 0.01, 0.125, 0.3, 0, GROW_COV, PS",
  })
  void psRnnsAndControlsHaveTheStudysNumbers(
      String task, String name, double gain, double rate, double theta, double eta, double lambda, Form form, Mode mode) {
    Condition c = condition(task, name);
    assertThat(c.network().initialisation().gain()).isEqualTo(gain);
    assertThat(c.training().optimiser().learningRate()).isEqualTo(rate);
    assertThat(c.plasticity().threshold().up()).isEqualTo(theta);
    assertThat(c.plasticity().hebbianRate()).isEqualTo(eta);
    assertThat(c.plasticity().namedRule().decay()).isEqualTo(lambda);
    assertThat(c.plasticity().namedRule().form()).isEqualTo(form);
    assertThat(c.plasticity().mode()).isEqualTo(mode);
  }

  @ParameterizedTest
  @CsvSource({
    "dms, bp-tuned, 1.6, 0.005, ADAM", "cdm, bp-tuned, 1.3, 0.002, ADAM", "pwm, bp-tuned, 0.8, 0.01, ADAM",
    "ff3, bp-tuned, 0.8, 0.01, ADAM", "dms, bp-tuned-sgd, 1.6, 0.02, SGD", "dms, bp-g1.3, 1.3, 0.005, ADAM",
    "dms, bp-g0.8, 0.8, 0.005, ADAM", "pwm, bp-g0.8, 0.8, 0.005, ADAM", "dms, bp-own, 0.8, 0.01, ADAM",
    "dms, unbounded-sgd, 0.8, 0.06, SGD", "dms, frozen-sgd, 1.3, 0.06, SGD",
  })
  void optimisersHaveTheStudysNumbers(String task, String name, double gain, double rate, OptimiserSettings.Name optimiser) {
    Condition c = condition(task, name);
    assertThat(c.network().initialisation().gain()).isEqualTo(gain);
    assertThat(c.training().optimiser().learningRate()).isEqualTo(rate);
    assertThat(c.training().optimiser().name()).isEqualTo(optimiser);
    assertThat(c.training().optimiser().momentum()).isEqualTo(0.9);
  }

  @Test
  void everythingElseIsSharedByAllConditionsOfATask() {
    Map<String, Long> caps = Map.of("dms", 3200L, "pwm", 1600L, "cdm", 1920L, "ff3", 3200L);
    for (Stage stage : FULL) {
      for (Condition c : stage.experiment().conditions()) {
        assertThat(c.network().units()).isEqualTo(64);
        assertThat(c.network().activation()).isEqualTo(Activation.TANH);
        assertThat(c.network().dt()).isEqualTo(20);
        assertThat(c.network().tau()).isEqualTo(100);
        assertThat(c.training().batch()).isEqualTo(16);
        assertThat(c.training().clip()).isEqualTo(1);
        assertThat(c.training().evaluateEvery()).isEqualTo(4);
        assertThat(c.training().evaluationTrials()).isEqualTo(132);
        assertThat(c.training().evaluationBatches()).isEqualTo(3);
        assertThat(c.training().trials()).isEqualTo(caps.get(stage.task()));
      }
    }
  }

  @Test
  void onlyArmsWhoseWiringIsMeasuredTrainOnAfterTheCriterion() {
    assertThat(condition("dms", "ps-sparse").training().after()).isEqualTo(After.CONTINUE);
    assertThat(condition("dms", "frozen").training().after()).isEqualTo(After.STOP);
  }

  @Test
  void variantsDifferFromThePresetInOneThing() {
    assertThat(condition("dms", "sparse-hysteresis").plasticity().threshold().down()).isEqualTo(0.1);
    assertThat(condition("dms", "unbounded-accum4").plasticity().parts()).isEqualTo(4);
    assertThat(condition("dms", "hstop10-unbounded").plasticity().updates()).isEqualTo(10);
    assertThat(condition("dms", "sparse-moments-zero").training().optimiser().moments())
        .isEqualTo(OptimiserSettings.Moments.ZERO);
    assertThat(condition("dms", "sparse-moments-per").training().optimiser().moments())
        .isEqualTo(OptimiserSettings.Moments.PER_SYNAPSE);
  }

  @Test
  void theFullStudyHasFortySeedsAndTheQuickOneSixteen() {
    assertThat(FULL.getFirst().experiment().seeds()).hasSize(40);
    List<Stage> quick = Stages.stages(Request.of(EnumSet.of(Part.REFERENCE), true));
    assertThat(quick).hasSize(1);
    assertThat(quick.getFirst().experiment().seeds()).hasSize(16);
    assertThat(quick.getFirst().arms().stream().map(Arm::name).collect(Collectors.toSet())).contains(
        "ps-sparse", "ps-unbounded", "ps-g1.3", "bp-tuned", "bp-tuned-sgd", "bp-g1.3", "bp-g0.8", "frozen",
        "sparse-perm-fixed");
  }
}

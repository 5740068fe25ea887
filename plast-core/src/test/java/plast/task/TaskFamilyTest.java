package plast.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plast.math.Seed;
import plast.task.Batch.Period;
import plast.task.Batch.Trial;

/** What must hold for every task family. */
class TaskFamilyTest {
  private static final Seed SEED = new Seed(11);

  static List<TaskFamily> families() {
    return Tasks.all();
  }

  /** Each family at its own time step, at half of it and at a step that divides no duration. */
  static Stream<Arguments> timeSteps() {
    return families().stream().flatMap(family -> Stream.of(
        Arguments.of(family, family.defaultDt()),
        Arguments.of(family, family.defaultDt() / 2),
        Arguments.of(family, family.defaultDt() * 0.37)));
  }

  @ParameterizedTest
  @MethodSource("timeSteps")
  void batchesHaveTheirShapesAndFiniteValues(TaskFamily family, double dt) {
    Task task = family.with(Map.of(), dt, family.defaultTau());
    Batch batch = task.draw(7, SEED.stream("trials"));
    assertThat(batch.trials()).isEqualTo(7);
    assertThat(batch.inputs()).isEqualTo(task.inputs());
    assertThat(batch.outputs()).isEqualTo(task.outputs());
    assertThat(batch.stimulus()).hasSize(batch.steps() * 7 * task.inputs());
    assertThat(batch.target()).hasSize(batch.steps() * 7 * task.outputs());
    assertThat(batch.mask()).hasSize(batch.steps() * 7);
    assertThat(batch.outputWeight()).hasSize(task.outputs());
    assertThat(batch.trial()).hasSize(7).doesNotContainNull();
    for (float[] values : List.of(batch.stimulus(), batch.target(), batch.mask(), batch.outputWeight())) {
      for (float value : values) assertThat(Float.isFinite(value)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("timeSteps")
  void everyTrialIsScoredInsideTheBatchAndWeighsSomething(TaskFamily family, double dt) {
    Batch batch = family.with(Map.of(), dt, family.defaultTau()).draw(16, SEED.stream("trials"));
    for (int b = 0; b < batch.trials(); b++) {
      Trial trial = batch.trial()[b];
      assertThat(trial.from()).isBetween(0, trial.to() - 1);
      assertThat(trial.to()).isLessThanOrEqualTo(batch.steps());
      float scored = 0;
      for (int t = 0; t < batch.steps(); t++) {
        float weight = batch.mask()[batch.maskIndex(t, b)];
        assertThat(weight).isNotNegative();
        if (t >= trial.from() && t < trial.to()) scored += weight;
      }
      assertThat(scored).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("timeSteps")
  void crossEntropyTargetsAreOneHot(TaskFamily family, double dt) {
    Task task = family.with(Map.of(), dt, family.defaultTau());
    if (task.loss() != Loss.CROSS_ENTROPY) return;
    Batch batch = task.draw(5, SEED.stream("trials"));
    for (int k = 0; k < batch.target().length; k += batch.outputs()) {
      float sum = 0, largest = 0;
      for (int o = 0; o < batch.outputs(); o++) {
        sum += batch.target()[k + o];
        largest = Math.max(largest, batch.target()[k + o]);
      }
      assertThat(sum).isEqualTo(1);
      assertThat(largest).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("timeSteps")
  void periodsFollowEachOtherAndCoverTheFirstTrial(TaskFamily family, double dt) {
    Batch batch = family.with(Map.of(), dt, family.defaultTau()).draw(3, SEED.stream("trials"));
    int end = 0;
    for (Period period : batch.periods()) {
      assertThat(period.from()).isEqualTo(end);
      assertThat(period.to()).isGreaterThan(period.from());
      end = period.to();
    }
    assertThat(end).isLessThanOrEqualTo(batch.steps());
    for (int t = end; t < batch.steps(); t++) assertThat(batch.mask()[batch.maskIndex(t, 0)]).isZero();
  }

  @ParameterizedTest
  @MethodSource("families")
  void equalStreamsGiveEqualBatches(TaskFamily family) {
    Task task = family.with(Map.of(), family.defaultDt(), family.defaultTau());
    Batch first = task.draw(6, SEED.stream("trials", 4)), second = task.draw(6, SEED.stream("trials", 4));
    Batch other = task.draw(6, SEED.stream("trials", 5));
    assertThat(first.stimulus()).isEqualTo(second.stimulus());
    assertThat(first.target()).isEqualTo(second.target());
    assertThat(first.mask()).isEqualTo(second.mask());
    assertThat(first.trial()).isEqualTo(second.trial());
    assertThat(first.periods()).isEqualTo(second.periods());
    assertThat(other.stimulus()).isNotEqualTo(first.stimulus());
  }

  @ParameterizedTest
  @MethodSource("timeSteps")
  void theTargetsThemselvesScoreOne(TaskFamily family, double dt) {
    Task task = family.with(Map.of(), dt, family.defaultTau());
    for (int n = 0; n < 3; n++) {
      Batch batch = task.draw(40, SEED.stream("trials", n));
      Score score = task.score(batch, batch.target());
      assertThat(score.performance()).isEqualTo(1);
      assertThat(score.strictPerformance()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void outputsThatIgnoreTheInputScoreNoBetterThanChance(TaskFamily family) {
    Task task = family.with(Map.of(), family.defaultDt(), family.defaultTau());
    for (int channel = 0; channel < task.outputs(); channel++) {
      Score score = Score.NONE;
      for (int n = 0; n < 4; n++) {
        Batch batch = task.draw(200, SEED.stream("trials", n));
        float[] output = new float[batch.target().length];
        for (int k = channel; k < output.length; k += batch.outputs()) output[k] = 1;
        score = score.plus(task.score(batch, output));
      }
      // 800 trials: 0.07 is four standard deviations of a share near one half
      assertThat(score.performance()).isLessThan(task.chance() + 0.07);
      assertThat(score.strict()).isLessThanOrEqualTo(score.correct());
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void outputsThatAreNotNumbersAreNeverBetterThanChance(TaskFamily family) {
    Task task = family.with(Map.of(), family.defaultDt(), family.defaultTau());
    Batch batch = task.draw(200, SEED.stream("trials"));
    float[] output = new float[batch.target().length];
    Arrays.fill(output, Float.NaN);
    assertThat(task.score(batch, output).performance()).isLessThan(task.chance() + 0.15);
  }

  @ParameterizedTest
  @MethodSource("families")
  void criterionIsAboveChance(TaskFamily family) {
    Task task = family.with(Map.of(), family.defaultDt(), family.defaultTau());
    assertThat(task.criterion()).isGreaterThan(task.chance()).isLessThanOrEqualTo(1);
    assertThat(task.name()).isEqualTo(family.name());
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyOptionRefusesWhatIsNotANumberAndTheWrongCount(TaskFamily family) {
    for (TaskOption option : family.options()) {
      double[] wrong = option.defaults().clone();
      wrong[0] = Double.NaN;
      for (double[] value : List.of(wrong, new double[0])) {
        assertThatThrownBy(() -> family.with(Map.of(option.name(), value), 20, 100))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(family.name())
            .hasMessageContaining(option.name());
      }
      switch (option.kind()) {
        case DURATION, DURATION_RANGE, DURATION_LIST, COUNT, SWITCH -> {
          double[] negative = option.defaults().clone();
          negative[0] = -1;
          assertThatThrownBy(() -> family.with(Map.of(option.name(), negative), 20, 100))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("-1.0");
        }
        case NUMBER, NUMBER_LIST -> {}
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyOptionAcceptsItsDefault(TaskFamily family) {
    for (TaskOption option : family.options()) {
      assertThat(option.description()).isNotBlank();
      assertThat(family.with(Map.of(option.name(), option.defaults()), family.defaultDt(), family.defaultTau())).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void durationsPerTrialPadWithSilence(TaskFamily family) {
    if (family.options().stream().noneMatch(option -> option.name().equals("perTrialTiming"))) return;
    Task task = family.with(Map.of("perTrialTiming", new double[] {1}), family.defaultDt(), family.defaultTau());
    Batch batch = task.draw(20, SEED.stream("trials"));
    for (int b = 0; b < batch.trials(); b++) {
      int end = batch.steps();
      while (end > 0 && batch.mask()[batch.maskIndex(end - 1, b)] == 0) end--;
      for (int t = Math.max(end, batch.trial()[b].to()); t < batch.steps(); t++) {
        for (int k = 0; k < batch.inputs(); k++) assertThat(batch.stimulus()[batch.stimulusIndex(t, b, k)]).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void anEmptyBatchAndAWrongOutputAreRefused(TaskFamily family) {
    Task task = family.with(Map.of(), family.defaultDt(), family.defaultTau());
    assertThatThrownBy(() -> task.draw(0, SEED.stream("trials"))).isInstanceOf(IllegalArgumentException.class);
    Batch batch = task.draw(1, SEED.stream("trials"));
    assertThatThrownBy(() -> task.score(batch, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(task.name());
  }

  @ParameterizedTest
  @MethodSource("families")
  void theNameLeadsBackToTheFamily(TaskFamily family) {
    assertThat(Tasks.named(family.name())).isSameAs(family);
    assertThat(family.battery()).isIn("core", "neurogym", "yang19", "psychrnn", "signals");
    assertThat(family.title()).isNotBlank();
    assertThat(family.source()).isNotBlank();
  }

  @Test
  void namesAreUnique() {
    List<String> names = new ArrayList<>();
    for (TaskFamily family : families()) names.add(family.name());
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void aMisspeltTaskIsToldTheNearestOne() {
    assertThatThrownBy(() -> Tasks.named("dsm"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dsm")
        .hasMessageContaining("dms");
  }

  @Test
  void aMisspeltOptionIsToldTheNearestOne() {
    assertThatThrownBy(() -> Tasks.named("dms").with(Map.of("dely", new double[] {1}), 20, 100))
        .hasMessage("task dms has no option dely; the nearest is delay");
  }
}

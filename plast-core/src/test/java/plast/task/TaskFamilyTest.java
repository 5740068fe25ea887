package plast.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

  /** Each family at its own time step, at twice and half of it and at a step that divides no duration. */
  static Stream<Arguments> timeSteps() {
    return families().stream().flatMap(family -> Stream.of(
        Arguments.of(family, family.defaultDt()),
        Arguments.of(family, family.defaultDt() * 2),
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
      assertThat(IntStream.range(0, values.length).allMatch(k -> Float.isFinite(values[k]))).isTrue();
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
      int negative = 0;
      float scored = 0;
      for (int t = 0; t < batch.steps(); t++) {
        float weight = batch.mask()[batch.maskIndex(t, b)];
        if (!(weight >= 0)) negative++;
        if (t >= trial.from() && t < trial.to()) scored += weight;
      }
      assertThat(negative).isZero();
      assertThat(scored).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("timeSteps")
  void crossEntropyTargetsAreOneHot(TaskFamily family, double dt) {
    Task task = family.with(Map.of(), dt, family.defaultTau());
    if (task.loss() != Loss.CROSS_ENTROPY) return;
    Batch batch = task.draw(5, SEED.stream("trials"));
    assertThat(IntStream.range(0, batch.steps() * batch.trials()).allMatch(row -> isOneHot(batch, row))).isTrue();
  }

  private static boolean isOneHot(Batch batch, int row) {
    int ones = 0, zeros = 0;
    for (int k = row * batch.outputs(); k < (row + 1) * batch.outputs(); k++) {
      if (batch.target()[k] == 1) ones++;
      if (batch.target()[k] == 0) zeros++;
    }
    return ones == 1 && zeros == batch.outputs() - 1;
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
      Batch batch = task.draw(20, SEED.stream("trials", n));
      Score score = task.score(batch, batch.target());
      assertThat(score.performance()).isEqualTo(1);
      assertThat(score.strictPerformance()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void outputsThatIgnoreTheInputScoreNoBetterThanChance(TaskFamily family) {
    Task task = family.with(Map.of(), family.defaultDt(), family.defaultTau());
    List<Batch> batches = new ArrayList<>();
    for (int n = 0; n < 40; n++) batches.add(task.draw(20, SEED.stream("trials", n)));
    for (int channel : new int[] {0, task.outputs() / 2, task.outputs() - 1}) {
      Score score = Score.NONE;
      for (Batch batch : batches) {
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
    Batch batch = task.draw(100, SEED.stream("trials"));
    float[] output = new float[batch.target().length];
    Arrays.fill(output, Float.NaN);
    assertThat(task.score(batch, output).performance()).isLessThan(task.chance() + 0.2);
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
      Task task = family.with(Map.of(option.name(), option.defaults()), family.defaultDt(), family.defaultTau());
      assertThat(task).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aChangedOptionIsRefusedByNameOrGivesATaskThatCanBeSolved(TaskFamily family) {
    for (TaskOption option : family.options()) {
      for (double factor : new double[] {0, 0.3, 3}) {
        double[] changed = Arrays.stream(option.defaults()).map(value -> value * factor).toArray();
        Task task;
        try {
          task = family.with(Map.of(option.name(), changed), family.defaultDt(), family.defaultTau());
        } catch (IllegalArgumentException refused) {
          assertThat(refused).hasMessageContaining("task " + family.name()).hasMessageContaining(" it must be ");
          continue;
        }
        Batch batch = task.draw(8, SEED.stream("trials"));
        assertThat(task.score(batch, batch.target()).performance()).as(option.name() + " x " + factor).isEqualTo(1);
      }
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
        int first = batch.stimulusIndex(t, b, 0);
        assertThat(Arrays.copyOfRange(batch.stimulus(), first, first + batch.inputs())).containsOnly(0);
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
  void aBatchTooLargeForAnArrayIsRefused() {
    Task task = Tasks.named("dms").with(Map.of("sample", new double[] {1e7}), 1e-3, 100);
    assertThatThrownBy(() -> task.draw(100, SEED.stream("trials")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not fit");
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

package plast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import plast.learn.OptimiserSettings.Moments;
import plast.learn.OptimiserSettings.Name;
import plast.learn.PlasticitySettings.Application;
import plast.learn.PlasticitySettings.Mode;
import plast.rate.model.BuiltInNetwork;
import plast.math.Seed;
import plast.rate.NetworkSettings;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.task.Tasks;

/** The identities that hold to the last bit, and what happens at the edges. */
class TrainerTest {
  private static final WeakRule NONE = new WeakRule(WeakRule.Form.NONE, 0);
  private static final Threshold NEVER = Threshold.absolute(Double.POSITIVE_INFINITY);

  @Test
  void thresholdZeroIsBackpropagation() {
    double[] bp = Arms.weights(Arms.condition(Arms.mode(Mode.BP, 0, 1)));
    Trainer zero = Arms.trained(Arms.condition(Arms.rule(Arms.PS.rule(), 0.3, Threshold.absolute(0))));
    assertThat(Arms.weights(Arms.condition(Arms.rule(Arms.PS.rule(), 0.9, Threshold.absolute(0))))).isEqualTo(bp);
    assertThat(zero.outcome().evaluations()).allSatisfy(e -> {
      assertThat(e.strongFraction()).isOne();
      assertThat(e.switchedUp() + e.switchedDown()).isZero();
    });
  }

  @Test
  void infiniteThresholdIsHebbAll() {
    assertThat(Arms.weights(Arms.condition(Arms.rule(Arms.PS.rule(), 0.3, NEVER))))
        .isEqualTo(Arms.weights(Arms.condition(Arms.mode(Mode.HEBB_ALL, 0, 1))));
  }

  @Test
  void hebbianRateZeroIsFrozen() {
    assertThat(Arms.weights(Arms.condition(Arms.rule(Arms.PS.rule(), 0, Arms.PS.threshold()))))
        .isEqualTo(Arms.weights(Arms.condition(Arms.rule(NONE, 0.3, Arms.PS.threshold()))));
  }

  @Test
  void stoppingTheRuleAtOnceIsFrozen() {
    assertThat(Arms.weights(Arms.condition(Arms.mode(Mode.HSTOP, 0, 1))))
        .isEqualTo(Arms.weights(Arms.condition(Arms.rule(NONE, 0.3, Arms.PS.threshold()))));
  }

  @Test
  void onePartIsTheWholeBatch() {
    assertThat(Arms.weights(Arms.condition(Arms.mode(Mode.ACCUM, 0, 1))))
        .isEqualTo(Arms.weights(Arms.condition(Arms.PS)));
  }

  @Test
  void noHebbianBeginningIsBackpropagation() {
    assertThat(Arms.weights(Arms.condition(Arms.mode(Mode.PREH, 0, 1))))
        .isEqualTo(Arms.weights(Arms.condition(Arms.mode(Mode.BP, 0, 1))));
  }

  @Test
  void laterStopsDifferFromAllOfThese() {
    double[] plain = Arms.weights(Arms.condition(Arms.PS));
    for (Condition other : List.of(
        Arms.condition(Arms.mode(Mode.HSTOP, 5, 1)), Arms.condition(Arms.mode(Mode.PREH, 5, 1)),
        Arms.condition(Arms.mode(Mode.ACCUM, 0, 4)), Arms.condition(Arms.mode(Mode.FIXED, 0, 1)),
        Arms.condition(Arms.mode(Mode.BOTH, 0, 1)))) {
      assertThat(Arms.weights(other)).isNotEqualTo(plain);
    }
  }

  @Test
  void withoutRatesRecurrentWeightsStay() {
    Condition still = new Condition(
        "still", "dms-short", Map.of(), Arms.NETWORK, Arms.rule(Arms.PS.rule(), 0, Arms.PS.threshold()),
        Arms.optimiser(OptimiserSettings.adam(0)));
    Trainer trainer = Arms.trained(still);
    assertThat(trainer.outcome().last().weights()).isEqualTo(trainer.outcome().initial().weights());
  }

  @Test
  void signRulesKeepSignsOfSynapsesThatStayWeak() {
    Trainer trainer = Arms.start(Arms.condition(Arms.rule(new WeakRule(WeakRule.Form.GROW_COV, 0), 0.01, NEVER)));
    double[] before = trainer.learner().network().recurrent().values().clone();
    while (!trainer.finished()) trainer.step();
    double[] after = trainer.learner().network().recurrent().values();
    assertThat(after).isNotEqualTo(before);
    for (int k = 0; k < before.length; k++) assertThat(Math.signum(after[k])).isEqualTo(Math.signum(before[k]));
  }

  static List<Condition> resumable() {
    List<Condition> all = new ArrayList<>();
    for (Mode mode : Mode.values()) all.add(Arms.condition(Arms.mode(mode, 6, mode == Mode.ACCUM ? 3 : 1)));
    for (Moments moments : Moments.values()) {
      for (Name name : Name.values()) {
        OptimiserSettings o = new OptimiserSettings(name, 0.01, 0.9, 0.9, 0.999, 1e-8, moments);
        all.add(Arms.with(n -> n, t -> Arms.optimiser(o)));
      }
    }
    for (WeakRule.Form form : WeakRule.Form.values()) {
      all.add(Arms.condition(Arms.rule(new WeakRule(form, 0.1), 0.05, Arms.PS.threshold())));
    }
    all.add(Arms.with(n -> noisy(n, false), t -> t));
    PlasticitySettings everywhere = new PlasticitySettings(
        Mode.PS, Arms.PS.rule(), 0.1, Threshold.initialSd(1), Arms.ALL,
        Application.PSEUDO_GRADIENT, 0, 1);
    all.add(Arms.condition(everywhere));
    return all;
  }

  private static NetworkSettings noisy(NetworkSettings n, boolean autapses) {
    return new NetworkSettings(
        n.units(), n.activation(), 50, n.tau(), n.leak(), 0.05, autapses, n.precision(), n.initialisation());
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void resumedTrainingEndsWithTheSameBits(Condition condition) {
    Trainer whole = Arms.trained(condition);
    Trainer first = Arms.start(condition);
    for (int k = 0; k < 11; k++) first.step();
    Trainer second = Trainer.resume(
        condition, Tasks.named(condition.task()).with(Map.of(), condition.network().dt(), 100), new Seed(7),
        first.checkpoint());
    while (!second.finished()) second.step();
    for (int g = 0; g < 5; g++) {
      assertThat(second.learner().network().arrays().get(g)).isEqualTo(whole.learner().network().arrays().get(g));
    }
    assertThat(second.outcome().evaluations()).isEqualTo(whole.outcome().evaluations());
    assertThat(second.outcome().notices()).isEqualTo(whole.outcome().notices());
    assertThat(second.outcome().atCriterion().weights()).isEqualTo(whole.outcome().atCriterion().weights());
    assertThat(second.outcome().last().strong()).isEqualTo(whole.outcome().last().strong());
  }

  @Test
  void aCheckpointOfAnotherShapeIsRefused() {
    Map<String, double[]> checkpoint = new HashMap<>(Arms.start(Arms.condition(Arms.PS)).checkpoint());
    checkpoint.put("weights.0", new double[3]);
    assertThatThrownBy(() -> Trainer.resume(
        Arms.condition(Arms.PS), Tasks.named("dms-short").with(Map.of(), 100, 100), new Seed(7), checkpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights.0")
        .hasMessageContaining("3 entries")
        .hasMessageContaining("400");
  }

  @Test
  void withoutAutapsesTheDiagonalStaysZero() {
    Trainer trainer = Arms.trained(Arms.with(n -> noisy(n, false), t -> t));
    var w = trainer.learner().network().recurrent();
    for (int i = 0; i < w.rows(); i++) assertThat(w.get(i, i)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Moments.class)
  void momentsMatterOnlyWhereSynapsesAreWeak(Moments moments) {
    OptimiserSettings o = new OptimiserSettings(Name.ADAM, 0.01, 0.9, 0.9, 0.999, 1e-8, moments);
    Condition bp =
        new Condition("bp", "dms-short", Map.of(), Arms.NETWORK, Arms.mode(Mode.BP, 0, 1), Arms.optimiser(o));
    double[] reference = Arms.weights(Arms.condition(Arms.mode(Mode.BP, 0, 1)));
    double[] got = Arms.weights(bp);
    for (int k = 0; k < got.length; k++) {
      assertThat(got[k]).isCloseTo(reference[k], org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void oneDivergedNetworkKeepsItsLastFiniteWeights() {
    PlasticitySettings runaway = new PlasticitySettings(
        Mode.HEBB_ALL, new WeakRule(WeakRule.Form.HEBB, 0), 1e4, Threshold.absolute(0.2), Arms.PS.projections(),
        Application.DIRECT, 0, 1);
    Outcome outcome = Arms.trained(Arms.condition(runaway)).outcome();
    assertThat(outcome.state()).isEqualTo(Outcome.State.DIVERGED);
    assertThat(outcome.trialsToCriterion()).isEmpty();
    assertThat(java.util.Arrays.stream(outcome.last().weights().values()).allMatch(Double::isFinite)).isTrue();
    assertThat(outcome.notices()).anyMatch(n -> n.startsWith("diverged at trial"));
  }

  @Test
  void aRunWithoutStrongSynapsesSaysSo() {
    assertThat(longRun(NEVER).notices()).anyMatch(n -> n.contains("every synapse was weak"));
    assertThat(longRun(Threshold.absolute(0)).notices()).anyMatch(n -> n.contains("every synapse was strong"));
  }

  private static Outcome longRun(Threshold threshold) {
    TrainingSettings longer = new TrainingSettings(
        2, 2 * 60, OptimiserSettings.adam(1e-3), 1, 10, 4, 1, TrainingSettings.After.CONTINUE, 1, 0);
    return Arms.trained(new Condition(
        "long", "dms-short", Map.of(), Arms.NETWORK, Arms.rule(Arms.PS.rule(), 1e-4, threshold), longer)).outcome();
  }

  @Test
  void anUpdateAllocatesNothingOnceItHasRun() {
    Condition condition = Arms.condition(Arms.PS);
    var task = Tasks.named("dms-short").with(Map.of(), 100, 100);
    var batch = task.draw(8, new Seed(1).stream("trials"));
    Learner learner = new Learner(condition, task, new Seed(1));
    for (int k = 0; k < 20_000; k++) learner.update(batch, k);
    var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    // On a busy machine the compiler may need many repeats to be done.
    for (int repeat = 0; repeat < 1000 && least > 0; repeat++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < 100; k++) learner.update(batch, k);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }
}

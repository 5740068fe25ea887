package plast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plast.equation.EquationException;
import plast.learn.PlasticitySettings.Application;
import plast.learn.PlasticitySettings.Mode;
import plast.rate.model.BuiltInNetwork;
import plast.math.Seed;
import plast.rule.Combination;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.rule.WeakRuleText;
import plast.rule.WrittenRule;
import plast.task.Batch;
import plast.task.Tasks;

/** Rules as equations inside a network that learns. */
class WrittenRuleTest {
  private static final String COVARIANCE = "(mean(pre*post) - mean(post)*mean(pre))";

  @ParameterizedTest
  @EnumSource(WeakRule.Form.class)
  void textsOfNamedRulesMoveTheSameWeights(WeakRule.Form form) {
    WeakRule rule = new WeakRule(form, 0.2);
    Optional<String> text = WeakRuleText.of(rule, 0.1);
    if (text.isEmpty()) {
      assertThat(form.note()).startsWith("control: ");
      return;
    }
    double[] named = Arms.weights(Arms.condition(Arms.rule(rule, 0.1, Arms.PS.threshold())));
    double[] texts = Arms.weights(Arms.condition(Arms.rule(new WrittenRule(text.get()), 0.3, Arms.PS.threshold())));
    for (int k = 0; k < named.length; k++) assertThat(texts[k]).isCloseTo(named[k], within(2e-5));
  }

  @Test
  void everyProjectionGivesItsOwnSides() {
    Set<String> all = Arms.ALL;
    WrittenRule written = new WrittenRule("dw = 0.01*(mean(pre*post) - 0.2*w)");
    double[] named = Arms.weights(Arms.condition(everywhere(new WeakRule(WeakRule.Form.HEBB, 0.2), all)));
    double[] texts = Arms.weights(Arms.condition(new PlasticitySettings(Mode.PS, written, 0.3, Arms.PS.threshold(), all,
        Application.DIRECT, 0, 1)));
    for (int k = 0; k < named.length; k++) assertThat(texts[k]).isCloseTo(named[k], within(2e-5));
  }

  private static PlasticitySettings everywhere(WeakRule rule, Set<String> all) {
    return new PlasticitySettings(Mode.PS, rule, 0.01, Arms.PS.threshold(), all, Application.DIRECT, 0, 1);
  }

  @Test
  void aStrongRuleThatIsAdamMovesTheWeightsOfAdam() {
    double[] optimiser = Arms.weights(Arms.condition(Arms.mode(Mode.PS, 0, 1)));
    double[] text = Arms.weights(Arms.condition(strong("dw = -0.01*adam(grad)")));
    for (int k = 0; k < optimiser.length; k++) assertThat(text[k]).isCloseTo(optimiser[k], within(2e-5));
  }

  @Test
  void twoRulesThatSwitchInOneTextMoveTheWeightsOfThoseThatTheNetworkSwitches() {
    String weak = "dw = 0.3*(sign(w)*abs" + COVARIANCE + " - 0.2*w)";
    var one = new Combination.Switching("abs(w)", "0.3", "0.3", Combination.of(weak),
        Combination.of("dw = -0.01*adam(grad)"));
    WrittenRule combined = WrittenRule.of(one);
    double[] text = Arms.weights(Arms.condition(
        Arms.rule(combined, 0, Threshold.absolute(Double.POSITIVE_INFINITY))));
    double[] network = Arms.weights(Arms.condition(Arms.mode(Mode.PS, 0, 1)));
    for (int k = 0; k < network.length; k++) assertThat(text[k]).isCloseTo(network[k], within(2e-5));
  }

  private static PlasticitySettings strong(String text) {
    return new PlasticitySettings(Mode.PS, Arms.PS.rule(), Optional.of(new WrittenRule(text)), 0.3,
        Arms.PS.threshold(), Arms.PS.projections(), Application.DIRECT, 0, 1);
  }

  @Test
  void stateIsKeptInCheckpointsToTheLastBit() {
    PlasticitySettings bcm = Arms.rule(new WrittenRule("""
        theta = 0.1 : 1
        trace = 0 : 1
        dw = 0.05*mean(pre*post*(post - theta)) + 0.01*trace
        dtheta = 0.1*(mean(post**2) - theta)
        dtrace = 0.2*(mean(tanh(pre)*post) - trace)
        """), 0.3, Threshold.absolute(0.3));
    Condition condition = Arms.condition(bcm);
    Trainer whole = Arms.start(condition), half = Arms.start(condition);
    for (int k = 0; k < 20; k++) whole.step();
    for (int k = 0; k < 11; k++) half.step();
    var task = Tasks.named(condition.task()).with(condition.taskOptions(), 100, 100);
    assertThat(half.checkpoint()).containsKeys("rule.recurrent.weak.theta", "rule.recurrent.weak.trace");
    assertThat(half.checkpoint().get("rule.recurrent.weak.theta")).hasSize(20);
    assertThat(half.checkpoint().get("rule.recurrent.weak.trace")).hasSize(400);
    Trainer resumed = Trainer.resume(condition, task, new Seed(7), half.checkpoint());
    for (int k = 11; k < 20; k++) resumed.step();
    assertThat(resumed.learner().network().recurrent().values())
        .isEqualTo(whole.learner().network().recurrent().values());
  }

  @Test
  void aSectionSeesTheWeightsAfterTheOneBefore() {
    double[] once = updated("every batch:\n  dw = -0.75*w", 1);
    double[] twice = updated("every batch:\n  dw = -0.5*w\nevery batch:\n  dw = -0.5*w", 1);
    for (int k = 0; k < once.length; k++) assertThat(twice[k]).isCloseTo(once[k], within(1e-15));
  }

  @Test
  void everyChangeReadsTheValuesBeforeIt() {
    // After three updates count was 0, 1, 2 where it was read, and side too, one of them a neuron's.
    String text = "count = 0 : 1\nside = 0 : 1\ndw = -w + count + side\ndcount = 1\ndside = 1 + 0*i";
    assertThat(updated(text, 3)).containsOnly(4.0);
    String swapped = "a = 1 : 1\nb = 2 : 1\ndw = -w + a + 10*b\nda = b - a + 0*w\ndb = a - b + 0*w";
    assertThat(updated(swapped, 2)).containsOnly(12.0);
  }

  private static double[] updated(String text, int updates) {
    Trainer trainer = Arms.start(
        Arms.condition(Arms.rule(new WrittenRule(text), 0, Threshold.absolute(Double.POSITIVE_INFINITY))));
    for (int k = 0; k < updates; k++) trainer.step();
    return trainer.learner().network().recurrent().values();
  }

  @Test
  void warmUpdatesAllocateNothing() {
    PlasticitySettings written = new PlasticitySettings(Mode.PS, new WrittenRule("""
        theta = 0.1 : 1
        dw = 0.001*(mean(tanh(pre)*post*(post - theta)) - mean(post)*mean(pre) - w)
        dtheta = 0.1*(mean(post**2) - theta)
        """), Optional.of(new WrittenRule("dw = -0.001*adam(grad)")), 0.3, Arms.PS.threshold(),
        Arms.PS.projections(), Application.DIRECT, 0, 1);
    Condition condition = Arms.condition(written);
    assertThat(allocated(condition)).isZero();
  }

  private static long allocated(Condition condition) {
    var task = Tasks.named(condition.task()).with(condition.taskOptions(), 100, 100);
    Learner learner = new Learner(condition, task, new Seed(3));
    var batch = task.draw(8, new Seed(4).stream("trials"));
    var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long allocated = Long.MAX_VALUE, update = 0;
    for (int round = 0; round < 3000 && allocated > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < 20; k++) learner.update(batch, update++);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    return allocated;
  }

  private static final String THREE_FACTORS = """
      tau = 300*ms : second (constant)
      reward : 1 (modulator)
      loss : 1 (modulator)
      trace = 0 : 1
      x = 0 : 1
      expected = 0.5 : 1
      every step:
        dtrace = dt/tau*(pre*post - trace)
        dx = 0.1*(pre - x)
        dw = 0.0001*(reward*x*post - w)
      every trial:
        dw = 0.01*(mean(reward) - expected)*trace - 0.001*mean(loss)*mean(pre*post)
      every batch:
        dexpected = 0.1*(mean(reward) - expected)
        dw = 0.001*mean(reward*trace)
      """;

  @Test
  void rulesOfAllSchedulesResumeToTheLastBitAndStoreNothingOfTrials() {
    Condition condition = Arms.condition(Arms.rule(new WrittenRule(THREE_FACTORS), 0, Threshold.absolute(0.3)));
    Trainer whole = Arms.start(condition), half = Arms.start(condition);
    for (int k = 0; k < 20; k++) whole.step();
    for (int k = 0; k < 9; k++) half.step();
    assertThat(half.checkpoint()).containsKey("rule.recurrent.weak.expected")
        .doesNotContainKeys("rule.recurrent.weak.trace", "rule.recurrent.weak.x");
    assertThat(half.checkpoint().get("rule.recurrent.weak.expected")).hasSize(1);
    assertThat(half.checkpoint().get("rule.recurrent.weak.expected")[0]).isNotEqualTo(0.5);
    var task = Tasks.named(condition.task()).with(condition.taskOptions(), 100, 100);
    Trainer resumed = Trainer.resume(condition, task, new Seed(7), half.checkpoint());
    for (int k = 9; k < 20; k++) resumed.step();
    assertThat(resumed.learner().network().recurrent().values())
        .isEqualTo(whole.learner().network().recurrent().values());
  }

  @Test
  void expectedRewardIsTheRunningMeanOfTheScore() {
    String text = "reward : 1 (modulator)\nexpected = 0 : 1\ndexpected = mean(reward) - expected\ndw = 0*w";
    Condition condition = Arms.condition(
        Arms.rule(new WrittenRule(text), 0, Threshold.absolute(Double.POSITIVE_INFINITY)));
    var task = Tasks.named(condition.task()).with(condition.taskOptions(), 100, 100);
    Learner learner = new Learner(condition, task, new Seed(3));
    for (int update = 0; update < 5; update++) {
      Batch batch = task.draw(10, new Seed(4).stream("trials", update));
      double[] raw = learner.run(batch, null);
      float[] output = new float[raw.length];
      for (int k = 0; k < raw.length; k++) output[k] = (float) raw[k];
      double performance = task.score(batch, output).performance();
      learner.update(batch, update);
      double[] expected = learner.plastic()[0].rules().get("weak").state().get("expected");
      assertThat(expected[0]).isCloseTo(performance, within(1e-15));
    }
  }

  @Test
  void lossesOfTrialsAverageToThatOfTheBatch() {
    String text = "loss : 1 (modulator)\nx = 0 : 1\ndx = mean(loss) - x\ndw = 0*w";
    Condition condition = Arms.condition(
        Arms.rule(new WrittenRule(text), 0, Threshold.absolute(Double.POSITIVE_INFINITY)));
    var task = Tasks.named(condition.task()).with(condition.taskOptions(), 100, 100);
    Learner learner = new Learner(condition, task, new Seed(3));
    double loss = learner.update(task.draw(10, new Seed(4).stream("trials")), 0);
    // All trials of a batch of this task have the same number of scored steps.
    assertThat(learner.plastic()[0].rules().get("weak").state().get("x")[0]).isCloseTo(loss, within(1e-12));
  }

  @Test
  void stepsAndTrialsAllocateNothingOnceWarm() {
    String silent = THREE_FACTORS.replace("reward : 1 (modulator)\n", "").replace("reward", "loss");
    assertThat(silent).isNotEqualTo(THREE_FACTORS);
    Condition condition = Arms.condition(Arms.rule(new WrittenRule(silent), 0, Threshold.absolute(0.3)));
    assertThat(allocated(condition)).isZero();
  }

  @Test
  void whatANetworkCannotRunIsSaidAtOnce() {
    assertThatThrownBy(() -> new WrittenRule("dw = lr*mean(pre*post)")).isInstanceOf(EquationException.class)
        .hasMessageContaining("'lr' is not defined");
    assertThatThrownBy(() -> new WrittenRule("rewrd : 1 (shared, modulator)\ndw = rewrd*mean(pre*post)"))
        .hasMessage("rule: nothing in this network gives the modulator 'rewrd'; did you mean reward? "
            + "There are reward and loss");
    assertThatThrownBy(() -> new WrittenRule("ACh : 1 (modulator)\nevery step: dw = ACh*pre"))
        .hasMessage("rule: nothing in this network gives the modulator 'ACh'; there are reward and loss");
    assertThatThrownBy(() -> new WrittenRule("loss : volt (modulator)\nevery step: dw = loss/volt"))
        .hasMessageContaining("loss : 1 (modulator)");
    assertThatThrownBy(() -> new WrittenRule("every step: dw = 0.1*randn()*pre")).hasMessageContaining("randn");
    assertThatThrownBy(() -> new WrittenRule("lr : 1 (constant)\ndw = lr*mean(pre*post)"))
        .hasMessageContaining("'lr' has no value");
    assertThatThrownBy(() -> new WrittenRule("dw = mean(tanh(pre*post))")).hasMessageContaining("does not factorise");
    assertThatThrownBy(() -> new WrittenRule("dw = 0.1*randn()*mean(pre)")).hasMessageContaining("randn");
  }
}

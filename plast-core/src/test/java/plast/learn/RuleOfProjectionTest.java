package plast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plast.equation.EquationException;
import plast.equation.Integrator;
import plast.learn.PlasticitySettings.Application;
import plast.learn.PlasticitySettings.Mode;
import plast.math.Seed;
import plast.rate.NetworkSettings;
import plast.rate.Precision;
import plast.rate.Synapses;
import plast.rate.WrittenNetwork;
import plast.rate.WrittenNetwork.Sign;
import plast.rule.Combination;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.rule.WrittenRule;
import plast.task.Tasks;

/** Rules that know the units of their projection, and projections that have rules of their own. */
class RuleOfProjectionTest {
  private static final Threshold ALL_WEAK = Threshold.absolute(Double.POSITIVE_INFINITY);
  private static final int A = 4, B = 3;

  private static WrittenNetwork.Population population(int size, String unique, Map<String, String> values,
      List<String> trained) {
    return new WrittenNetwork.Population(size, """
        dx/dt = (-x + input(drive) + input(cue) + bias)/tau : 1
        r = tanh(x) : 1
        place : 1
        bias : 1
        tau : second (shared)
        """ + unique, Optional.of(Integrator.EULER), "", "", values, trained);
  }

  /** Populations a of 4 and b of 3 units, a → a and b → a, and the stimulus to both. */
  private static final WrittenNetwork NETWORK = new WrittenNetwork(
      Map.of(
          "a", population(A, "", Map.of("place", "i/N", "bias", "0.1*i", "tau", "200*ms"), List.of("bias")),
          "b", population(B, "kind : 1", Map.of("place", "1 + i", "bias", "0", "tau", "0.3*second", "kind", "1 - i"),
              List.of())),
      Map.of("aa", projection("a", "a", "drive"), "ba", projection("b", "a", "drive"),
          "ca", projection("stimulus", "a", "cue"), "cb", projection("stimulus", "b", "cue"),
          "ab", projection("a", "b", "drive")),
      new WrittenNetwork.Readout("a", "", "randn()/sqrt(N_pre)"), Optional.empty());

  private static WrittenNetwork.Projection projection(String from, String to, String input) {
    return new WrittenNetwork.Projection(from, to, "", input, "randn()/sqrt(N_pre)", "", 1, Sign.MIXED, true);
  }

  private static PlasticitySettings rules(Map<String, WrittenRule> rules) {
    return new PlasticitySettings(Mode.PS, new WeakRule(WeakRule.Form.NONE, 0), 0.3, ALL_WEAK,
        new LinkedHashSet<>(rules.keySet()), Application.DIRECT, 0, 1).with(rules, Map.of());
  }

  private static Trainer start(PlasticitySettings plasticity) {
    NetworkSettings network = NetworkSettings.of(NETWORK, 100, 100, Precision.DOUBLE);
    Condition condition = new Condition("c", "dms-short", Map.of(), network, plasticity, Arms.TRAINING);
    return Trainer.start(condition, Tasks.named("dms-short").with(Map.of(), 100, 100), new Seed(7));
  }

  private static double[] weights(Trainer trainer, String projection) {
    return trainer.learner().network().projections().stream().filter(s -> s.name().equals(projection))
        .map(Synapses::weights).findFirst().orElseThrow().values();
  }

  /** The weights of a projection after one update. */
  private static double[] updated(String projection, String rule) {
    Trainer trainer = start(rules(Map.of(projection, new WrittenRule(rule))));
    trainer.step();
    return weights(trainer, projection).clone();
  }

  @Test
  void parametersOfBothSidesAreThoseOfTheUnits() {
    double[] w = updated("ba", "dw = place_pre + 10*place_post + 100*kind_pre - w");
    for (int i = 0; i < A; i++) {
      for (int j = 0; j < B; j++) {
        assertThat(w[i * B + j]).isCloseTo(1 + j + 10 * (i / 4.0) + 100 * (1 - j), within(1e-12));
      }
    }
  }

  @Test
  void aMaskOfCellTypesLetsOnlyTheirSynapsesChange() {
    double[] before = weights(start(rules(Map.of("ba", new WrittenRule("dw = 0*w")))), "ba").clone();
    String rule = WrittenRule.of(new Combination.Masked("kind_pre > 0", Combination.of("dw = 1"))).equations();
    double[] after = updated("ba", rule);
    for (int k = 0; k < after.length; k++) {
      assertThat(after[k] - before[k]).isCloseTo(k % B == 0 ? 1 : 0, within(1e-12));
    }
  }

  @Test
  void aParameterHasItsUnit() {
    assertThat(updated("ba", "dw = tau_pre/(1*second) + tau_post/(1*ms) - w"))
        .usingComparatorWithPrecision(1e-12).containsOnly(0.3 + 200);
    assertThatThrownBy(() -> updated("ba", "dw = tau_pre - w")).isInstanceOf(EquationException.class)
        .hasMessageContaining("tau_pre [second]");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "dw = 0.1*mean(place_pre*pre*post*exp(-place_post))",
      "every trial: dw = 0.1*place_pre*exp(-place_post)*mean(pre*post)",
      "every step: dw = 0.1/5*exp(-place_post)*pre*post*place_pre",
      "one = 1 : 1\nevery step: dw = 0.1/5*exp(-place_post)*pre*post*place_pre*one\nevery trial: done = 0*w",
      "near = 0 : 1\nevery batch: near = place_pre*exp(-place_post)\nevery batch: dw = 0.1*near*mean(pre*post)"})
  void howeverARuleIsComputedParametersMeanTheSame(String text) {
    // Whatever the number of steps of the task, it is taken from the rule that says it.
    double steps = Tasks.named("dms-short").with(Map.of(), 100, 100).draw(1, new Seed(1).stream("size")).steps();
    double[] plain = updated("aa", "dw = 0.1*place_pre*exp(-place_post)*mean(pre*post)");
    double[] other = updated("aa", text.replace("0.1/5", "0.1/" + steps));
    for (int k = 0; k < plain.length; k++) assertThat(other[k]).isCloseTo(plain[k], within(1e-12));
  }

  @Test
  void aTrainedParameterHasItsPresentValue() {
    Trainer trainer = start(rules(Map.of("aa", new WrittenRule("dw = bias_post - w"))));
    int bias = trainer.learner().network().arrays().size() - 2;
    double[] first = trainer.learner().network().arrays().get(bias).clone();
    for (int k = 0; k < 4; k++) trainer.step();
    double[] before = trainer.learner().network().arrays().get(bias).clone();
    assertThat(before).isNotEqualTo(first);
    trainer.step();
    for (int k = 0; k < A * A; k++) assertThat(weights(trainer, "aa")[k]).isEqualTo(before[k / A]);
  }

  @Test
  void namesThatUnitsDoNotHaveAreSaidWithThoseThatTheyHave() {
    assertThatThrownBy(() -> updated("ba", "dw = plce_pre + x_post + kind_post - w"))
        .hasMessageContaining("'plce_pre' is no parameter of the presynaptic side")
        .hasMessageContaining("nearest names: place_pre (presynaptic parameter)")
        .hasMessageContaining("it has place_pre, bias_pre, tau_pre, kind_pre")
        .hasMessageContaining("'x_post' is no parameter of the postsynaptic side")
        .hasMessageContaining("of its state a rule sees what it tells, post")
        .hasMessageContaining("'kind_post' is no parameter");
    assertThatThrownBy(() -> updated("ca", "dw = place_pre")).hasMessageContaining("it has none");
  }

  @Test
  void parametersOfUnitsAreNotWrittenByRules() {
    assertThatThrownBy(() -> new WrittenRule("place_pre = 1\ndw = w"))
        .hasMessageContaining("'place_pre' is a parameter of the presynaptic side: a rule reads it");
    assertThatThrownBy(() -> new WrittenRule("x = place_pre : 1\ndw = x"))
        .hasMessageContaining("'x' starts from a number, 'place_pre' is none yet");
  }

  @Test
  void theBuiltInNetworkHasTheParametersOfItsEquations() {
    PlasticitySettings plasticity = Arms.rule(new WrittenRule("dw = tau_pre + 2*tau_post + b_pre - w"), 0, ALL_WEAK);
    Trainer trainer = Arms.start(Arms.condition(plasticity));
    trainer.step();
    assertThat(trainer.learner().network().recurrent().values()).containsOnly(300);
  }

  @Test
  void everyProjectionFollowsItsOwnRuleAndTheOthersThatOfAll() {
    PlasticitySettings plasticity = new PlasticitySettings(Mode.PS, new WrittenRule("dw = 7 - w"), 0, ALL_WEAK,
        Set.of("aa", "ba", "ab"), Application.DIRECT, 0, 1)
        .with(Map.of("ba", new WrittenRule("dw = 8 - w"), "ab", new WrittenRule("dw = place_pre - w")), Map.of());
    Trainer trainer = start(plasticity);
    trainer.step();
    assertThat(weights(trainer, "aa")).usingComparatorWithPrecision(1e-12).containsOnly(7.0);
    assertThat(weights(trainer, "ba")).usingComparatorWithPrecision(1e-12).containsOnly(8.0);
    for (int k = 0; k < A * B; k++) assertThat(weights(trainer, "ab")[k]).isCloseTo(k % A / 4.0, within(1e-12));
  }

  @Test
  void aStrongRuleOfAProjectionTakesThePlaceOfTheOptimiserThere() {
    PlasticitySettings plasticity = new PlasticitySettings(Mode.PS, new WrittenRule("dw = 0*w"), 0,
        Threshold.absolute(0), Set.of("aa", "ba"), Application.DIRECT, 0, 1)
        .with(Map.of(), Map.of("ba", new WrittenRule("dw = 3 - w")));
    Trainer trainer = start(plasticity);
    double[] before = weights(trainer, "aa").clone();
    trainer.step();
    assertThat(weights(trainer, "ba")).usingComparatorWithPrecision(1e-12).containsOnly(3.0);
    for (int k = 0; k < before.length; k++) {
      assertThat(weights(trainer, "aa")[k]).isNotEqualTo(before[k]).isCloseTo(before[k], within(0.02));
    }
  }

  @Test
  void rulesOfProjectionsResumeToTheLastBit() {
    PlasticitySettings plasticity = rules(Map.of("aa", new WrittenRule("""
        theta = 0.1 : 1
        dw = 0.05*mean(pre*post*(post - theta))
        dtheta = 0.1*(mean(post**2)*place_post - theta)
        """),
        "ba", new WrittenRule("reward : 1 (modulator)\nm = 0 : 1\ndm = 0.1*(mean(reward) - m)\ndw = 0.1*m*mean(pre)")));
    Trainer whole = start(plasticity), half = start(plasticity);
    for (int k = 0; k < 12; k++) whole.step();
    for (int k = 0; k < 5; k++) half.step();
    assertThat(half.checkpoint()).containsKeys("rule.aa.weak.theta", "rule.ba.weak.m");
    assertThat(half.checkpoint().get("rule.ba.weak.m")[0]).isNotZero();
    NetworkSettings network = NetworkSettings.of(NETWORK, 100, 100, Precision.DOUBLE);
    Trainer resumed = Trainer.resume(new Condition("c", "dms-short", Map.of(), network, plasticity, Arms.TRAINING),
        Tasks.named("dms-short").with(Map.of(), 100, 100), new Seed(7), half.checkpoint());
    for (int k = 5; k < 12; k++) resumed.step();
    assertThat(weights(resumed, "aa")).isEqualTo(weights(whole, "aa"));
    assertThat(weights(resumed, "ba")).isEqualTo(weights(whole, "ba"));
  }

  @Test
  void rulesOfProjectionsAreRefusedWhereEquationsAre() {
    PlasticitySettings named = Arms.mode(Mode.ACCUM, 0, 2);
    assertThatThrownBy(() -> named.with(Map.of("recurrent", new WrittenRule("dw = w")), Map.of()))
        .hasMessageContaining("mode accum");
  }

  @Test
  void whatASwitchingRuleCallsStrongIsCountedWhereAllFollowIt() {
    WrittenRule switching = WrittenRule.of(new Combination.Switching("abs(w)", "0.3", "0.3",
        Combination.of("dw = 0.3*(sign(w)*abs(mean(pre*post) - mean(post)*mean(pre)) - 0.2*w)"),
        Combination.of("dw = -0.01*adam(grad)")));
    Trainer itself = Arms.trained(Arms.condition(Arms.rule(switching, 0, ALL_WEAK)));
    Trainer network = Arms.trained(Arms.condition(Arms.mode(Mode.PS, 0, 1)));
    List<Evaluation> own = itself.outcome().evaluations(), wanted = network.outcome().evaluations();
    assertThat(own).hasSameSizeAs(wanted);
    for (int k = 0; k < own.size(); k++) {
      assertThat(own.get(k).strongFraction()).isEqualTo(wanted.get(k).strongFraction()).isBetween(0.01, 0.99);
    }
    assertThat(itself.outcome().last().strong()).isEqualTo(network.outcome().last().strong());
  }
}

package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AveragesTest {
  @Test
  void aCovarianceRuleNeedsOneProductAndTwoSums() {
    Averages rule = of("dw = sign(w)*abs(mean(post*pre) - mean(post)*mean(pre)) - 0.2*w");
    assertThat(Printed.of(rule.elementwise())).isEqualTo("sign(w)*abs(_mean0 - _mean1*_mean2) - 0.2*w");
    assertThat(written(rule, "_mean0")).isEqualTo("mean(post*pre)");
    assertThat(rule.placements()).containsEntry("_mean0", Placement.SYNAPSE)
        .containsEntry("_mean1", Placement.POSTSYNAPTIC).containsEntry("_mean2", Placement.PRESYNAPTIC)
        .containsEntry("w", Placement.SYNAPSE);
  }

  @Test
  void sumsWithinAnAverageBecomeOneProductEach() {
    Averages rule = of("theta = 0.4 : 1\ndw = mean(pre*post*(post - theta))\ndtheta = mean(post**2) - theta");
    assertThat(rule.averages()).hasSize(1);
    assertThat(Printed.of(rule.elementwise())).isEqualTo("_mean0");
    Averages decay = of("dw = mean(post*pre - w*post**2)");
    assertThat(Printed.of(decay.elementwise())).isEqualTo("_mean0 - w*_mean1");
    assertThat(written(decay, "_mean1")).isEqualTo("mean(post**2)");
  }

  @Test
  void equalAveragesAreTakenOnce() {
    assertThat(of("dw = mean(post*pre)*w + tanh(mean(post*pre))").averages()).hasSize(1);
  }

  @Test
  void aModulatorOfEachTrialStaysInsideTheAverage() {
    Averages rule = of("reward : 1 (modulator)\ndw = mean(reward*post*pre)");
    assertThat(Printed.of(rule.elementwise())).isEqualTo("_mean0");
    assertThat(written(rule, "_mean0")).isEqualTo("mean(reward*post*pre)");
  }

  @Test
  void averagesThatDoNotFactoriseAreNamed() {
    assertThatThrownBy(() -> of("dw = mean(tanh(pre*post))")).isInstanceOf(EquationException.class)
        .hasMessageContaining("tanh(pre*post)").hasMessageContaining("does not factorise");
  }

  private static String written(Averages rule, String name) {
    return Printed.of(rule.averages().get(name).expression());
  }

  private static Averages of(String batch) {
    StringBuilder text = new StringBuilder();
    for (String line : batch.lines().filter(line -> line.contains(":")).toList()) text.append(line).append('\n');
    text.append("every batch:\n");
    for (String line : batch.lines().filter(line -> !line.contains(":")).toList()) {
      text.append("  ").append(line).append('\n');
    }
    CheckedRule rule = RuleCheck.parse("rule", text.toString(), RuleCheck.newScope()).orThrow();
    return Averages.of(RuleAnalysis.of(rule).changes().getFirst().expression(), rule);
  }
}

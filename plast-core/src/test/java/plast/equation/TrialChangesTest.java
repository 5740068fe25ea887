package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import plast.equation.Section.Every;
import plast.equation.SeparableTerm.Average;

/** What becomes a product, and what must be computed synapse by synapse. */
class TrialChangesTest {

  private static TrialChanges of(String text) {
    return TrialChanges.of(RuleCheck.parse("rule", text, RuleCheck.newScope()).orThrow());
  }

  private static String product(TrialChanges changes, Every every) {
    Averages product = changes.products().get(every);
    StringBuilder text = new StringBuilder(Printed.of(product.elementwise()));
    product.averages().forEach((name, average) ->
        text.append("; ").append(name).append(" = ").append(Printed.of(average.expression())));
    return text.toString();
  }

  @Test
  void aStepThatFactorisesIsOneProductOfTheBatch() {
    TrialChanges changes = of("lr = 0.1 : 1 (constant)\nevery step: dw = lr*pre*post");
    assertThat(product(changes, Every.STEP)).isEqualTo("_steps*lr*_mean0; _mean0 = mean(post*pre)");
    assertThat(changes.isElementwise()).isFalse();
    assertThat(changes.unseparable()).isEmpty();
  }

  @Test
  void modulatorsAndTracesOfOneSideStayInTheProduct() {
    TrialChanges changes = of("""
        reward : 1 (modulator)
        x = 0 : 1
        every step:
          dx = 0.1*(pre - x)
          dw = reward*x*post""");
    assertThat(changes.isElementwise()).isFalse();
    assertThat(changes.step().keySet()).containsExactly("x");
    Average average = changes.products().get(Every.STEP).averages().get("_mean0");
    assertThat(Printed.of(average.expression())).isEqualTo("mean(post*(reward*x))");
  }

  @Test
  void aTrialThatFactorisesAveragesOverTrialsWhatItsStepsLeft() {
    TrialChanges changes = of("every trial: dw = mean(pre*post, time) - mean(pre, time)*mean(post, time)");
    assertThat(changes.step().keySet()).containsExactly("_time0", "_time1");
    assertThat(product(changes, Every.TRIAL)).isEqualTo(
        "_mean0 - _mean1; _mean0 = mean(post*pre); _mean1 = mean(_time1*_time0, batch)");
  }

  @Test
  void aStateOfASynapseIsKeptTrialByTrial() {
    TrialChanges changes = of("""
        reward : 1 (modulator)
        trace = 0 : 1
        every step: dtrace = 0.1*(pre*post - trace)
        every trial: dw = mean(reward)*trace""");
    assertThat(changes.isElementwise()).isTrue();
    assertThat(changes.trial().keySet()).containsExactly("w");
    assertThat(changes.products()).isEmpty();
    assertThat(changes.unseparable().get(Every.TRIAL)).isEqualTo("'trace' has a value for each synapse");
  }

  @Test
  void whatDoesNotFactoriseIsNamed() {
    TrialChanges changes = of("every step: dw = tanh(pre*post)\nevery trial: dw = mean(tanh(w*pre))");
    assertThat(changes.unseparable().get(Every.STEP)).contains("tanh(pre*post)").contains("does not factorise");
    assertThat(changes.step().keySet()).contains("w").hasSize(2);
    assertThat(of("reward : 1 (modulator)\nevery step: dw = tanh(w*reward)").isElementwise()).isTrue();
  }

  @Test
  void whatABatchCannotBeComputedFromIsRefused() {
    String trace = "trace = 0 : 1\nevery step: dtrace = 0.1*(pre*post - trace)\n";
    assertThatThrownBy(() -> of(trace + "every batch:\n  dw = 0.1*w\n  dtrace = -0.1*trace*0"))
        .isInstanceOf(EquationException.class);
    assertThatThrownBy(() -> of(trace + "every batch:\n  trace = 0.5")).hasMessageContaining(
        "'every batch' needs a state variable of its own");
    assertThatThrownBy(() -> of(trace + "every batch: dw = mean(trace*pre)")).hasMessageContaining(
        "'trace' is read here when a trial is over");
    assertThatThrownBy(() -> of(trace + "every trial: dw = mean(trace*pre)")).hasMessageContaining(
        "a state variable is read here when the trial is over");
    assertThatThrownBy(() -> of("every step: dw = pre*mean(pre*post, batch)")).hasMessageContaining(
        "mean(pre*post, batch)").hasMessageContaining("average modulators and rates of one side");
    assertThatThrownBy(() -> of("x = 0 : 1\nevery step:\n  dx = pre\n  dw = mean(x, batch)*post")).hasMessageContaining(
        "average modulators and rates of one side");
    assertThatThrownBy(() -> of("every trial: dw = mean(mean(pre), batch)")).hasMessageContaining(
        "average modulators and rates of one side");
    assertThatThrownBy(() -> of("every batch: dw = mean(pre*mean(post))")).hasMessageContaining("write it outside");
  }
}

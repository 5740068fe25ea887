package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plast.io.Problem;
import plast.learn.Condition;
import plast.rule.Combination;
import plast.rule.Combination.Gated;
import plast.rule.Combination.Masked;
import plast.rule.Combination.Sum;
import plast.rule.Combination.Switching;
import plast.rule.WeakRule;
import plast.rule.WeakRuleText;
import plast.rule.WrittenRule;

/** Rules that experiment files put together. */
class CombinationFileTest {
  private static final String HEAD = "task: dms\nplasticity:\n";
  private static final Combination LOSS = Combination.of("dw = -0.01*w");

  private static ExperimentFile.Checked checked(String text, String... overrides) {
    return ExperimentFile.checkText("rules.yaml", text, Path.of(""), List.of(overrides));
  }

  private static Condition only(String text, String... overrides) {
    ExperimentFile.Checked checked = checked(text, overrides);
    assertThat(checked.problems()).isEmpty();
    return checked.experiment().orElseThrow().conditions().getFirst();
  }

  private static Combination named(WeakRule.Form form, double decay, double rate) {
    return Combination.of(WeakRuleText.of(new WeakRule(form, decay), rate).orElseThrow());
  }

  @Test
  void everyFormNestsInEveryOther() {
    Condition condition = only(HEAD + """
          rule:
            sum:
              - dw = 0.01*mean(pre*post)
              - gated: {by: mean(post) - 0.1, rule: {name: oja, decay: 0, hebbianRate: 0.1}}
              - switching: {on: w, up: 0.5, down: 0.4, weak: hebb, strong: {equations: dw = -0.01*w}}
              - masked:
                  where: w > 0
                  rule: |
                    rate = 0.1 : 1 (constant)
                    dw = rate*mean(pre)
          strong:
            switching: {up: 1, weak: dw = -0.01*adam(grad), strong: dw = -0.01*w}
        """);
    assertThat(condition.plasticity().rule()).isEqualTo(WrittenRule.of(Sum.of(
        Combination.of("dw = 0.01*mean(pre*post)"),
        new Gated("mean(post) - 0.1", named(WeakRule.Form.OJA, 0, 0.1)),
        new Switching("w", "0.5", "0.4", named(WeakRule.Form.HEBB, 0.2, 0.3), LOSS),
        new Masked("w > 0", Combination.of("rate = 0.1 : 1 (constant)\ndw = rate*mean(pre)")))));
    assertThat(condition.plasticity().strongRule()).contains(WrittenRule.of(
        new Switching("abs(w)", "1", "1", Combination.of("dw = -0.01*adam(grad)"), LOSS)));
  }

  @Test
  void theLongFormAndTheCommandLineSayTheSame() {
    WrittenRule sum = WrittenRule.of(Sum.of(named(WeakRule.Form.COV, 0.2, 0.3), LOSS));
    assertThat(only(HEAD + "  rule: {equations: {sum: [cov, dw = -0.01*w]}}").plasticity().rule()).isEqualTo(sum);
    assertThat(only(HEAD + "  rule: {sum: [cov, {sum: [dw = -0.01*w]}]}", "plasticity.rule={sum: [cov, dw = -0.01*w]}")
        .plasticity().rule()).isEqualTo(sum);
    assertThat(only(HEAD + "  rule: {sum: [cov, dw = -0.01*w]}", "plasticity.rule=hebb").plasticity().namedRule().form())
        .isEqualTo(WeakRule.Form.HEBB);
  }

  @Test
  void theResolvedFileHasTheOneRuleThatIsMeant() {
    Experiment experiment = checked(HEAD + "  rule: {switching: {up: 0.5, weak: cov, strong: dw = -0.01*w}}")
        .experiment().orElseThrow();
    String resolved = ResolvedFile.text(experiment);
    assertThat(resolved).contains("strong = where(abs(w) >= 0.5, 1, where(abs(w) < 0.5, 0, strong))");
    assertThat(checked(resolved).experiment().orElseThrow().conditions()).isEqualTo(experiment.conditions());
  }

  @Test
  void aRewardGatesARule() {
    assertThat(only(HEAD + "  rule: {gated: {by: mean(reward), rule: dw = 0.1*mean(pre)}}").plasticity().rule())
        .isEqualTo(new WrittenRule("reward : 1 (modulator)\nevery batch:\n  dw = mean(reward)*(0.1*mean(pre))"));
  }

  static Stream<Arguments> wrongRules() {
    return Stream.of(
        arguments("rule: {summ: [cov]}", "rule.summ", "unknown key 'summ'", "sum"),
        arguments("rule: {sum: [cov, {gatd: {by: w, rule: cov}}]}", "rule.sum.2.gatd", "unknown key 'gatd'", "gated"),
        arguments("rule: {switching: {on: w, upp: 1, weak: cov, strong: hebb}}", "rule.switching.upp", "unknown key 'upp'",
            "up"),
        arguments("rule: {masked: {rule: cov}}", "rule.masked.where", "is missing", ""),
        arguments("rule: {gated: {by: w}}", "rule.gated.rule", "is missing", ""),
        arguments("rule: {gated: {by: [w], rule: cov}}", "rule.gated.by", "must be an expression, not a list", ""),
        arguments("rule: {gated: cov}", "rule.gated", "must be a group of keys, not a single value", "by, rule"),
        arguments("rule: {sum: cov}", "rule.sum", "must be a list of rules", "sum: ["),
        arguments("rule: {sum: [cov, [hebb]]}", "rule.sum.2", "must be a rule, not a list", "sum: ["),
        arguments("rule: {sum: [cov, heb]}", "rule.sum.2", "unknown rule 'heb'", "hebb"),
        arguments("rule: {sum: [cov, perm]}", "rule.sum.2", "'perm' looks at other synapses", ""),
        arguments("rule: {sum: [cov, {name: hebb, decay: -1}]}", "rule.sum.2.decay", "at least 0", ""),
        arguments("rule: {sum: [cov, ]}\n  strong: {sum: [dw = mean(pots)]}", "strong.sum.1",
            "sum part 1, line 1: dw = mean(pots)", ""),
        arguments("rule: {switching: {up: abs(q), weak: cov, strong: hebb}}", "rule.switching.up", "'q' is not defined", ""),
        arguments("rule: {switching: {up: 1, down: 2, weak: cov, strong: hebb}}", "rule.switching.down",
            "down = 2 is above up = 1", ""),
        arguments("rule: {sum: [cov], gated: {by: w, rule: cov}}", "rule", "second rule beside the first", "sum: ["),
        arguments("rule: {sum: [cov], equations: dw = 1}", "rule.equations", "second rule beside the first", "sum: ["),
        arguments("rule: {sum: [{sum: [cov], masked: {where: w > 0, rule: cov}}]}", "rule.sum.1.masked",
            "stands beside 'sum'", "sum: ["),
        arguments("rule: {sum: [cov], decay: 0.1}", "rule.decay", "no effect beside the equations", ""),
        arguments("rule: {gated: {by: reward, rule: dw = 0.1*mean(pre)}}", "rule.gated.by", "average them", ""),
        arguments("rule: {gated: {by: mean(rewrd), rule: dw = 0.1*mean(pre)}}", "rule",
            "gives the modulator 'rewrd'; did you mean reward?", ""),
        arguments("rule: {gated: {by: mean(ACh), rule: dw = 0.1*mean(pre)}}", "rule", "there are reward and loss", ""),
        arguments("rule: {sum: [every step: dw = pre]}", "rule.sum.1.every step", "unknown key 'every step'",
            "quotes around a text"));
  }

  @ParameterizedTest
  @MethodSource("wrongRules")
  void wrongPartIsNamedWithItsKeyAndWhatWouldBeRight(String yaml, String key, String message, String suggestion) {
    List<Problem> problems = checked(HEAD + "  " + yaml).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().key()).isEqualTo("plasticity." + key);
    assertThat(problems.getFirst().message()).contains(message);
    assertThat(problems.getFirst().suggestion()).contains(suggestion);
  }

  @Test
  void everyWrongPartIsReportedAtItsLine() {
    List<Problem> problems = checked(HEAD + """
          rule:
            sum:
              - dw = 0.1*mean(pots)
              - heb
              - masked:
                  where: w
                  rule: |
                    x = 1
                    dw = mean(pre
        """).problems();
    assertThat(problems).extracting(Problem::line).containsExactly(5, 6, 9);
    assertThat(problems.getLast().message()).contains("sum part 3, masked rule, line 2: dw = mean(pre");
    List<Problem> mask = checked(HEAD + "  rule:\n    masked:\n      where: w\n      rule: cov").problems();
    assertThat(mask).singleElement().satisfies(p -> assertThat(p.line()).isEqualTo(5))
        .satisfies(p -> assertThat(p.message()).contains("mask, line 1: w\n").contains("needs a condition"));
  }
}

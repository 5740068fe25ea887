package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import plast.learn.Condition;
import plast.learn.Outcome;
import plast.learn.Trainer;
import plast.math.Seed;
import plast.task.Task;
import plast.task.Tasks;

/** Rules of experiment files that act at steps and trials, and read rewards. */
class ScheduleFileTest {
  private static final String HEAD = """
      task: dms
      network: { units: 16 }
      training: { trials: 160, batch: 8 }
      plasticity:
        threshold: .inf
      """;
  private static final String REWARDED = HEAD + """
        rule: |
          tau = 500*ms : second (constant)
          reward : 1 (modulator)
          trace = 0 : 1
          expected = 0.5 : 1
          every step: dtrace = dt/tau*(pre*post - trace)
          every trial: dw = 0.1*(mean(reward) - expected)*trace
          every batch: dexpected = 0.05*(mean(reward) - expected)
      """;

  private static ExperimentFile.Checked check(String text) {
    return ExperimentFile.checkText("test.yaml", text, Path.of(""), List.of());
  }

  private static Outcome train(String text) {
    Condition condition = check(text).orThrow().conditions().getFirst();
    Task task = Tasks.named(condition.task()).with(condition.taskOptions(), condition.network().dt(),
        condition.network().tau());
    Trainer trainer = Trainer.start(condition, task, new Seed(4));
    while (!trainer.finished()) trainer.step();
    return trainer.outcome();
  }

  private static double moved(Outcome outcome) {
    double largest = 0;
    double[] before = outcome.initial().weights().values(), after = outcome.last().weights().values();
    for (int k = 0; k < after.length; k++) largest = Math.max(largest, Math.abs(after[k] - before[k]));
    return largest;
  }

  @Test
  void aTraceThatRewardsTurnIntoChangesRuns() {
    Outcome outcome = train(REWARDED);
    assertThat(outcome.state()).isEqualTo(Outcome.State.CAPPED);
    assertThat(moved(outcome)).isBetween(1e-4, 10.0);
    assertThat(train(REWARDED).last().weights()).isEqualTo(outcome.last().weights());
  }

  @Test
  void aRuleGatedByRewardRuns() {
    Outcome outcome = train(HEAD + "  rule: {gated: {by: mean(reward), rule: dw = 0.01*mean(pre*post)}}\n");
    assertThat(moved(outcome)).isBetween(1e-4, 10.0);
    Outcome within = train(HEAD + "  rule: {gated: {by: reward, rule: 'every step: dw = 0.001*pre*post'}}\n");
    assertThat(moved(within)).isBetween(1e-4, 10.0);
  }

  @Test
  void aRuleThatSwitchesBetweenSchedulesRuns() {
    Outcome outcome = train(HEAD + "  rule: {switching: {up: 0.3, down: 0.25, weak: 'every step: dw = 0.001*pre*post', "
        + "strong: dw = -0.01*adam(grad)}}\n");
    assertThat(moved(outcome)).isBetween(1e-4, 10.0);
  }

  @Test
  void networksOfEquationsReadTheSameSchedules() {
    Outcome outcome = train(REWARDED.replace("network: { units: 16 }", """
        network:
          populations:
            units: {size: 16, equations: "dx/dt = (-x + input(recurrent) + input(input))/(100*ms)", rate: tanh(x)}
          projections:
            recurrent: { from: units, to: units, weights: 0.8*randn()/sqrt(N_pre) }
            input: { from: stimulus, to: units }""".stripIndent()));
    assertThat(moved(outcome)).isBetween(1e-4, 10.0);
  }

  @Test
  void noticesSayHowStepsAreComputed() {
    assertThat(check(HEAD + "  rule: 'every step: dw = 0.001*pre*post'\n").notices()).containsExactly(
        "condition 'base': rule: every step: 1 product instead of 456 outer updates per batch of 8 trials of 57 steps");
    assertThat(check(REWARDED).notices()).containsExactly(
        "condition 'base': rule: every step: computed for every synapse 456 times per batch of 8 trials of 57 steps, "
            + "because 'trace' has a value for each synapse",
        "condition 'base': rule: every trial: computed for every synapse 8 times per batch of 8 trials of 57 steps, "
            + "because 'trace' has a value for each synapse");
    assertThat(check(HEAD + "  rule: dw = 0.001*mean(pre*post)\n").notices()).isEmpty();
    assertThat(check(REWARDED.replace("every batch: dexpected", "every trial: dexpected")).notices()).contains(
        "condition 'base': rule: every trial: 'expected' begins each trial with its start, which is all that is read of it; "
            + "what is to live on is written under 'every batch:'");
    assertThat(check(HEAD + "  rule: 'every step: dw = 0.001*pre'\n").notices()).containsExactly(
        "condition 'base': rule: every step: averages of one side instead of 456 outer updates per batch of 8 trials of 57 "
            + "steps");
    assertThat(check(HEAD + "  rule: 'every trial: dw = 0.1*mean(pre)*mean(post) - mean(post)*w'\n").notices())
        .containsExactly("condition 'base': rule: every trial: 1 product instead of 8 outer updates per batch of 8 trials "
            + "of 57 steps");
  }
}

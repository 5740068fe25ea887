package plast.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plast.rule.TrialActivity.POST;
import static plast.rule.TrialActivity.PRE;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sections of steps and trials beside plain loops over steps, trials and synapses. A small term that does not factorise
 * takes a rule from the matrix products to the kernels of synapses.
 */
class ScheduleTest {
  private static final double DT = 0.01;

  /** Everything that one synapse sees of a batch. */
  private static final class Synapse {
    final TrialActivity activity;
    final Modulators modulators;
    final int i;
    final int j;
    final double w;

    Synapse(TrialActivity activity, Modulators modulators, int k, double w) {
      this.activity = activity;
      this.modulators = modulators;
      i = k / PRE;
      j = k % PRE;
      this.w = w;
    }

    int steps() {
      return activity.steps;
    }

    int trials() {
      return activity.trials;
    }

    double post(int t, int b) {
      return activity.post(t, b, i);
    }

    double pre(int t, int b) {
      return activity.pre(t, b, j);
    }

    double reward(int b) {
      return modulators.of(Modulators.REWARD)[b];
    }

    double loss(int b) {
      return modulators.of(Modulators.LOSS)[b];
    }

    /** The mean over trials of what each of them adds. */
    double mean(InTrial f) {
      double sum = 0;
      for (int b = 0; b < trials(); b++) sum += f.of(b);
      return sum / trials();
    }

    /** The sum over the steps of a trial. */
    double sum(int b, InStep f) {
      double sum = 0;
      for (int t = 1; t <= steps(); t++) sum += f.of(t, b);
      return sum;
    }

    double timeMean(int b, InStep f) {
      return sum(b, f) / steps();
    }

    double product(int t, int b) {
      return pre(t, b) * post(t, b);
    }
  }

  private interface InTrial {
    double of(int b);
  }

  private interface InStep {
    double of(int t, int b);
  }

  private interface ByHand {
    double change(Synapse s);
  }

  /** Batches of several sizes, a smaller one after the largest among them. */
  private static void assertSame(String text, ByHand byHand) {
    Random random = new Random(8);
    Modulators modulators = new Modulators();
    RuleRun run = new WrittenRule(text).start(new RuleFrame(POST, PRE, DT, modulators));
    double[] w = random.doubles(POST * PRE, -1, 1).toArray(), change = new double[w.length];
    int[][] sizes = {{4, 3}, {9, 5}, {2, 4}, {1, 1}, {9, 5}};
    for (int update = 0; update < sizes.length; update++) {
      TrialActivity activity = new TrialActivity(random, sizes[update][0], sizes[update][1]);
      modulators.fit(activity.trials);
      for (int b = 0; b < activity.trials; b++) {
        modulators.of(Modulators.REWARD)[b] = random.nextInt(2);
        modulators.of(Modulators.LOSS)[b] = random.nextDouble(0, 2);
      }
      run.write(activity, w, new double[w.length], 1, update, change);
      for (int k = 0; k < w.length; k++) {
        double expected = byHand.change(new Synapse(activity, modulators, k, w[k]));
        assertThat(change[k]).as("synapse %d in update %d of %s", k, update, text).isCloseTo(expected, within(1e-12));
        w[k] += change[k];
      }
    }
  }

  @Test
  void changesOfStepsAddUpAndAreAveragedOverTrials() {
    assertSame("lr = 0.1 : 1 (constant)\nevery step: dw = lr*pre*post",
        s -> 0.1 * s.mean(b -> s.sum(b, s::product)));
    assertSame("every step: dw = -0.01*w + 0.1*pre",
        s -> s.mean(b -> s.sum(b, (t, c) -> -0.01 * s.w + 0.1 * s.pre(t, c))));
    assertSame("every step: dw = 0.1", s -> 0.1 * s.steps());
  }

  @Test
  void whatDoesNotFactoriseIsComputedForEverySynapse() {
    assertSame("every step: dw = tanh(pre*post + w)",
        s -> s.mean(b -> s.sum(b, (t, c) -> Math.tanh(s.product(t, c) + s.w))));
  }

  @Test
  void otherStepsCanBeRead() {
    ByHand byHand = s -> s.mean(b -> s.sum(b, (t, c) ->
        s.activity.now(t, c, s.j) * s.activity.post(t - 1, c, s.i)));
    assertSame("every step: dw = now(pre)*previous(post)", byHand);
    assertSame("every step: dw = now(pre)*previous(post) + 1e-20*exp(w*pre*post)", byHand);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dw = 0.1*trace", "dw = 0.1*trace + 1e-20*tanh(trace)"})
  void anEligibilityTraceDecaysAndStartsAnewInEveryTrial(String change) {
    assertSame("tau = 50*ms : second (constant)\ntrace = 0.5 : 1\nevery step:\n  dtrace = dt/tau*(pre*post - trace)\n  "
        + change, s -> s.mean(b -> {
          double trace = 0.5, sum = 0;
          for (int t = 1; t <= s.steps(); t++) {
            sum += 0.1 * trace;
            trace += 0.2 * (s.product(t, b) - trace);
          }
          return sum;
        }));
  }

  @Test
  void tracesOfOneSideAreProducts() {
    String text = """
        x = 0 : 1
        y = 0.1 : 1
        every step:
          x += 0.2*(pre - x)
          dy = 0.3*(post - y)
          dw = x*post - 0.5*pre*y""";
    assertSame(text, s -> s.mean(b -> {
      double x = 0, y = 0.1, sum = 0;
      for (int t = 1; t <= s.steps(); t++) {
        x += 0.2 * (s.pre(t, b) - x);
        sum += x * s.post(t, b) - 0.5 * s.pre(t, b) * y;
        y += 0.3 * (s.post(t, b) - y);
      }
      return sum;
    }));
  }

  @Test
  void aThreeFactorRuleReadsTheTraceAndTheRewardWhenTheTrialIsOver() {
    String text = """
        reward : 1 (modulator)
        trace = 0 : 1
        every step: dtrace = 0.2*(pre*post - trace)
        every trial: dw = 0.3*mean(reward)*trace""";
    assertSame(text, s -> s.mean(b -> 0.3 * s.reward(b) * trace(s, b)));
  }

  private static double trace(Synapse s, int b) {
    double trace = 0;
    for (int t = 1; t <= s.steps(); t++) trace += 0.2 * (s.product(t, b) - trace);
    return trace;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " + 1e-20*tanh(w*mean(pre, time))"})
  void aTrialHasItsOwnAveragesOverTime(String inseparable) {
    assertSame("every trial: dw = mean(pre*post, time) - mean(pre, time)*mean(post, time)" + inseparable,
        s -> s.mean(b -> s.timeMean(b, s::product) - s.timeMean(b, s::pre) * s.timeMean(b, s::post)));
    assertSame("every batch: dw = mean(mean(pre*post, time) - mean(pre, time)*mean(post, time), batch)" + (
        inseparable.isEmpty() ? "" : " + 1e-20*w"),
        s -> s.mean(b -> s.timeMean(b, s::product) - s.timeMean(b, s::pre) * s.timeMean(b, s::post)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " + 1e-20*tanh(w*reward)"})
  void modulatorsWeighSteps(String inseparable) {
    assertSame("reward : 1 (modulator)\nloss : 1 (modulator)\nevery step: dw = reward*pre*post - loss*w" + inseparable,
        s -> s.mean(b -> s.sum(b, (t, c) -> s.reward(c) * s.product(t, c) - s.loss(c) * s.w)));
  }

  @Test
  void modulatorsWeighTrialsAndBatches() {
    assertSame("loss : 1 (modulator)\nevery trial: dw = mean(loss)*mean(pre*post)*mean(post)",
        s -> s.mean(b -> s.loss(b) * s.timeMean(b, s::product) * s.timeMean(b, s::post)));
    assertSame("reward : 1 (modulator)\ndw = mean(reward*pre*post) - mean(reward)*mean(pre) + mean(w*reward)*0.1",
        s -> s.mean(b -> s.reward(b) * s.timeMean(b, s::product) + 0.1 * s.w * s.reward(b))
            - s.mean(s::reward) * s.mean(b -> s.timeMean(b, s::pre)));
    assertSame("reward : 1 (modulator)\nwhen mean(reward) > 0.5:\n  dw = 0.1", s -> s.mean(s::reward) > 0.5 ? 0.1 : 0);
    assertSame("reward : 1 (modulator)\nevery trial:\n  when mean(reward) > 0.5:\n    dw = mean(pre*post)",
        s -> s.mean(b -> s.reward(b) * s.timeMean(b, s::product)));
  }

  @Test
  void aSharedModulatorIsTheMeanOfTheBatch() {
    assertSame("reward : 1 (shared, modulator)\nevery step: dw = reward*pre\nevery batch: dw = reward", s ->
        s.mean(s::reward) * (1 + s.mean(b -> s.sum(b, s::pre))));
  }

  @Test
  void theRewardOfATrialCanBeComparedWithThatOfTheBatch() {
    String text = """
        reward : 1 (modulator)
        trace = 0 : 1
        every step: dtrace = 0.2*(pre*post - trace)
        every trial: dw = (mean(reward) - mean(mean(reward), batch))*trace""";
    assertSame(text, s -> s.mean(b -> (s.reward(b) - s.mean(s::reward)) * trace(s, b)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " + 1e-20*tanh(w*pre*post)"})
  void ratesCanBeComparedWithThoseOfOtherTrialsAtTheSameStep(String inseparable) {
    InBatch byStep = (s, t, b) -> s.pre(t, b) - s.mean(c -> s.pre(t, c));
    assertSame("every step: dw = 0.1*(pre - mean(pre, batch))*post" + inseparable,
        s -> s.mean(b -> s.sum(b, (t, c) -> 0.1 * byStep.of(s, t, c) * s.post(t, c))));
    assertSame("x = 0 : 1\nevery step:\n  dx = abs(pre - mean(pre, batch)) - x\nevery batch: dw = mean(x*post)"
        + (inseparable.isEmpty() ? "" : " + 1e-20*w"),
        s -> s.mean(b -> Math.abs(byStep.of(s, s.steps(), b)) * s.timeMean(b, s::post)));
    assertSame("every trial: dw = mean(abs(pre - mean(pre, batch))*post, time) + mean(mean(post**2, batch), time)"
        + inseparable.replace("pre*post", "mean(pre)"),
        s -> s.mean(b -> s.timeMean(b, (t, c) -> Math.abs(byStep.of(s, t, c)) * s.post(t, c)
            + s.mean(d -> Math.pow(s.post(t, d), 2)))));
  }

  private interface InBatch {
    double of(Synapse s, int t, int b);
  }

  @Test
  void aBatchAveragesWhatItsTrialsLeave() {
    String text = """
        reward : 1 (modulator)
        trace = 0 : 1
        x = 0 : 1
        best = 0 : 1
        every step:
          dtrace = 0.2*(pre*post - trace)
          dx = pre
        every trial:
          x *= 2
          best = mean(reward)*trace
        every batch:
          dw = mean(reward*trace) + mean(x*reward)*mean(x) + mean(best, batch) + mean(x*post)""";
    assertSame(text, s -> {
      InTrial x = b -> 2 * s.sum(b, s::pre);
      return 2 * s.mean(b -> s.reward(b) * trace(s, b)) + s.mean(b -> x.of(b) * s.reward(b)) * s.mean(x)
          + s.mean(b -> x.of(b) * s.timeMean(b, s::post));
    });
  }

  @Test
  void timeStartsWithEveryTrial() {
    ByHand byHand = s -> s.mean(b -> s.sum(b, (t, c) -> (t - 1) * DT > 0.015 ? (t - 1) * s.product(t, c) : 0));
    String when = "every step:\n  when t > 15*ms:\n    dw = t_in_timesteps*pre*post";
    assertSame(when, byHand);
    assertSame(when + " + 1e-20*tanh(pre*w)", byHand);
    assertSame("n = 0 : 1\nevery step:\n  when n > 1.5:\n    dw = n*pre*post\n  dn = 1", byHand);
  }

  @Test
  void sectionsOfOneScheduleFollowEachOther() {
    String text = """
        x = 0 : 1
        every step: dx = pre
        every step:
          dx = 0.1*x
          dw = x*post + w""";
    assertSame(text, s -> s.mean(b -> {
      double x = 0, sum = 0;
      for (int t = 1; t <= s.steps(); t++) {
        x += s.pre(t, b);
        sum += x * s.post(t, b) + s.w;
        x += 0.1 * x;
      }
      return sum;
    }));
  }

  @Test
  void aSectionOfTheBatchSeesTheWeightsAfterItsTrials() {
    String text = "every batch: w = clip(w, -0.1, 0.2)\nevery step: dw = pre*post\n"
        + "every trial: dw = 0.1*w + mean(pre)";
    assertSame(text, s -> {
      double after = s.w + s.mean(b -> s.sum(b, s::product) + 0.1 * s.w + s.timeMean(b, s::pre));
      return Math.clamp(after, -0.1, 0.2) - s.w;
    });
  }

  @Test
  void stateOfTheBatchIsConstantInItsTrials() {
    double[] theta = {0.1};
    String text = "theta = 0.1 : 1\nevery step: dw = pre*post*(post - theta) + 1e-20*tanh(pre*post)\n"
        + "every batch: dtheta = 0.1";
    assertSame(text, s -> s.mean(b -> s.sum(b, (t, c) -> s.product(t, c) * (s.post(t, c) - theta[0])))
            + 0 * (s.i == POST - 1 && s.j == PRE - 1 ? theta[0] += 0.1 : 0));
  }
}

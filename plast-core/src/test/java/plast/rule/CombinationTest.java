package plast.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plast.rule.SmallActivity.POST;
import static plast.rule.SmallActivity.PRE;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plast.equation.EquationException;
import plast.equation.RuleAnalysis;
import plast.equation.RuleDerivatives;
import plast.rule.Combination.Gated;
import plast.rule.Combination.Masked;
import plast.rule.Combination.Sum;
import plast.rule.Combination.Switching;

/** Rules put together, run as one text beside the same thing by hand. */
class CombinationTest {
  private static final String BCM_TEXT = """
      rate = 0.02 : 1 (constant)
      theta = 0.1 : 1
      dw = rate*(mean(pre*post*(post - theta)) - w)
      dtheta = 0.1*(mean(post**2) - theta)""";
  private static final Combination BCM = Combination.of(BCM_TEXT);
  private static final Combination GRADIENT = Combination.of("rate = 0.05 : 1 (constant)\ndw = -rate*grad");
  private static final Combination HEBB = Combination.of("dw = 0.01*mean(pre*post)");

  private static String text(Combination combination) {
    return combination.rule("test").equations();
  }

  /** One synapse's next weight: what a rule says in Java. */
  private interface ByHand {
    double next(int k, double w, double grad, SmallActivity activity);
  }

  /** Updates both ways from the same weights and compares them after every update. */
  private static void assertSame(Combination combination, int updates, ByHand byHand) {
    Random random = new Random(5);
    RuleRun run = new WrittenRule(text(combination)).start(new RuleFrame(POST, PRE, 0.1, new Modulators()));
    double[] w = random.doubles(POST * PRE, -1, 1).toArray(), expected = w.clone(), change = new double[w.length];
    for (int update = 0; update < updates; update++) {
      SmallActivity activity = new SmallActivity(random);
      double[] grad = random.doubles(w.length, -2, 2).toArray();
      run.write(activity, w, grad, 1, update, change);
      for (int k = 0; k < w.length; k++) {
        w[k] += change[k];
        expected[k] = byHand.next(k, expected[k], grad[k], activity);
        assertThat(w[k]).as("synapse %d after update %d", k, update).isCloseTo(expected[k], within(1e-12));
      }
    }
  }

  private static double hebb(int k, SmallActivity a) {
    return 0.01 * a.mean(k / PRE, k % PRE, (post, pre) -> post * pre);
  }

  @Test
  void theSwitchingOfTwoRulesIsOneReadableText() {
    assertThat(text(new Switching("abs(w)", "0.5", "0.4", BCM, GRADIENT))).isEqualTo("""
        strong = 0 : 1
        weak_rate = 0.02 : 1 (constant)
        weak_theta = 0.1 : 1
        strong_rate = 0.05 : 1 (constant)
        every batch:
          strong = where(abs(w) >= 0.5, 1, where(abs(w) < 0.4, 0, strong))
          when strong == 0:
            dw = weak_rate*(mean(pre*post*(post - weak_theta)) - w)
          dweak_theta = 0.1*(mean(post**2) - weak_theta)
          when strong == 1:
            dw = -strong_rate*grad""");
  }

  @Test
  void switchingFollowsTheSameRulesByHand() {
    double[] theta = {0.1, 0.1};
    boolean[] strong = new boolean[POST * PRE];
    int[] switches = new int[1];
    Combination growing = Combination.of(BCM_TEXT.replace("- w", "+ w").replace("0.02", "0.2"));
    assertSame(new Switching("abs(w)", "0.5", "0.4", growing, GRADIENT), 60, (k, w, grad, a) -> {
      int i = k / PRE;
      boolean before = strong[k];
      strong[k] = Math.abs(w) >= 0.5 || strong[k] && !(Math.abs(w) < 0.4);
      if (strong[k] != before) switches[0]++;
      double weak = 0.2 * (a.mean(i, k % PRE, (post, pre) -> pre * post * (post - theta[i])) + w);
      double next = strong[k] ? w - 0.05 * grad : w + weak;
      if (k % PRE == PRE - 1) theta[i] += 0.1 * (a.mean(i, 0, (post, pre) -> post * post) - theta[i]);
      return next;
    });
    assertThat(switches[0]).isGreaterThan(10);
  }

  @Test
  void betweenTheThresholdsASynapseStaysWhatItIs() {
    Combination moving = new Switching("w", "0.5", "0.2", Combination.of("dw = 0.1"), Combination.of("dw = -0.1"));
    RuleRun run = new WrittenRule(text(moving)).start(new RuleFrame(POST, PRE, 0.1, new Modulators()));
    double[] w = {0.05, 0.3, 0.45, 0.55, 0.95, -0.5}, change = new double[6];
    int[] up = new int[6];
    for (int update = 0; update < 40; update++) {
      run.write(new SmallActivity(new Random(1)), w, new double[6], 1, update, change);
      for (int k = 0; k < 6; k++) {
        w[k] += change[k];
        if (update >= 20) up[k] += change[k] > 0 ? 1 : 0;
      }
    }
    // It goes up from below 0.2 to at least 0.5 and down again: three or four steps of 0.1 each way.
    for (int k = 0; k < 6; k++) {
      assertThat(w[k]).isBetween(0.05, 0.61);
      assertThat(up[k]).isBetween(8, 12);
    }
  }

  @Test
  void combinationsNest() {
    Combination both = new Switching("abs(w)", "0.5", "0.5", Sum.of(HEBB, new Masked("w > 0", Combination.of(
        "dw = -0.02*w"))), new Gated("mean(post)", GRADIENT));
    assertSame(both, 50, (k, w, grad, a) -> {
      if (Math.abs(w) >= 0.5) return w - 0.05 * grad * a.mean(k / PRE, 0, (post, pre) -> post);
      return w + hebb(k, a) - (w > 0 ? 0.02 * w : 0);
    });
  }

  @Test
  void equalNamesOfPartsAreDifferentVariables() {
    String one = """
        rate = 0.1 : 1 (constant)
        trace = 0 : 1
        x = rate*mean(pre)
        dtrace = x - trace
        dw = 0.01*trace""";
    double[][] traces = new double[2][POST * PRE];
    assertSame(Sum.of(Combination.of(one), Combination.of(one.replace("0.1", "0.3"))), 50, (k, w, grad, a) -> {
      double change = 0.01 * (traces[0][k] + traces[1][k]);
      double pre = a.mean(0, k % PRE, (y, x) -> x);
      traces[0][k] = 0.1 * pre;
      traces[1][k] = 0.3 * pre;
      return w + change;
    });
  }

  @Test
  void aPartThatSetsWeightsChangesThemByTheDifference() {
    Combination bounded = Combination.of("""
        w = w + 0.1*mean(pre*post)
        when w > 0.9:
          w = 0.9
        dw = 0.01*w""");
    assertSame(Sum.of(bounded, HEBB), 50, (k, w, grad, a) -> {
      double set = Math.min(0.9, w + 10 * hebb(k, a));
      return w + (set - w) + 0.01 * set + hebb(k, a);
    });
    assertSame(new Gated("0.5", bounded), 50, (k, w, grad, a) -> {
      double set = Math.min(0.9, w + 10 * hebb(k, a));
      return w + 0.5 * (set - w) + 0.5 * 0.01 * set;
    });
  }

  @Test
  void guardsOfPartsHoldTogetherWithTheGate() {
    Combination guarded = Combination.of("when mean(post) > 0.5:\n  dw = 0.1\n  when w < 0:\n    dw = 0.2");
    assertSame(new Masked("j < 2", guarded), 50, (k, w, grad, a) -> {
      boolean acts = k % PRE < 2 && a.mean(k / PRE, 0, (post, pre) -> post) > 0.5;
      return w + (acts ? w < 0 ? 0.1 + 0.2 : 0.1 : 0);
    });
  }

  @Test
  void aPartThatDoesNotActKeepsItsStateRunning() {
    int[] count = new int[POST * PRE];
    Combination counting = Combination.of("count = 0 : 1\ndcount = 1 + 0*w\ndw = 0.01*count");
    assertSame(new Masked("mean(post) > 0.5", counting), 50, (k, w, grad, a) -> {
      double change = 0.01 * count[k]++;
      return w + (a.mean(k / PRE, 0, (post, pre) -> post) > 0.5 ? change : 0);
    });
  }

  @Test
  void partsShareTheirModulators() {
    String text = text(Sum.of(Combination.of("reward : 1 (modulator)\nevery step: dw = reward*pre"),
        new Gated("reward", Combination.of("every step: dw = 0.1*post"))));
    assertThat(text).isEqualTo("""
        reward : 1 (modulator)
        every step:
          dw = reward*pre
          dw = reward*(0.1*post)""");
  }

  @Test
  void sectionsOfEqualScheduleAreJoinedInTheirOrder() {
    String text = text(Sum.of(Combination.of("every batch: dw = 1\nevery step: dw = pre\nevery batch: dw = w"),
        Combination.of("every step: dw = post\ndw = 2*w")));
    assertThat(text).isEqualTo("""
        every step:
          dw = pre
          dw = post
        every batch:
          dw = 1
          dw = 2*w
        every batch:
          dw = w""");
  }

  @Test
  void theSwitchIsRememberedInTheRarestSchedule() {
    Combination step = Combination.of("every step: dw = 0.1*pre*post");
    String text = text(new Switching("abs(w)", "0.5", "0.4", step, GRADIENT));
    assertThat(text).contains("""
        every step:
          strong_now = where(abs(w) >= 0.5, 1, where(abs(w) < 0.4, 0, strong))
          when strong_now == 0:
            dw = 0.1*pre*post
        every batch:
          strong = where(abs(w) >= 0.5, 1, where(abs(w) < 0.4, 0, strong))
          when strong == 1:
            dw = -strong_rate*grad""");
  }

  @Test
  void aSwitchMayDependOnVariablesOfAPart() {
    assertThat(text(new Switching("weak_theta", "0.5", "0.4", BCM, GRADIENT)))
        .contains("where(weak_theta >= 0.5");
  }

  @Test
  void whatIsPutTogetherCanBeAnalysedAndNamesItsSources() {
    PlasticityRule oja = new PlasticityRule("oja", "dw = 0.1*(mean(pre*post) - mean(post**2)*w)", "Oja (1982)");
    PlasticityRule both = new Switching("abs(w)", "0.5", "0.4", oja, Sum.of(GRADIENT, oja)).rule("both");
    assertThat(both.name()).isEqualTo("both");
    assertThat(both.source()).isEqualTo("Oja (1982)");
    RuleAnalysis analysis = RuleAnalysis.of(both.checked());
    assertThat(analysis.isDifferentiable()).isTrue();
    assertThat(analysis.isSeparable()).isTrue();
    assertThat(analysis.isLocal()).isFalse();
    assertThat(HEBB.rule("hebb").equations()).isEqualTo("dw = 0.01*mean(pre*post)");
  }

  private static final List<String> RIGHT = List.of(BCM_TEXT, "dw = -0.1*adam(grad)", "w = clip(w, -1, 1)",
      "x = mean(pre)\nwhen x > w:\n  w *= 0.9\n  dw = x", "reward : 1 (modulator)\nevery step: dw = reward*pre*post",
      "tau = 20*ms : second (constant)\ntrace = 0 : 1\nevery step:\n  trace += dt/tau*(pre - trace)\n"
          + "  dw = trace*post\nevery batch: dw = -0.1*w",
      "every trial: dw = mean(pre, time)", "strong = 0.5 : 1\nw += strong\nstrong *= 0.9\nevery batch: w *= strong",
      "b = True : boolean\nn : integer\nwhen b: dw = n*0.1\nb = w > 0", "theta = 0 : 1\ntheta += 1");

  private static Combination random(Random random, int depth) {
    int form = depth == 0 ? 0 : random.nextInt(5);
    return switch (form) {
      case 0 -> Combination.of(RIGHT.get(random.nextInt(RIGHT.size())));
      case 1 -> Sum.of(random(random, depth - 1), random(random, depth - 1));
      case 2 -> new Gated(random.nextBoolean() ? "0.5*w" : "hash01(i, j, 1)", random(random, depth - 1));
      case 3 -> new Masked("w > 0 or j < 2", random(random, depth - 1));
      default -> new Switching("abs(w)", "0.5", "0.4", random(random, depth - 1), random(random, depth - 1));
    };
  }

  @Test
  void whateverIsPutTogetherOfRightRulesIsRight() {
    Random random = new Random(11);
    for (int k = 0; k < 300; k++) {
      Combination combination = random(random, k % 5);
      PlasticityRule rule = combination.rule("test");
      assertThat(Combination.of(rule.equations()).rule("test")).as("%s", combination).isEqualTo(rule);
      RuleDerivatives.of(rule.checked(), Optional.empty());
    }
  }

  @Test
  void networksRunWhatIsPutTogetherOrSayWhyNot() {
    Random random = new Random(12);
    int runs = 0;
    for (int k = 0; k < 60; k++) {
      String text = text(random(random, 1 + k % 3));
      WrittenRule rule;
      try {
        rule = new WrittenRule(text);
      } catch (EquationException | IllegalArgumentException refused) {
        assertThat(refused).hasMessageMatching(
            "(?s).*(each trial begins with its start|'hash01' draws random numbers).*");
        continue;
      }
      runs++;
      double[] w = random.doubles(TrialActivity.POST * TrialActivity.PRE, -1, 1).toArray();
      double[] change = new double[w.length];
      Modulators modulators = new Modulators();
      modulators.fit(2);
      rule.start(new RuleFrame(TrialActivity.POST, TrialActivity.PRE, 0.1, modulators))
          .write(new TrialActivity(random, 3, 2), w, new double[w.length], 1, 0, change);
      for (double c : change) assertThat(c).as(text).isFinite();
    }
    assertThat(runs).isGreaterThan(30);
  }

  @Test
  void everyProblemOfEveryPartIsSaidWithItsPlace() {
    Combination wrong = new Switching("abs(q)", "mean(pre)*second", "0.1", Combination.of("dw = 0.1*mean(pots)"),
        Sum.of(HEBB, new Masked("w", HEBB), Combination.of("x = 1\ndw = mean(pre")));
    assertThatThrownBy(() -> wrong.rule("wrong")).isInstanceOf(EquationException.class).hasMessageContainingAll("""
        weak, line 1: dw = 0.1*mean(pots)
                                    ^^^^
        'pots' is not defined: nearest names: post (special name)""", """
        strong, sum part 2, mask, line 1: w
                                          ^
        'strong, sum part 2, mask' needs a condition, w has unit 1""", """
        strong, sum part 3, line 2: dw = mean(pre
                                             ^""");
    Combination expressions = new Switching("abs(q)", "mean(pre)*second", "0.1", BCM, GRADIENT);
    assertThatThrownBy(() -> expressions.rule("wrong")).hasMessageContainingAll("""
        on, line 1: abs(q)
                        ^
        'q' is not defined""", """
        up, line 1: mean(pre)*second
                    ^^^^^^^^^^^^^^^^
        'up' must be a plain number""");
    assertThatThrownBy(() -> new Switching("abs(w)", "0.4", "0.5", BCM, GRADIENT).rule(""))
        .hasMessageContaining("down, line 1: 0.5").hasMessageContaining("down = 0.5 is above up = 0.4");
    assertThatThrownBy(() -> new Gated("reward", HEBB).rule("")).hasMessageContaining("""
        gate, line 1: reward
                      ^^^^^^
        'reward' has one value for each step and trial, and 'every batch' sees them all; average them""");
    assertThatThrownBy(() -> new Gated("mean(pots)", HEBB).rule("")).hasMessageContaining("'pots' is not defined");
    assertThatThrownBy(() -> new Gated("w > 0", HEBB).rule("")).hasMessageContaining("needs a number");
    assertThatThrownBy(() -> Sum.of(new Gated("1 +", new Masked("w >", Combination.of("dw = q")))).rule(""))
        .hasMessageContainingAll("sum part 1, gated rule, masked rule, line 1: dw = q", "sum part 1, gate, line 1: 1 +",
            "sum part 1, gated rule, mask, line 1: w >");
    assertThatThrownBy(Sum::of).hasMessageContaining("a sum of no rules");
    assertThatThrownBy(() -> new Gated("", HEBB).rule("")).hasMessageContaining("gate, line 1");
    assertThatThrownBy(() -> Sum.of(new Gated("mean(reward)", HEBB),
        Combination.of("reward : 1 (shared, modulator)\ndw = reward")).rule(""))
        .hasMessageContaining("sum part 2, line 1: reward : 1 (shared, modulator)")
        .hasMessageContaining("declared otherwise in a part before: reward : 1 (modulator)");
    assertThatThrownBy(() -> new PlasticityRule("hebb", "dw = lr*mean(pre*post)", ""))
        .hasMessageContaining("rule 'hebb', line 1");
  }
}

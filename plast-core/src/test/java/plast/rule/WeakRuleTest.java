package plast.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plast.math.DoublePanels;
import plast.math.Matrix;
import plast.math.Panels;
import plast.math.Seed;
import plast.rule.WeakRule.Form;

/** Named rules on two units, three steps, one trial, worked by hand. */
class WeakRuleTest {
  private static final double[] W = {0.5, -0.4, 0, 2};
  /** r[t] of both units at t = 0..3. */
  private static final double[][] RATES = {{0, 0}, {0.5, -1}, {1, 0.25}, {-0.5, 0.75}};

  /** Recurrent units: pre acts a step later. */
  private static final Activity ACTIVITY = new Activity() {
    @Override
    public int rows() {
      return 3;
    }

    @Override
    public int trials() {
      return 1;
    }

    @Override
    public Panels panels(Side side) {
      Panels panels = new DoublePanels(4, 2);
      for (int t = 0; t < 4; t++) for (int i = 0; i < 2; i++) panels.set(t, i, RATES[t][i]);
      return panels;
    }

    @Override
    public int row(Side side, Lag lag) {
      return lag == Lag.PREVIOUS || lag == Lag.AS_IT_ACTS && side == Side.PRE ? 0 : 1;
    }

    @Override
    public void product(Lag lag, Matrix to) {
      int earlier = lag == Lag.AS_IT_ACTS || lag == Lag.PREVIOUS ? 1 : 0;
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          double sum = 0;
          for (int t = 1; t <= 3; t++) sum += RATES[t][i] * RATES[t - earlier][j];
          to.set(i, j, sum / 3);
        }
      }
    }
  };

  private static BatchRule start(Form form, double decay, long seed) {
    return new WeakRule(form, decay).start(new RuleFrame(2, 2, 1, new Modulators()), new Seed(seed));
  }

  private static double[] direction(Form form, double decay) {
    double[] h = new double[4];
    start(form, decay, 1).write(ACTIVITY, W, new double[4], 1, 0, h);
    return h;
  }

  private static void assertClose(double[] got, double... expected) {
    assertThat(got).containsExactly(expected, within(1e-12));
  }

  // P by the definition, term by term; C = P − mean(post)·mean(pre).
  private static final double[] P = {
    (1 * 0.5 + -0.5 * 1) / 3, (1 * -1 + -0.5 * 0.25) / 3, (0.25 * 0.5 + 0.75 * 1) / 3, (0.25 * -1 + 0.75 * 0.25) / 3
  };
  private static final double M0 = 1.0 / 3, M1 = 0, B0 = 0.5, B1 = -0.25; // means of r[1..3] and of r[0..2]
  private static final double[] C = {P[0] - M0 * B0, P[1] - M0 * B1, P[2] - M1 * B0, P[3] - M1 * B1};

  @Test
  void productRules() {
    assertClose(direction(Form.HEBB, 0), P);
    assertClose(direction(Form.ANTI, 0), -P[0], -P[1], -P[2], -P[3]);
    assertClose(direction(Form.MAG_HEBB, 0), P[0], -P[1], 0, P[3]);
    assertClose(direction(Form.HEBB, 0.1), P[0] - 0.05, P[1] + 0.04, P[2], P[3] - 0.2);
    double square0 = (0.25 + 1 + 0.25) / 3, square1 = (1 + 0.0625 + 0.5625) / 3;
    assertClose(direction(Form.OJA, 0), P[0] - square0 * 0.5, P[1] + square0 * 0.4, P[2], P[3] - square1 * 2);
    assertClose(direction(Form.STDP, 0), 0, P[1] - P[2], P[2] - P[1], 0);
    assertClose(direction(Form.REVERSED_STDP, 0), 0, P[2] - P[1], P[1] - P[2], 0);
  }

  @Test
  void covarianceRules() {
    assertClose(direction(Form.COV, 0), C);
    assertClose(direction(Form.ANTICOV, 0.5), -C[0] - 0.25, -C[1] + 0.2, -C[2], -C[3] - 1);
    assertClose(direction(Form.MAG_COV, 0), C[0], -C[1], 0, C[3]);
    assertClose(direction(Form.ANTI_MAG_COV, 0), -C[0], C[1], 0, -C[3]);
    assertClose(direction(Form.GROW_COV, 0), Math.abs(C[0]), -Math.abs(C[1]), 0, Math.abs(C[3]));
    assertClose(direction(Form.SHRINK, 0), -Math.abs(C[0]), Math.abs(C[1]), 0, -Math.abs(C[3]));
    double mean = (Math.abs(C[0]) + Math.abs(C[1]) + Math.abs(C[2]) + Math.abs(C[3])) / 4;
    assertClose(direction(Form.UNIFORM, 0), mean, -mean, 0, mean);
    double postSd = Math.sqrt(0.5 - M0 * M0), preSd = Math.sqrt((0.25 + 1) / 3 - B0 * B0);
    assertThat(direction(Form.CORRELATION, 0)[0]).isCloseTo(C[0] / (postSd * preSd), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(names = {"HEBB0", "COV0", "ANTI0", "ANTICOV0"})
  void zeroLagRulesAreSymmetric(Form form) {
    double[] h = direction(form, 0);
    assertThat(h[1]).isNotZero().isCloseTo(h[2], within(1e-15));
  }

  @Test
  void permutedRulesKeepMagnitudesAndOnlyTheFixedOneItsOrder() {
    BatchRule fixed = start(Form.PERM_FIXED, 0, 3), fresh = start(Form.PERM, 0, 3);
    double[] ones = {1, 1, 1, 1}, none = new double[4], a = new double[4], b = new double[4];
    double[] sorted = Arrays.stream(C).map(Math::abs).sorted().toArray();
    boolean changed = false;
    fixed.write(ACTIVITY, ones, none, 1, 0, a);
    for (int update = 0; update < 20; update++) {
      fixed.write(ACTIVITY, ones, none, 1, update, b);
      assertThat(b).isEqualTo(a);
      fresh.write(ACTIVITY, ones, none, 1, update, b);
      assertThat(Arrays.stream(b).sorted().toArray()).containsExactly(sorted, within(1e-12));
      changed |= !Arrays.equals(a, b);
    }
    assertThat(changed).isTrue();
  }

  @Test
  void controlsWithoutActivity() {
    assertClose(direction(Form.NONE, 0), 0, 0, 0, 0);
    assertClose(direction(Form.DECAY_ONLY, 0.1), -0.05, 0.04, 0, -0.2);
    assertThat(direction(Form.NOISE, 0)).doesNotContain(0);
    assertThat(direction(Form.NOISE, 0)).isEqualTo(direction(Form.NOISE, 0));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void onlyFrozenSynapsesHaveNothingToDo(Form form) {
    assertThat(start(form, 0, 1).isIdle()).isEqualTo(form == Form.NONE || form == Form.DECAY_ONLY);
    assertThat(start(form, 0.1, 1).isIdle()).isFalse();
  }
}
